import Anthropic from '@anthropic-ai/sdk';
import type { MessageCreateParamsStreaming, TextBlockParam } from '@anthropic-ai/sdk/resources/messages';
import { TRIAL_OUTPUT_TOKENS } from '../../core/verify/call-cost';
import type { FilledMessage } from '../../core/verify/trial-request';
import type { Clock, EndpointQuestion, Received } from './endpoint';
import { property, textIn } from './property';
import { anthropicUsage } from './read-usage';

/** Asks by Anthropic's messages. Always streamed: its client refuses long answers that aren't. */
export async function askAnthropic(question: EndpointQuestion, signal: AbortSignal, clock: Clock): Promise<Received> {
  const { baseUrl, key, timeoutMs, model, messages, answerForm, maxOutputTokens } = question;
  const { reasoning_effort: effort, temperature, top_p, top_k } = question.parameters;
  const client = new Anthropic({
    baseURL: baseUrl,
    // A key of its own keeps it from looking for others in the environment and in files.
    apiKey: key ?? 'none',
    openTelemetry: false,
    maxRetries: 0,
    timeout: timeoutMs,
    logLevel: 'off',
    fetchOptions: { redirect: 'error' },
    ...(key === undefined ? { defaultHeaders: { 'X-Api-Key': null, Authorization: null } } : {}),
  });
  const system = messages.filter(({ role }) => role === 'system').map(block);
  const output = {
    ...(effort === undefined ? {} : { effort }),
    ...(typeof answerForm === 'object'
      ? { format: { type: 'json_schema', schema: JSON.parse(answerForm.schema) as Record<string, unknown> } }
      : {}),
  };
  const body = {
    ...(temperature === undefined ? {} : { temperature }),
    ...(top_p === undefined ? {} : { top_p }),
    ...(top_k === undefined ? {} : { top_k }),
    model,
    max_tokens: maxOutputTokens ?? TRIAL_OUTPUT_TOKENS,
    ...(system.length === 0 ? {} : { system }),
    messages: messages.flatMap(message => (message.role === 'system' ? [] : [{ role: message.role, content: [block(message)] }])),
    ...(Object.keys(output).length === 0 ? {} : { output_config: output }),
    stream: true,
  } as MessageCreateParamsStreaming;
  return readEvents(await client.messages.create(body, { signal }), clock);
}

function block({ text, cached }: FilledMessage): TextBlockParam {
  return { type: 'text', text, ...(cached === undefined ? {} : { cache_control: { type: 'ephemeral' as const } }) };
}

/** The usage of the input comes with the first event, that of the output with the last. */
async function readEvents(events: AsyncIterable<unknown>, clock: Clock): Promise<Received> {
  let text = '';
  let stop: unknown;
  let usage: Record<string, unknown> = {};
  let firstTokenMs: number | undefined;
  for await (const event of events) {
    const delta = property(event, 'delta');
    if (property(event, 'type') === 'content_block_delta' && property(delta, 'type') === 'text_delta') {
      firstTokenMs ??= clock();
      text += textIn(delta, 'text');
    }
    stop = property(delta, 'stop_reason') ?? stop;
    const reported = property(property(event, 'message'), 'usage') ?? property(event, 'usage');
    if (typeof reported === 'object') usage = { ...usage, ...stated(reported) };
  }
  if (stop === undefined) throw new TypeError('terminated');
  const counted = anthropicUsage(usage);
  return {
    text,
    ended: stop === 'refusal' ? 'refused' : /^(?:max_tokens|model_context_window_exceeded)$/.test(String(stop)) ? 'cut' : 'complete',
    ...(counted === undefined ? {} : { usage: counted }),
    ...(firstTokenMs === undefined ? {} : { firstTokenMs }),
  };
}

/** The last event repeats only some fields; the others are null there. */
function stated(usage: object | null): Record<string, unknown> {
  return Object.fromEntries(Object.entries(usage ?? {}).filter(([, value]) => value !== null));
}
