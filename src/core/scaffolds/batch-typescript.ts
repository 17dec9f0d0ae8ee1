import { atWhatPrice, commentLines } from './lines';
import type { ScaffoldOf } from './scaffold';

/** A batch submission of its own file, with the types between ‹ and ›. */
export function batchInTypeScript(of: ScaffoldOf): string | undefined {
  const form = formOf(of);
  if (form === undefined) return undefined;
  const { symbol, file, call, item = 'item', over = 'items', priceFactor } = of;
  const whose = symbol === '' ? file : `\`${symbol}\` (${file})`;
  return `// Sends the requests of ${whose} ${atWhatPrice(priceFactor)}. The answers come within 24 hours, often sooner.
//
// Scaffolded by Promptfare; make it your own. In place of the loop:
//
//     const batchId = await submit(Object.fromEntries(${over}.map((${plainName(item)}, index) => [String(index), requestFor(${plainName(item)})])));
//
// Later, in another run:
//
//     const answers = await collect(batchId); // undefined: not done yet
//
// \`requestFor\` is yours to write: it gives the arguments that are passed today:
//
${commentLines(call, '//')}

${form}`;
}

function plainName(item: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(item) ? item : 'item';
}

function formOf({ sdk, api, model }: ScaffoldOf): string | undefined {
  if (sdk === 'openai' && api === 'openai-responses')
    return openai('/v1/responses', 'OpenAI.Responses.ResponseCreateParamsNonStreaming', 'OpenAI.Responses.Response');
  if (sdk === 'openai' && api === 'openai-chat')
    return openai('/v1/chat/completions', 'OpenAI.ChatCompletionCreateParamsNonStreaming', 'OpenAI.ChatCompletion');
  if (sdk === 'anthropic' && api === 'anthropic-messages') return ANTHROPIC;
  return sdk === 'google-genai' ? gemini(model) : undefined;
}

function openai(endpoint: string, request: string, answer: string): string {
  return `import OpenAI, { toFile } from 'openai';

const client = new OpenAI();
const ENDPOINT = '${endpoint}';

/** Sends the arguments of each request, by an id of yours. Gives the id of the batch: keep it. */
export async function submit(requests‹: Readonly<Record<string, ${request}>>›)‹: Promise<string>› {
  const lines = Object.entries(requests).map(([id, body]) => JSON.stringify({ custom_id: id, method: 'POST', url: ENDPOINT, body }));
  const content = new TextEncoder().encode(lines.join('\\n'));
  const file = await client.files.create({ file: await toFile(content, 'requests.jsonl'), purpose: 'batch' });
  const batch = await client.batches.create({ input_file_id: file.id, endpoint: ENDPOINT, completion_window: '24h' });
  return batch.id;
}

/** The answers by the ids of their requests; those that failed are missing. Undefined: the batch is not done yet. */
export async function collect(batchId‹: string›)‹: Promise<Map<string, ${answer}> | undefined>› {
  const batch = await client.batches.retrieve(batchId);
  if (batch.status === 'failed') throw new Error(\`The batch was refused: \${JSON.stringify(batch.errors)}\`);
  if (!['completed', 'expired', 'cancelled'].includes(batch.status)) return undefined;
  const answers = new Map‹<string, ${answer}>›();
  if (batch.output_file_id === undefined) return answers;
  const text = await (await client.files.content(batch.output_file_id)).text();
  for (const line of text.split('\\n')) {
    if (line === '') continue;
    const { custom_id, response }‹: { custom_id: string; response?: { body: ${answer} } | null }› = JSON.parse(line);
    if (response) answers.set(custom_id, response.body);
  }
  return answers;
}
`;
}

const ANTHROPIC = `import Anthropic from '@anthropic-ai/sdk';

const client = new Anthropic();

/** Sends the arguments of each request, by an id of yours (letters, digits, - and _). Gives the id of the batch: keep it. */
export async function submit(requests‹: Readonly<Record<string, Anthropic.MessageCreateParamsNonStreaming>>›)‹: Promise<string>› {
  const batch = await client.messages.batches.create({
    requests: Object.entries(requests).map(([custom_id, params]) => ({ custom_id, params })),
  });
  return batch.id;
}

/** The answers by the ids of their requests; those that failed are missing. Undefined: the batch is not done yet. */
export async function collect(batchId‹: string›)‹: Promise<Map<string, Anthropic.Message> | undefined>› {
  const { processing_status } = await client.messages.batches.retrieve(batchId);
  if (processing_status !== 'ended') return undefined;
  const answers = new Map‹<string, Anthropic.Message>›();
  for await (const { custom_id, result } of await client.messages.batches.results(batchId)) {
    if (result.type === 'succeeded') answers.set(custom_id, result.message);
  }
  return answers;
}
`;

function gemini(model: string): string {
  return `import { ‹type GenerateContentResponse, ›GoogleGenAI‹, type InlinedRequest› } from '@google/genai';

const client = new GoogleGenAI({});
const MODEL = '${model.replace(/[\\']/g, '\\$&')}';
const FAILED‹: readonly string[]› = ['JOB_STATE_FAILED', 'JOB_STATE_CANCELLED', 'JOB_STATE_EXPIRED'];
const ENDED‹: readonly string[]› = ['JOB_STATE_SUCCEEDED', 'JOB_STATE_PARTIALLY_SUCCEEDED'];

/** Sends \`contents\` and \`config\` of each request, by an id of yours. Gives the name of the batch: keep it. */
export async function submit(requests‹: Readonly<Record<string, InlinedRequest>>›)‹: Promise<string>› {
  const src = Object.entries(requests).map(([id, request]) => ({ ...request, metadata: { id } }));
  const { name } = await client.batches.create({ model: MODEL, src });
  if (name === undefined) throw new Error('The batch has no name.');
  return name;
}

/** The answers in the order of their requests; in place of one that failed stands undefined. Undefined: the batch is not done yet. */
export async function collect(name‹: string›)‹: Promise<readonly (GenerateContentResponse | undefined)[] | undefined>› {
  const { state = '', error, dest } = await client.batches.get({ name });
  if (FAILED.includes(state)) throw new Error(\`The batch ended as \${state}: \${JSON.stringify(error)}\`);
  if (!ENDED.includes(state)) return undefined;
  return (dest?.inlinedResponses ?? []).map(({ response }) => response);
}
`;
}
