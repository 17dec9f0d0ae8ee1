import type { CallShape, Sdk } from './sdk';

const shared = {
  model: ['model'],
  tools: ['tools'],
  cap: ['max_tokens', 'maxTokens'],
  capRequired: false,
  schema: ['response_format', 'responseFormat'],
} as const;

/** Version 1 sends one message beside a preamble and a history; version 2 sends messages. */
const chat1 = { ...shared, api: 'cohere-chat-1', messages: ['message'], system: ['preamble'] } as const;
const chat2 = { ...shared, api: 'cohere-chat', messages: ['messages'], system: [] } as const;
const embed = {
  ...shared,
  api: 'cohere-embeddings',
  messages: ['texts', 'inputs'],
  system: [],
  tools: [],
  cap: [],
  schema: [],
  streams: false,
} as const;

const rerank = { ...embed, api: 'cohere-rerank', messages: ['query'], chargedBy: 'the searches' } as const;

function chats(shape: Omit<CallShape, 'path' | 'streams'>, prefix = ''): readonly CallShape[] {
  return [
    { ...shape, path: `${prefix}chat`, streams: false },
    { ...shape, path: `${prefix}chat_stream`, streams: true },
    { ...shape, path: `${prefix}chatStream`, streams: true },
  ];
}

const version1 = { makes: 'client', provider: 'cohere' } as const;
const version2 = { makes: 'client-2', provider: 'cohere' } as const;

export const sdk: Sdk = {
  id: 'cohere',
  modules: ['cohere', 'cohere-ai'],
  sharedNames: ['cohere'],
  makers: {
    Client: version1,
    AsyncClient: version1,
    CohereClient: version1,
    ClientV2: version2,
    AsyncClientV2: version2,
    CohereClientV2: version2,
    BedrockClient: { makes: 'client', provider: 'aws' },
    BedrockClientV2: { makes: 'client-2', provider: 'aws' },
  },
  baseUrlArguments: ['base_url', 'baseUrl', 'environment'],
  calls: [
    ...chats(chat1),
    ...chats(chat2, 'v2.'),
    ...chats({ ...chat2, on: 'client-2' }),
    { ...chat1, path: 'generate', api: 'cohere-generate', messages: ['prompt'], system: [], streams: false },
    { ...embed, path: 'embed' },
    { ...embed, path: 'v2.embed' },
    { ...embed, path: 'embed', on: 'client-2' },
    { ...rerank, path: 'rerank' },
    { ...rerank, path: 'v2.rerank' },
    { ...rerank, path: 'rerank', on: 'client-2' },
  ],
  messages: {
    SystemChatMessageV2: { role: 'system' },
    UserChatMessageV2: { role: 'user' },
    AssistantChatMessageV2: { role: 'assistant' },
  },
};
