import { asAgentOfModel } from './agent-framework-dotnet';
import { BATCHES } from './anthropic-requests';
import { asChatClient } from './extensions-ai';
import type { CallShape, Sdk } from './sdk';

/** Names of Anthropic's own package (anthropics/anthropic-sdk-csharp) and of Anthropic.SDK (tghamm/Anthropic.SDK), both read 2026-11-21. */
const messages: Omit<CallShape, 'path' | 'streams'> = {
  api: 'anthropic-messages',
  model: ['Model'],
  messages: ['Messages'],
  system: ['System', 'SystemMessage'],
  tools: ['Tools'],
  cap: ['MaxTokens'],
  capRequired: true,
  schema: ['OutputConfig', 'OutputFormat'],
};

const calls: readonly CallShape[] = [
  ...['Messages.Create', 'Beta.Messages.Create', 'Messages.GetClaudeMessageAsync'].map(path => ({ ...messages, path, streams: false })),
  ...['Messages.CreateStreaming', 'Beta.Messages.CreateStreaming', 'Messages.StreamClaudeMessageAsync'].map(path => ({
    ...{ ...messages, path, streams: true },
  })),
  ...['Messages.Batches.Create', 'Beta.Messages.Batches.Create'].map(path => ({ ...BATCHES, path, streams: false })),
];

/** src/Anthropic/Models/Messages/Model.cs */
const OWN: Readonly<Record<string, string>> = {
  ClaudeSonnet5: 'claude-sonnet-5',
  ClaudeFable5: 'claude-fable-5',
  ClaudeMythos5: 'claude-mythos-5',
  ClaudeOpus4_8: 'claude-opus-4-8',
  ClaudeOpus4_7: 'claude-opus-4-7',
  ClaudeMythosPreview: 'claude-mythos-preview',
  ClaudeOpus4_6: 'claude-opus-4-6',
  ClaudeSonnet4_6: 'claude-sonnet-4-6',
  ClaudeHaiku4_5: 'claude-haiku-4-5',
  ClaudeHaiku4_5_20251001: 'claude-haiku-4-5-20251001',
  ClaudeOpus4_5: 'claude-opus-4-5',
  ClaudeOpus4_5_20251101: 'claude-opus-4-5-20251101',
  ClaudeSonnet4_5: 'claude-sonnet-4-5',
  ClaudeSonnet4_5_20250929: 'claude-sonnet-4-5-20250929',
  ClaudeOpus4_1: 'claude-opus-4-1',
  ClaudeOpus4_1_20250805: 'claude-opus-4-1-20250805',
};

/** Anthropic.SDK/Constants/AnthropicModels.cs */
const COMMUNITY: Readonly<Record<string, string>> = {
  Claude46Opus: 'claude-opus-4-6',
  Claude46Sonnet: 'claude-sonnet-4-6',
  Claude45Opus: 'claude-opus-4-5-20251101',
  Claude4Sonnet: 'claude-sonnet-4-20250514',
  Claude45Sonnet: 'claude-sonnet-4-5-20250929',
  Claude4Opus: 'claude-opus-4-20250514',
  Claude41Opus: 'claude-opus-4-1-20250805',
  Claude45Haiku: 'claude-haiku-4-5-20251001',
};

function of(type: string, ids: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(ids).map(([name, id]) => [`${type}.${name}`, id]));
}

const client = { makes: 'client', provider: 'anthropic', positional: ['apiKeys', 'client'] } as const;

export const sdk: Sdk = {
  id: 'anthropic-dotnet',
  modules: ['Anthropic'],
  traces: ['using Anthropic', 'AnthropicClient'],
  makers: { AnthropicClient: client, IAnthropicClient: client },
  methods: [
    asChatClient('AsIChatClient', 'client', ['defaultModelId', 'maxOutputTokens']),
    ...['CreateAIAgent', 'AsAIAgent'].map(path => asAgentOfModel(path, 'client')),
  ],
  baseUrlArguments: ['BaseUrl', 'ApiUrlFormat'],
  calls,
  messages: {
    Message: { positional: ['role', 'content', 'cache_control'] },
    MessageParam: {},
    SystemMessage: { positional: ['text', 'cache_control'] },
    TextBlockParam: { positional: ['text'] },
    TextContent: { positional: ['text'] },
  },
  constants: { ...of('Model', OWN), ...of('AnthropicModels', COMMUNITY), 'Ttl.Ttl5m': '5m', 'Ttl.Ttl1h': '1h' },
  messageType: 'MessageParam',
  names: new Set([
    'Model',
    'AnthropicModels',
    'MessageCreateParams',
    'MessageParameters',
    'Role',
    'RoleType',
    'CacheControlEphemeral',
    'CacheControl',
    'Ttl',
  ]),
  keys: { Role: 'role', Content: 'content', Text: 'text', CacheControl: 'cache_control', Ttl: 'ttl', Type: 'type' },
};
