import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a local endpoint was asked, in whichever wire. */
export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
  readonly model: string;
  /** Of the last message of the user. */
  readonly user: string;
  readonly streams: boolean;
}

/** How it answers. Counts of tokens are written as each wire has them. */
export type Scripted =
  | {
      readonly text: string;
      readonly input?: number;
      readonly cached?: number;
      readonly written?: number;
      readonly output?: number;
      readonly ended?: 'complete' | 'cut' | 'refused';
      readonly delayMs?: number;
      readonly withoutUsage?: true;
    }
  | { readonly status: number; readonly message: string; readonly code?: string; readonly headers?: Readonly<Record<string, string>> }
  /** Never answers · breaks off in the middle · says what nobody understands · hangs up at once. */
  | 'slow'
  | 'broken off'
  | 'nonsense'
  | 'hangs up';

export interface WireServer {
  /** `127.0.0.1:1234` */
  readonly host: string;
  readonly asked: readonly Asked[];
  /** Most questions that were under way at one time. */
  readonly mostAtOnce: number;
  close(): Promise<void>;
}

/** An endpoint on this machine that speaks OpenAI's chat completions and responses and Anthropic's messages, streamed or not. */
export async function wireServer(script: (asked: Asked, nth: number) => Scripted): Promise<WireServer> {
  const asked: Asked[] = [];
  let under = 0;
  let most = 0;
  const server: Server = createServer((request, response) => {
    most = Math.max(most, ++under);
    response.on('close', () => under--);
    void readAsked(request).then(question => {
      asked.push(question);
      answer(question, script(question, asked.length - 1), response);
    });
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  return {
    host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    get mostAtOnce() {
      return most;
    },
    async close() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    },
  };
}

async function readAsked(request: IncomingMessage): Promise<Asked> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  const messages = (body.messages ?? body.input ?? []) as readonly { readonly role: string; readonly content: unknown }[];
  const last = messages.filter(({ role }) => role === 'user').at(-1)?.content;
  const user =
    typeof last === 'string' ? last : Array.isArray(last) ? last.map(part => String((part as { text?: string }).text ?? '')).join('') : '';
  return { path: request.url ?? '', headers: request.headers, body, model: String(body.model), user, streams: body.stream === true };
}

function answer(question: Asked, scripted: Scripted, response: ServerResponse): void {
  if (scripted === 'slow') return;
  if (scripted === 'hangs up') {
    response.destroy();
    return;
  }
  if (scripted === 'nonsense') {
    const type = question.streams ? 'text/event-stream' : 'application/json';
    response.writeHead(200, { 'content-type': type }).end(question.streams ? 'data: {"choices": [\n\n' : '{"choices": [');
    return;
  }
  if (scripted === 'broken off') {
    response.writeHead(200, { 'content-type': question.streams ? 'text/event-stream' : 'application/json' });
    response.write(question.streams ? `${events(question, { text: 'half' }).split('\n\n').slice(0, 2).join('\n\n')}\n\n` : '{"choices"');
    setTimeout(() => response.destroy(), 30);
    return;
  }
  if ('status' in scripted) {
    const { status, message, code, headers = {} } = scripted;
    const error = { message, type: 'error', ...(code === undefined ? {} : { code }) };
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify({ type: 'error', error }));
    return;
  }
  const end = () => {
    const type = question.streams ? 'text/event-stream' : 'application/json';
    response.writeHead(200, { 'content-type': type });
    response.end(question.streams ? events(question, scripted) : JSON.stringify(whole(question, scripted)));
  };
  if (scripted.delayMs === undefined) end();
  else setTimeout(end, scripted.delayMs);
}

type Said = Extract<Scripted, { readonly text: string }>;

function whole({ path }: Asked, said: Said): unknown {
  const { text, ended } = said;
  if (path.endsWith('/responses'))
    return {
      object: 'response',
      status: ended === 'cut' ? 'incomplete' : 'completed',
      incomplete_details: ended === 'cut' ? { reason: 'max_output_tokens' } : null,
      output: [{ type: 'message', content: [ended === 'refused' ? { type: 'refusal', refusal: 'no' } : { type: 'output_text', text }] }],
      ...usageOf(path, said),
    };
  if (path.endsWith('/messages'))
    return { type: 'message', role: 'assistant', content: [{ type: 'text', text }], stop_reason: stopOf(ended), ...usageOf(path, said) };
  const message = ended === 'refused' ? { role: 'assistant', content: null, refusal: 'no' } : { role: 'assistant', content: text };
  return {
    object: 'chat.completion',
    choices: [{ index: 0, message, finish_reason: ended === 'cut' ? 'length' : 'stop' }],
    ...usageOf(path, said),
  };
}

function stopOf(ended: Said['ended']): string {
  return ended === 'cut' ? 'max_tokens' : ended === 'refused' ? 'refusal' : 'end_turn';
}

function usageOf(path: string, { input = 100, cached = 0, written = 0, output = 10, withoutUsage }: Said) {
  if (withoutUsage) return {};
  if (path.endsWith('/messages'))
    return {
      usage: {
        input_tokens: input - cached - written,
        cache_read_input_tokens: cached,
        cache_creation_input_tokens: written,
        output_tokens: output,
      },
    };
  const details = { cached_tokens: cached, cache_write_tokens: written };
  return path.endsWith('/responses')
    ? { usage: { input_tokens: input, input_tokens_details: details, output_tokens: output, total_tokens: input + output } }
    : { usage: { prompt_tokens: input, prompt_tokens_details: details, completion_tokens: output, total_tokens: input + output } };
}

/** The same as a stream of server-sent events, in two pieces. */
function events(question: Asked, said: Said): string {
  const { path } = question;
  const { text, ended } = said;
  const pieces = [text.slice(0, Math.ceil(text.length / 2)), text.slice(Math.ceil(text.length / 2))];
  const event = (data: { readonly type?: string } | object) =>
    `${'type' in data ? `event: ${data.type}\n` : ''}data: ${JSON.stringify(data)}\n\n`;
  if (path.endsWith('/messages')) {
    const { usage } = usageOf(path, said) as { usage?: Record<string, unknown> };
    return [
      event({
        type: 'message_start',
        message: { type: 'message', role: 'assistant', content: [], stop_reason: null, usage: { ...usage, output_tokens: 1 } },
      }),
      event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
      ...pieces.map(piece => event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } })),
      event({ type: 'content_block_stop', index: 0 }),
      event({
        type: 'message_delta',
        delta: { stop_reason: stopOf(ended) },
        usage: { input_tokens: null, output_tokens: usage?.output_tokens },
      }),
      event({ type: 'message_stop' }),
    ].join('');
  }
  if (path.endsWith('/responses')) {
    const response = whole(question, said);
    const last = ended === 'cut' ? 'response.incomplete' : 'response.completed';
    return [...pieces.map(piece => event({ type: 'response.output_text.delta', delta: piece })), event({ type: last, response })].join('');
  }
  const chunk = (delta: object, finish: string | null, rest: object = {}) =>
    event({ object: 'chat.completion.chunk', choices: [{ index: 0, delta, finish_reason: finish }], ...rest });
  return [
    ...pieces.map(piece => chunk(ended === 'refused' ? { refusal: piece } : { content: piece }, null)),
    chunk({}, ended === 'cut' ? 'length' : 'stop'),
    event({ object: 'chat.completion.chunk', choices: [], ...usageOf(path, said) }),
    'data: [DONE]\n\n',
  ].join('');
}
