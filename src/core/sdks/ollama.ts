import { namedArguments } from '../request/arguments';
import { loadsOnly } from './ollama-loading';
import type { CallShape, Sdk } from './sdk';

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
  read: call => (loadsOnly(namedArguments(call.object.layers), call.shape.messages) ? undefined : call),
};
