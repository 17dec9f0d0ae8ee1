import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';

/** One question to an OpenAI-compatible endpoint. */
export interface EndpointQuestion {
  /** As for the `openai` package: `https://api.openai.com/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  /** Undefined: the endpoint wants none, as those on one's own machine. */
  readonly key: string | undefined;
  readonly system: string;
  readonly user: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** `failed`: what happened, as a sentence for the user. */
export type EndpointAnswer = { readonly answer: string } | { readonly failed: string } | { readonly cancelled: true };

/** Asks once: no retries, no redirects to hosts that nobody named, nothing of the environment's own accounts. */
export async function askEndpoint(question: EndpointQuestion): Promise<EndpointAnswer> {
  const { baseUrl, model, key, system, user, timeoutMs, signal } = question;
  const host = new URL(baseUrl).host;
  const client = new OpenAI({
    baseURL: baseUrl,
    apiKey: key ?? 'none',
    organization: null,
    project: null,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    fetchOptions: { redirect: 'error' },
    // Without this header an endpoint that wants no key sees none.
    ...(key === undefined ? { defaultHeaders: { Authorization: null } } : {}),
  });
  try {
    // The client's own timeout ends with the answer's head.
    const either = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
    const messages = [
      { role: 'system' as const, content: system },
      { role: 'user' as const, content: user },
    ];
    const completion: unknown = await client.chat.completions.create({ model, messages }, { signal: either });
    return readCompletion(completion, host);
  } catch (error) {
    if (signal.aborted) return { cancelled: true };
    return { failed: whatHappened(error, host, timeoutMs) };
  }
}

/** Compatible endpoints are not always compatible, so nothing is taken for granted. */
function readCompletion(completion: unknown, host: string): EndpointAnswer {
  const choice = first(property(completion, 'choices'));
  const answer = property(property(choice, 'message'), 'content');
  if (typeof answer !== 'string' || answer.trim() === '') return { failed: `${host} answered with nothing that is a text.` };
  if (property(choice, 'finish_reason') === 'length') return { failed: `The answer of ${host} was cut off at its longest output.` };
  return { answer };
}

function whatHappened(error: unknown, host: string, timeoutMs: number): string {
  const timedOut = error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError;
  if (timedOut || (error instanceof Error && /^(?:TimeoutError|AbortError)$/.test(error.name)))
    return `${host} did not answer within ${Math.round(timeoutMs / 1000)} seconds.`;
  if (error instanceof APIConnectionError) return `${host} could not be reached: ${causeOf(error)}.`;
  if (!(error instanceof APIError)) return `${host} answered with something that could not be read: ${messageOf(error)}.`;
  switch (error.status) {
    case 401:
    case 403:
      return `${host} refused the key (status ${error.status}). “Set the Key of the Compression Endpoint…” takes another one.`;
    case 404:
      return `${host} knows no such address or model (status 404). Check promptfare.compression.endpoint and promptfare.compression.model.`;
    case 429:
      return `${host} is over its quota or rate limit (status 429): ${messageOf(error)}.`;
    default:
      return `${host} answered with status ${error.status ?? 'unknown'}: ${messageOf(error)}.`;
  }
}

function causeOf({ cause, message }: Error): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error && inner.message !== '' ? inner.message : message;
}

const LONGEST_MESSAGE = 200;

function messageOf(error: unknown): string {
  const text = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').replace(/\.$/, '');
  return text.length <= LONGEST_MESSAGE ? text : `${text.slice(0, LONGEST_MESSAGE - 1)}…`;
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function first(value: unknown): unknown {
  return Array.isArray(value) ? value[0] : undefined;
}
