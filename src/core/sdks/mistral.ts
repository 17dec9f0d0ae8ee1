import type { CallShape, Sdk } from './sdk';

const chat = {
  api: 'mistral-chat',
  model: ['model'],
  messages: ['messages'],
  system: [],
  tools: ['tools'],
  cap: ['max_tokens', 'maxTokens'],
  capRequired: false,
  schema: ['response_format', 'responseFormat'],
  streams: false,
} as const;
const embeddings = { ...chat, api: 'mistral-embeddings', messages: ['inputs', 'input'], tools: [], cap: [], schema: [] } as const;
const agents = { ...chat, api: 'mistral-agents', model: [] } as const;
const ocr = { ...embeddings, api: 'mistral-ocr', messages: [], chargedBy: 'the pages' } as const;
/** Moderation and classifiers that were trained read a text and say no more than numbers. */
const classifiers = { ...embeddings, api: 'mistral-classifiers' } as const;
const transcription = { ...embeddings, api: 'mistral-transcription', messages: [], chargedBy: 'the length of the recording' } as const;
const batch = { ...embeddings, api: 'mistral-batches', messages: [], chargedBy: 'the requests in its files' } as const;
/** Begun with a model or with an agent that was made before, which then fixes it; what goes on says neither. */
const conversations = {
  ...agents,
  model: ['model'],
  messages: ['inputs'],
  system: ['instructions'],
  cap: ['completion_args.max_tokens', 'completionArgs.maxTokens'],
  schema: ['completion_args.response_format', 'completionArgs.responseFormat'],
} as const;
const appended = {
  ...conversations,
  model: [],
  conversation: ['conversation_id', 'conversationId'],
  messages: ['inputs', 'conversationAppendRequest.inputs', 'conversationAppendStreamRequest.inputs'],
  cap: [
    ...conversations.cap,
    'conversationAppendRequest.completionArgs.maxTokens',
    'conversationAppendStreamRequest.completionArgs.maxTokens',
  ],
} as const;

function under(shape: Omit<CallShape, 'path'>, ...paths: readonly string[]): readonly CallShape[] {
  return paths.map(path => ({ ...shape, path }));
}

/** Clients of version 0 have one method for each request. */
const before1 = { on: 'client-before-1', positional: ['model', 'messages'] } as const;

export const sdk: Sdk = {
  id: 'mistral',
  modules: ['mistralai', '@mistralai/mistralai'],
  makers: {
    default: { makes: 'client-before-1', provider: 'mistral' },
    Mistral: { makes: 'client', provider: 'mistral' },
    MistralClient: { makes: 'client-before-1', provider: 'mistral', positional: ['api_key'] },
    MistralAsyncClient: { makes: 'client-before-1', provider: 'mistral' },
    MistralAzure: { makes: 'client', provider: 'azure' },
    MistralGoogleCloud: { makes: 'client', provider: 'google' },
  },
  baseUrlArguments: ['server_url', 'serverURL', 'endpoint'],
  calls: [
    ...under(chat, 'chat.complete', 'chat.complete_async', 'chat.parse', 'chat.parse_async'),
    ...under({ ...chat, streams: true }, 'chat.stream', 'chat.stream_async', 'chat.parse_stream', 'chat.parse_stream_async'),
    ...under({ ...chat, api: 'mistral-fim', messages: ['prompt'] }, 'fim.complete', 'fim.complete_async', 'fim.stream', 'fim.stream_async'),
    ...under(agents, 'agents.complete', 'agents.complete_async', 'agents.stream', 'agents.stream_async'),
    ...under(conversations, 'conversations.start', 'conversations.start_async'),
    ...under(
      { ...conversations, streams: true },
      ...['conversations.start_stream', 'conversations.start_stream_async', 'conversations.startStream'],
    ),
    ...under(appended, 'conversations.append', 'conversations.append_async'),
    ...under(
      { ...appended, streams: true },
      ...['conversations.append_stream', 'conversations.append_stream_async', 'conversations.appendStream'],
    ),
    ...under(embeddings, 'embeddings.create', 'embeddings.create_async'),
    ...under(classifiers, ...['classifiers.moderate', 'classifiers.moderate_async', 'classifiers.classify', 'classifiers.classify_async']),
    ...under(
      classifiers,
      ...['classifiers.moderate_chat', 'classifiers.moderate_chat_async', 'classifiers.classify_chat', 'classifiers.classify_chat_async'],
      ...['classifiers.moderateChat', 'classifiers.classifyChat'],
    ),
    ...under(ocr, 'ocr.process', 'ocr.process_async'),
    ...under(transcription, 'audio.transcriptions.complete', 'audio.transcriptions.complete_async'),
    ...under({ ...transcription, streams: true }, 'audio.transcriptions.stream', 'audio.transcriptions.stream_async'),
    ...under(batch, 'batch.jobs.create', 'batch.jobs.create_async'),
    ...under({ ...chat, ...before1 }, 'chat'),
    ...under({ ...chat, ...before1, streams: true }, 'chat_stream', 'chatStream'),
    ...under({ ...embeddings, on: 'client-before-1', positional: ['model', 'input'] }, 'embeddings'),
  ],
  messages: {
    ChatMessage: {},
    SystemMessage: { role: 'system', positional: ['content'] },
    UserMessage: { role: 'user', positional: ['content'] },
    AssistantMessage: { role: 'assistant', positional: ['content'] },
    ToolMessage: { role: 'tool', positional: ['content'] },
  },
};
