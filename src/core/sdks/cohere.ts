import { CHAT_1, CHAT_2, EMBED, GENERATE, RERANK } from './cohere-requests';
import type { CallShape, RequestShape, Sdk } from './sdk';

function chats(shape: RequestShape & Pick<CallShape, 'on'>, prefix = ''): readonly CallShape[] {
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
    ...chats(CHAT_1),
    ...chats(CHAT_2, 'v2.'),
    ...chats({ ...CHAT_2, on: 'client-2' }),
    { ...GENERATE, path: 'generate', streams: false },
    { ...EMBED, path: 'embed', streams: false },
    { ...EMBED, path: 'v2.embed', streams: false },
    { ...EMBED, path: 'embed', on: 'client-2', streams: false },
    { ...RERANK, path: 'rerank', streams: false },
    { ...RERANK, path: 'v2.rerank', streams: false },
    { ...RERANK, path: 'rerank', on: 'client-2', streams: false },
  ],
  messages: {
    SystemChatMessageV2: { role: 'system' },
    UserChatMessageV2: { role: 'user' },
    AssistantChatMessageV2: { role: 'assistant' },
  },
};
