import { atGitHub } from './azure-inference';
import { asChatClient, asEmbeddingGenerator } from './extensions-ai';
import { withNamedOptions } from './options-in-order';
import type { CallShape, Maker, MessageClass, Sdk } from './sdk';

/** Names of Azure.AI.Inference (sdk/ai of Azure/azure-sdk-for-net, read 2026-11-21). */
const request: Omit<CallShape, 'path' | 'streams'> = {
  api: 'azure-inference',
  model: ['Model'],
  messages: ['Messages'],
  system: [],
  tools: ['Tools'],
  cap: ['MaxTokens'],
  capRequired: false,
  schema: ['ResponseFormat'],
};

const embeddings = {
  ...request,
  on: 'embedder',
  api: 'azure-inference-embeddings',
  messages: ['Input'],
  tools: [],
  cap: [],
  schema: [],
} as const;

const ORDERED = { ChatCompletionsOptions: ['Messages'], EmbeddingsOptions: ['Input'] } as const;

const client: Maker = { makes: 'client', provider: 'azure', positional: ['endpoint', 'credential', 'options'], gives: atGitHub };
const message = (role: NonNullable<MessageClass['role']>): MessageClass => ({ role, positional: ['content'] });

export const sdk: Sdk = {
  id: 'azure-inference-dotnet',
  modules: ['Azure.AI.Inference'],
  makers: { ChatCompletionsClient: client, EmbeddingsClient: { ...client, makes: 'embedder' } },
  methods: [
    asChatClient('AsIChatClient', 'client', ['modelId']),
    asEmbeddingGenerator('AsIEmbeddingGenerator', 'embedder', ['modelId']),
    // Before version 9.3 of Microsoft.Extensions.AI.
    asChatClient('AsChatClient', 'client', ['modelId']),
    asEmbeddingGenerator('AsEmbeddingGenerator', 'embedder', ['modelId']),
  ],
  baseUrlArguments: [],
  calls: [
    ...['Complete', 'CompleteAsync'].map(path => ({ ...request, path, streams: false })),
    ...['CompleteStreaming', 'CompleteStreamingAsync'].map(path => ({ ...request, path, streams: true })),
    ...['Embed', 'EmbedAsync'].map(path => ({ ...embeddings, path, streams: false })),
  ],
  messages: {
    ChatRequestSystemMessage: message('system'),
    ChatRequestDeveloperMessage: message('system'),
    ChatRequestUserMessage: message('user'),
    ChatRequestAssistantMessage: message('assistant'),
    ChatRequestToolMessage: message('tool'),
    ChatMessageTextContentItem: { positional: ['text'] },
  },
  names: new Set(['ChatCompletionsOptions', 'EmbeddingsOptions', 'AzureAIInferenceClientOptions']),
  keys: { Role: 'role', Content: 'content', Text: 'text' },
  read: call => ({ ...call, object: { ...call.object, layers: withNamedOptions(call.object.layers, ORDERED) } }),
};
