import { namedArguments } from '../request/arguments';
import { isText } from './may-be-object';
import { loadsOnly } from './ollama-loading';
import type { CallShape, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

const request = {
  model: ['model'],
  tools: ['tools'],
  cap: ['options.num_predict'],
  capRequired: false,
  schema: ['format'],
  streams: false,
} as const;
const chat = { ...request, api: 'ollama-chat', messages: ['messages'], system: [], positional: ['model', 'messages'] } as const;
const generate = {
  ...request,
  api: 'ollama-generate',
  messages: ['prompt'],
  system: ['system'],
  tools: [],
  positional: ['model', 'prompt'],
} as const;
const embed = { ...request, api: 'ollama-embeddings', messages: ['input', 'prompt'], system: [], tools: [], cap: [], schema: [] } as const;

const SHAPES = [
  { ...chat, path: 'chat' },
  { ...generate, path: 'generate' },
  { ...embed, path: 'embed', positional: ['model', 'input'] },
  { ...embed, path: 'embeddings', positional: ['model', 'prompt'] },
] as const satisfies readonly CallShape[];

const client = { makes: 'client', provider: 'ollama' } as const;

function read(given: SdkCall): SdkCall | undefined {
  const call = withOptionsUnread(given);
  return loadsOnly(namedArguments(call.object.layers), call.shape.messages) ? undefined : call;
}

/** `ollama.chat(request)`: a model alone is never asked, so what is passed alone holds it and all else. */
function withOptionsUnread(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const own = layers[layers.length - 1];
  const [only, ...others] = own?.args ?? [];
  if (only === undefined || only.name !== undefined || others.length > 0 || isText(only.value)) return call;
  return { ...call, object: { ...call.object, layers: [...layers.slice(0, -1), { args: [only], positional: [] }] } };
}

/** Runs on the user's own machine, or on a server that `host` names: nobody publishes a price for it. */
export const sdk: Sdk = {
  id: 'ollama',
  modules: ['ollama'],
  sharedNames: ['ollama'],
  // JavaScript's default export is a client, Python's module serves as one.
  makers: { default: { is: 'client', provider: 'ollama' }, Client: client, AsyncClient: client, Ollama: client },
  moduleIs: 'client',
  baseUrlArguments: [],
  calls: SHAPES,
  read,
};
