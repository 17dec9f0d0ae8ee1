import type { RequestShape } from './sdk';

const shared = {
  model: ['model'],
  tools: ['tools'],
  cap: ['max_tokens', 'maxTokens'],
  capRequired: false,
  schema: ['response_format', 'responseFormat'],
} as const;

/** Version 1 sends one message beside a preamble and a history. */
export const CHAT_1 = {
  ...shared,
  api: 'cohere-chat-1',
  messages: ['message'],
  system: ['preamble'],
  conversation: ['conversation_id', 'conversationId'],
} as const satisfies RequestShape;
/** Version 2 sends messages. */
export const CHAT_2 = { ...shared, api: 'cohere-chat', messages: ['messages'], system: [] } as const satisfies RequestShape;

export const GENERATE = { ...CHAT_1, api: 'cohere-generate', messages: ['prompt'], system: [] } as const satisfies RequestShape;

export const EMBED = {
  ...shared,
  api: 'cohere-embeddings',
  messages: ['texts', 'inputs'],
  system: [],
  tools: [],
  cap: [],
  schema: [],
} as const satisfies RequestShape;

export const RERANK = { ...EMBED, api: 'cohere-rerank', messages: ['query'], chargedBy: 'the searches' } as const satisfies RequestShape;
