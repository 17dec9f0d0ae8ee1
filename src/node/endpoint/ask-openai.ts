import OpenAI from 'openai';
import type { ChatCompletionCreateParamsNonStreaming, ChatCompletionMessageParam } from 'openai/resources/chat/completions';
import type { ResponseCreateParamsNonStreaming } from 'openai/resources/responses/responses';
import type { Clock, EndpointQuestion, Received } from './endpoint';
import { listIn, property, textIn } from './property';
import { openAiUsage } from './read-usage';

/** Asks by OpenAI's chat completions or responses, or whoever speaks like them. */
export async function askOpenAi(question: EndpointQuestion, signal: AbortSignal, clock: Clock): Promise<Received> {
  const { baseUrl, key, timeoutMs } = question;
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
  return question.wire === 'openai-responses' ? askResponses(client, question, signal, clock) : askChat(client, question, signal, clock);
}

async function askChat(client: OpenAI, question: EndpointQuestion, signal: AbortSignal, clock: Clock): Promise<Received> {
  const { model, messages, answerForm, parameters, maxOutputTokens, capsCompletion, streams } = question;
  const cap = maxOutputTokens === undefined ? {} : { [capsCompletion ? 'max_completion_tokens' : 'max_tokens']: maxOutputTokens };
  const body = {
    ...parameters,
    model,
    messages: messages.map(({ role, text }): ChatCompletionMessageParam => ({ role, content: text })),
    ...cap,
    ...(answerForm === undefined ? {} : { response_format: chatForm(answerForm) }),
  } as ChatCompletionCreateParamsNonStreaming;
  if (!streams) return readCompletion(await client.chat.completions.create(body, { signal }));
  const stream = await client.chat.completions.create({ ...body, stream: true, stream_options: { include_usage: true } }, { signal });
  let text = '';
  let finish: unknown;
  let isRefused = false;
  let usage: unknown;
  let firstTokenMs: number | undefined;
  for await (const chunk of stream as AsyncIterable<unknown>) {
    const [choice] = listIn(chunk, 'choices');
    const delta = property(choice, 'delta');
    const more = textIn(delta, 'content');
    if (more !== '') firstTokenMs ??= clock();
    text += more;
    isRefused ||= textIn(delta, 'refusal') !== '';
    finish = property(choice, 'finish_reason') ?? finish;
    usage = property(chunk, 'usage') ?? usage;
  }
  if (finish === undefined) throw new TypeError('terminated');
  return { ...received(text, isRefused ? 'content_filter' : finish, usage), ...(firstTokenMs === undefined ? {} : { firstTokenMs }) };
}

function readCompletion(completion: unknown): Received {
  const [choice] = listIn(completion, 'choices');
  const message = property(choice, 'message');
  const finish = textIn(message, 'refusal') !== '' ? 'content_filter' : property(choice, 'finish_reason');
  const read = received(textIn(message, 'content'), finish, property(completion, 'usage'));
  return message === undefined ? { ...read, isForeign: true } : read;
}

function received(text: string, finish: unknown, usage: unknown): Received {
  const counted = openAiUsage(usage);
  const ended = finish === 'length' ? 'cut' : finish === 'content_filter' ? 'refused' : 'complete';
  return { text, ended, ...(counted === undefined ? {} : { usage: counted }) };
}

async function askResponses(client: OpenAI, question: EndpointQuestion, signal: AbortSignal, clock: Clock): Promise<Received> {
  const { model, messages, answerForm, maxOutputTokens, streams } = question;
  const { reasoning_effort, verbosity, ...parameters } = question.parameters;
  const text = {
    ...(verbosity === undefined ? {} : { verbosity }),
    ...(answerForm === undefined ? {} : { format: answerForm === 'json' ? { type: 'json_object' } : namedSchema(answerForm.schema) }),
  };
  const body = {
    ...parameters,
    model,
    input: messages.map(({ role, text }) => ({ role, content: text })),
    // Nothing of a trial is kept there.
    store: false,
    ...(reasoning_effort === undefined ? {} : { reasoning: { effort: reasoning_effort } }),
    ...(Object.keys(text).length === 0 ? {} : { text }),
    ...(maxOutputTokens === undefined ? {} : { max_output_tokens: maxOutputTokens }),
  } as ResponseCreateParamsNonStreaming;
  if (!streams) return readResponse(await client.responses.create(body, { signal }));
  const stream = await client.responses.create({ ...body, stream: true }, { signal });
  let last: unknown;
  let firstTokenMs: number | undefined;
  for await (const event of stream as AsyncIterable<unknown>) {
    if (property(event, 'type') === 'response.output_text.delta') firstTokenMs ??= clock();
    if (/^response\.(?:completed|incomplete|failed)$/.test(textIn(event, 'type'))) last = property(event, 'response');
  }
  if (last === undefined) throw new TypeError('terminated');
  return { ...readResponse(last), ...(firstTokenMs === undefined ? {} : { firstTokenMs }) };
}

function readResponse(response: unknown): Received {
  const parts = listIn(response, 'output').flatMap(item => listIn(item, 'content'));
  const reason = property(property(response, 'incomplete_details'), 'reason');
  const isRefused = reason === 'content_filter' || parts.some(part => property(part, 'type') === 'refusal');
  const usage = openAiUsage(property(response, 'usage'));
  if (property(response, 'status') === 'failed') throw new Error(textIn(property(response, 'error'), 'message') || 'the response failed');
  return {
    text: parts.map(part => (property(part, 'type') === 'output_text' ? textIn(part, 'text') : '')).join(''),
    ended: isRefused ? 'refused' : property(response, 'status') === 'incomplete' ? 'cut' : 'complete',
    ...(usage === undefined ? {} : { usage }),
    ...(property(response, 'output') === undefined ? { isForeign: true as const } : {}),
  };
}

function chatForm(form: NonNullable<EndpointQuestion['answerForm']>): unknown {
  if (form === 'json') return { type: 'json_object' };
  const { type, ...json_schema } = namedSchema(form.schema);
  return { type, json_schema };
}

function namedSchema(schema: string) {
  return { type: 'json_schema', name: 'answer', strict: true, schema: JSON.parse(schema) as Record<string, unknown> };
}
