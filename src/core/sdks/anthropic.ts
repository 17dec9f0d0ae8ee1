import { BATCHES, MESSAGES, TEXT_COMPLETIONS } from './anthropic-requests';
import type { Sdk } from './sdk';

const own = { makes: 'client', provider: 'anthropic' } as const;
const bedrock = { makes: 'client', provider: 'aws' } as const;
const vertex = { makes: 'client', provider: 'google' } as const;
const foundry = { makes: 'client', provider: 'azure' } as const;

/** Runs tools and asks again. */
const running = { ...MESSAGES, rounds: { by: ['max_iterations'], unlessStated: 'several' } } as const;

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
    { ...MESSAGES, path: 'messages.create', streams: false },
    { ...MESSAGES, path: 'messages.stream', streams: true },
    { ...MESSAGES, path: 'messages.parse', streams: false },
    { ...running, path: 'messages.tool_runner', streams: false },
    { ...running, path: 'messages.toolRunner', streams: false },
    { ...MESSAGES, path: 'tools.messages.create', streams: false },
    { ...MESSAGES, path: 'tools.messages.stream', streams: true },
    { ...MESSAGES, path: 'prompt_caching.messages.create', streams: false },
    { ...MESSAGES, path: 'prompt_caching.messages.stream', streams: true },
    { ...MESSAGES, path: 'promptCaching.messages.create', streams: false },
    { ...MESSAGES, path: 'promptCaching.messages.stream', streams: true },
    { ...BATCHES, path: 'messages.batches.create', streams: false },
    { ...TEXT_COMPLETIONS, path: 'completions.create', streams: false },
  ],
};
