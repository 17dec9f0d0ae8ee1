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

/** The form before messages: one text, in which the turns are written out. */
const completions = {
  ...messages,
  api: 'anthropic-completions',
  messages: ['prompt'],
  system: [],
  tools: [],
  schema: [],
  cap: ['max_tokens_to_sample'],
} as const;
const batches = {
  ...messages,
  api: 'anthropic-batches',
  model: [],
  messages: [],
  system: [],
  tools: [],
  cap: [],
  schema: [],
  chargedBy: 'the requests in its list',
} as const;

const own = { makes: 'client', provider: 'anthropic' } as const;
const bedrock = { makes: 'client', provider: 'aws' } as const;
const vertex = { makes: 'client', provider: 'google' } as const;
const foundry = { makes: 'client', provider: 'azure' } as const;

export const sdk: Sdk = {
  id: 'anthropic',
  modules: ['anthropic', '@anthropic-ai/sdk', '@anthropic-ai/bedrock-sdk', '@anthropic-ai/vertex-sdk', '@anthropic-ai/foundry-sdk'],
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
    AnthropicFoundry: foundry,
    AsyncAnthropicFoundry: foundry,
  },
  baseUrlArguments: ['base_url', 'baseURL'],
  calls: [
    { ...messages, path: 'messages.create', streams: false },
    { ...messages, path: 'messages.stream', streams: true },
    { ...messages, path: 'messages.parse', streams: false },
    { ...messages, path: 'messages.tool_runner', streams: false },
    { ...messages, path: 'messages.toolRunner', streams: false },
    { ...batches, path: 'messages.batches.create', streams: false },
    { ...completions, path: 'completions.create', streams: false },
  ],
};
