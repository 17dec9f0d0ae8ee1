import type { Sdk } from './sdk';

const messages = {
  api: 'anthropic-messages',
  model: 'model',
  messages: 'messages',
  system: 'system',
  tools: 'tools',
  cap: ['max_tokens'],
  capRequired: true,
  schema: ['output_config', 'output_format'],
} as const;

export const sdk: Sdk = {
  id: 'anthropic',
  modules: ['anthropic', '@anthropic-ai/sdk', '@anthropic-ai/bedrock-sdk', '@anthropic-ai/vertex-sdk'],
  clients: {
    default: { provider: 'anthropic' },
    Anthropic: { provider: 'anthropic' },
    AsyncAnthropic: { provider: 'anthropic' },
    Client: { provider: 'anthropic' },
    AsyncClient: { provider: 'anthropic' },
    AnthropicBedrock: { provider: 'aws' },
    AsyncAnthropicBedrock: { provider: 'aws' },
    AnthropicVertex: { provider: 'google' },
    AsyncAnthropicVertex: { provider: 'google' },
  },
  moduleIsClient: false,
  baseUrlArguments: ['base_url', 'baseURL'],
  calls: [
    { ...messages, path: 'messages.create', streams: false },
    { ...messages, path: 'messages.stream', streams: true },
    { ...messages, path: 'messages.parse', streams: false },
  ],
};
