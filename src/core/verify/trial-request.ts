/** Form in which a request is sent: OpenAI's two, which others imitate, and Anthropic's. */
export type Wire = 'openai-chat' | 'openai-responses' | 'anthropic-messages';

/** A stretch of text, or a value that a sample fills in. */
export type TrialPart = string | { readonly hole: string };

export interface TrialMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly parts: readonly TrialPart[];
  /** The request asks for a cache breakpoint behind it. */
  readonly cached?: true;
}

/** A request that can be sent once its holes are filled. Plain data. */
export interface TrialRequest {
  readonly wire: Wire;
  /** Who sells it: `openai`. */
  readonly provider: string;
  readonly model: string;
  readonly messages: readonly TrialMessage[];
  /** JSON schema that answers are held to, as text; `json`: any JSON; absent: any text. */
  readonly answerForm?: { readonly schema: string } | 'json';
  /** As written; absent: the request has none. */
  readonly maxOutputTokens?: number;
  /** Sampling and effort, in snake case: `temperature`, `reasoning_effort`. */
  readonly parameters: Readonly<Record<string, string | number>>;
  readonly fingerprint: string;
}

/** Values by the names of holes. */
export type Sample = Readonly<Record<string, string>>;

export interface FilledMessage {
  readonly role: TrialMessage['role'];
  readonly text: string;
  readonly cached?: true;
}

/** The names of all holes, each once, in the order in which they are sent. */
export function holesOfTrial({ messages }: TrialRequest): readonly string[] {
  return [...new Set(messages.flatMap(({ parts }) => parts.flatMap(part => (typeof part === 'string' ? [] : [part.hole]))))];
}

/** What is sent for a sample. A value that it doesn't have is empty. */
export function fillTrial({ messages }: TrialRequest, sample: Sample): readonly FilledMessage[] {
  return messages.map(({ role, parts, cached }) => ({
    role,
    text: parts.map(part => (typeof part === 'string' ? part : (ownValue(sample, part.hole) ?? ''))).join(''),
    ...(cached === undefined ? {} : { cached }),
  }));
}

/** What a sample holds for a hole; undefined: nothing. */
export function ownValue(sample: Sample, hole: string): string | undefined {
  return Object.hasOwn(sample, hole) ? sample[hole] : undefined;
}
