import type { CallShape, MessageClass, Sdk } from '../sdk';
import { MODEL_NAMES, MODELS } from './models';
import { ALL_CAPS, read } from './read';

const request: Omit<CallShape, 'path' | 'streams' | 'on'> = {
  api: 'langchain4j',
  model: [
    ...['modelName', 'model', 'modelId', 'deploymentName', 'parameters.modelName', 'defaultRequestParameters.modelName'],
    ...['modelName', 'defaultRequestParameters.modelId'],
  ],
  messages: ['messages'],
  system: [],
  tools: ['tools', 'toolSpecifications', 'parameters.toolSpecifications'],
  cap: ALL_CAPS,
  capRequired: false,
  schema: ['responseFormat', 'parameters.responseFormat'],
  positional: ['messages'],
  objects: ['messages'],
};
const embedding = { ...request, api: 'langchain4j-embeddings', tools: [], cap: [], schema: [], objects: [], streams: false };

const handedModel = ['chatModel', 'chatLanguageModel', 'streamingChatModel', 'streamingChatLanguageModel'];
const service = { makes: 'service', positional: ['type', 'chatModel'], objects: handedModel } as const;

const roles: Readonly<Record<string, MessageClass['role']>> = { SystemMessage: 'system', UserMessage: 'user', AiMessage: 'assistant' };

/** LangChain4j: models, and interfaces that it implements by their annotations. */
export const sdk: Sdk = {
  id: 'langchain4j',
  modules: [
    ...['dev.langchain4j.model', 'dev.langchain4j.service', 'dev.langchain4j.data', 'dev.langchain4j.memory'],
    ...['io.quarkiverse.langchain4j', 'dev.langchain4j.community.model', 'dev.langchain4j.agentic'],
    'dev.langchain4j.store.embedding',
  ],
  makers: {
    ...MODELS,
    AiServices: service,
    'AiServices.create': service,
    AiService: service,
    RegisterAiService: service,
    AgenticServices: service,
    Agent: service,
    ChatRequest: { makes: 'request' },
    EmbeddingStoreIngestor: { makes: 'ingestor', objects: ['embeddingModel'] },
    'TextSegment.from': { wraps: true },
    'TextSegment.textSegment': { wraps: true },
  },
  baseUrlArguments: ['baseUrl', 'endpoint'],
  calls: [
    ...['chat', 'generate'].map(path => ({ ...request, on: 'chat-model', path, streams: false })),
    ...['chat', 'generate'].map(path => ({ ...request, on: 'streaming-model', path, streams: true })),
    { ...request, rounds: { by: [], unlessStated: 'several' }, on: 'service', path: '*', positional: [], objects: [], streams: false },
    { ...embedding, on: 'embeddings', path: 'embed' },
    { ...embedding, on: 'embeddings', path: 'embedAll' },
    { ...embedding, on: 'ingestor', path: 'ingest' },
  ],
  constants: MODEL_NAMES,
  messages: {
    ...Object.fromEntries(
      Object.entries(roles).flatMap(([name, role]) =>
        [name, `${name}.from`, `${name}.${name.charAt(0).toLowerCase()}${name.slice(1)}`].map(path => [
          path,
          { ...(role && { role }), positional: ['content'] },
        ]),
      ),
    ),
    'TextContent.from': { positional: ['text'] },
    TextContent: { positional: ['text'] },
  },
  read,
};
