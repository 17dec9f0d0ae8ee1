import type { CallShape, Sdk } from './sdk';

const chat = {
  api: 'openai-chat',
  model: 'model',
  messages: 'messages',
  tools: 'tools',
  cap: ['max_completion_tokens', 'max_tokens'],
  capRequired: false,
  schema: ['response_format'],
} as const;

const responses = {
  api: 'openai-responses',
  model: 'model',
  messages: 'input',
  system: 'instructions',
  tools: 'tools',
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

export const sdk: Sdk = {
  id: 'openai',
  modules: ['openai'],
  clients: {
    default: { provider: 'openai' },
    OpenAI: { provider: 'openai' },
    AsyncOpenAI: { provider: 'openai' },
    Client: { provider: 'openai' },
    AsyncClient: { provider: 'openai' },
    AzureOpenAI: { provider: 'azure' },
    AsyncAzureOpenAI: { provider: 'azure' },
  },
  moduleIsClient: true,
  baseUrlArguments: ['base_url', 'baseURL', 'azure_endpoint', 'endpoint'],
  calls,
};
