import type { Sdk } from './sdk';

const messages = {
  api: 'anthropic-messages',
  model: ['model'],
  messages: ['messages'],
  system: ['system'],
  tools: ['tools'],
  cap: ['max_tokens'],
  capRequired: true,
  schema: ['output_config', 'output_format'],
} as const;

const own = { makes: 'client', provider: 'anthropic' } as const;
const bedrock = { makes: 'client', provider: 'aws' } as const;
const vertex = { makes: 'client', provider: 'google' } as const;

export const sdk: Sdk = {
  id: 'anthropic',
  modules: ['anthropic', '@anthropic-ai/sdk', '@anthropic-ai/bedrock-sdk', '@anthropic-ai/vertex-sdk'],
  makers: {
    default: own,
    Anthropic: own,
    AsyncAnthropic: own,
    Client: own,
    AsyncClient: own,
    AnthropicBedrock: bedrock,
    AsyncAnthropicBedrock: bedrock,
    AnthropicVertex: vertex,
    AsyncAnthropicVertex: vertex,
  },
  baseUrlArguments: ['base_url', 'baseURL'],
  calls: [
    { ...messages, path: 'messages.create', streams: false },
    { ...messages, path: 'messages.stream', streams: true },
    { ...messages, path: 'messages.parse', streams: false },
  ],
};
