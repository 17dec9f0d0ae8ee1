import { goCall } from './go/go-call';
import type { GoApi } from './go/wire';
import type { Sdk } from './sdk';

const api: GoApi = { keys: 'snake_case' };

const chat = {
  api: 'ollama-chat',
  model: ['model'],
  messages: ['messages'],
  system: [],
  tools: ['tools'],
  cap: ['options.num_predict'],
  capRequired: false,
  schema: ['format'],
} as const;
const generate = { ...chat, api: 'ollama-generate', messages: ['prompt'], system: ['system'], tools: [] } as const;
const embed = { ...chat, api: 'ollama-embeddings', messages: ['input', 'prompt'], tools: [], cap: [], schema: [], streams: false } as const;

const client = { makes: 'client', provider: 'ollama' } as const;

/** Ollama's own package for Go: answers come in pieces unless `Stream` says otherwise. */
export const sdk: Sdk = {
  id: 'ollama-go',
  modules: ['github.com/ollama/ollama/api'],
  makers: { NewClient: client, ClientFromEnvironment: client, Client: client },
  baseUrlArguments: [],
  calls: [
    { ...chat, path: 'Chat', streams: true },
    { ...generate, path: 'Generate', streams: true },
    { ...embed, path: 'Embed' },
    { ...embed, path: 'Embeddings' },
  ],
  read: call => goCall(call, api, ['', 'params']),
};
