import { namedArguments } from '../request/arguments';
import { asText } from '../request/resolve';
import type { CallShape, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

/** `env.AI.run(model, { messages })`: the binding's name is the project's own, the models' names are nobody else's. */
const run: CallShape = {
  ...{ api: 'workers-ai', provider: 'cloudflare', path: 'run', streams: false },
  ...{ model: ['model'], messages: ['messages', 'prompt'], system: [], tools: ['tools'], cap: ['max_tokens'], capRequired: false },
  ...{ schema: ['response_format', 'guided_json'], positional: ['model'] },
};

const embeddings: CallShape = {
  ...{ ...run, api: 'workers-ai-embeddings', messages: ['text'], tools: [], cap: [], schema: [] },
};

const images: CallShape = {
  ...{ ...run, api: 'workers-ai-images', messages: ['prompt'], tools: [], cap: [], schema: [] },
  chargedBy: 'the number and size of images',
};

/** From Cloudflare's list of models, 2026-11. */
const EMBEDDING = /\/(?:bge-|embeddinggemma-|plamo-embedding-|qwen3-embedding-)/;
const IMAGE = /\/(?:flux-|stable-diffusion-|dreamshaper-|phoenix-|lucid-)/;

export const sdk: Sdk = {
  id: 'workers-ai',
  modules: ['@cloudflare/ai'],
  traces: ['@cloudflare/ai', '@cf/', '@hf/', 'AI.run(', 'AI_BINDING.run('],
  makers: { Ai: { makes: 'client', provider: 'cloudflare', positional: ['binding'] } },
  binding: { named: /^AI(?:_BINDING)?$/, models: /^@(?:cf|hf)\// },
  baseUrlArguments: [],
  calls: [run],
  read: taskOf,
};

/** What is asked of a model follows from the model, or else from what it is passed; what has neither words nor messages is no text. */
function taskOf(call: SdkCall): SdkCall | undefined {
  const named = namedArguments(call.object.layers);
  const model = named.get(['model'])?.value;
  const names = model?.kind === 'choice' ? model.options.flatMap(option => asText(option) ?? []) : [(model && asText(model)) ?? ''];
  if (names.some(name => EMBEDDING.test(name))) return { ...call, shape: embeddings };
  if (names.some(name => IMAGE.test(name))) return { ...call, shape: images };
  const isChat = named.get(run.messages) !== undefined || named.open !== undefined;
  return isChat ? call : undefined;
}
