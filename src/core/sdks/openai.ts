import type { CallShape, Sdk } from './sdk';

const chat = {
  api: 'openai-chat',
  model: ['model'],
  messages: ['messages'],
  system: [],
  tools: ['tools'],
  cap: ['max_completion_tokens', 'max_tokens'],
  capRequired: false,
  schema: ['response_format'],
} as const;

const responses = {
  api: 'openai-responses',
  model: ['model'],
  messages: ['input'],
  system: ['instructions'],
  tools: ['tools'],
  cap: ['max_output_tokens'],
  capRequired: false,
  schema: ['text', 'text_format'],
} as const;

const calls: readonly CallShape[] = [
  { ...chat, path: 'chat.completions.create', streams: false },
  { ...chat, path: 'chat.completions.parse', streams: false },
  { ...chat, path: 'chat.completions.stream', streams: true },
  { ...chat, path: 'chat.completions.runTools', streams: false },
  { ...responses, path: 'responses.create', streams: false },
  { ...responses, path: 'responses.parse', streams: false },
  { ...responses, path: 'responses.stream', streams: true },
];

const own = { makes: 'client', provider: 'openai' } as const;
const azure = { makes: 'client', provider: 'azure' } as const;

export const sdk: Sdk = {
  id: 'openai',
  modules: ['openai'],
  makers: {
    default: own,
    OpenAI: own,
    AsyncOpenAI: own,
    Client: own,
    AsyncClient: own,
    AzureOpenAI: azure,
    AsyncAzureOpenAI: azure,
  },
  moduleIs: 'client',
  baseUrlArguments: ['base_url', 'baseURL', 'azure_endpoint', 'endpoint'],
  calls,
};
