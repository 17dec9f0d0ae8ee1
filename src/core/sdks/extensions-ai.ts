import { TYPE_ARGUMENT } from '../link/dotnet/type-argument';
import type { Argument } from '../source/values';
import { asAgent } from './agent-framework-dotnet';
import { IMAGES } from './openai-requests';
import type { CallShape, MessageClass, MethodMaker, Sdk } from './sdk';
import type { SdkCall, SdkObject } from './sdk-call';

/** Under this name stands that a client runs functions for the model. */
const INVOKES = ' invokes functions';

/** Microsoft.Extensions.AI's ChatOptions (src/Libraries/Microsoft.Extensions.AI.Abstractions of dotnet/extensions, read 2026-11-21). */
const request: Omit<CallShape, 'path' | 'streams'> = {
  on: 'chat-client',
  api: 'extensions-ai',
  model: ['ModelId', 'model', 'modelId', 'defaultModelId', 'deploymentName'],
  messages: ['messages', 'chatMessages', 'chatMessage'],
  system: ['Instructions'],
  tools: ['Tools'],
  rounds: { by: [], unlessStated: 'one', againBy: [INVOKES] },
  cap: ['MaxOutputTokens', 'maxOutputTokens'],
  capRequired: false,
  schema: ['ResponseFormat', 'responseType'],
  positional: ['messages'],
  ownCap: true,
};

/** Before version 9.3 they were called Complete. */
const calls: readonly CallShape[] = [
  ...['GetResponseAsync', 'CompleteAsync'].map(path => ({ ...request, path, streams: false })),
  // An evaluator is handed its client that way.
  { ...request, on: 'chat-configuration', path: 'ChatClient.GetResponseAsync', streams: false },
  ...['GenerateImagesAsync', 'EditImageAsync', 'EditImagesAsync'].map(path => ({
    ...{ ...IMAGES, on: 'image-generator', path, streams: false },
    ...{ model: ['ModelId', 'model'], positional: path === 'GenerateImagesAsync' ? ['prompt'] : ['', 'prompt'] },
  })),
  ...['GetStreamingResponseAsync', 'CompleteStreamingAsync'].map(path => ({ ...request, path, streams: true })),
  ...['GenerateAsync', 'GenerateVectorAsync', 'GenerateEmbeddingAsync', 'GenerateEmbeddingVectorAsync', 'GenerateAndZipAsync'].map(
    path => ({
      ...{ ...request, on: 'embedding-generator', path, api: 'extensions-ai-embeddings', streams: false },
      ...{ messages: ['values', 'value'], system: [], tools: [], cap: [], schema: [], positional: ['values'] },
    }),
  ),
];

/** Steps of a builder that watch, cache or extend what is sent, and send it on. */
const STEPS = [
  ...['Use', 'UseDistributedCache', 'UseLogging', 'UseOpenTelemetry', 'UseChatReducer', 'UseImageGeneration'],
  ...['UseToolReduction', 'UseRateLimiting', 'ConfigureOptions'],
];

/** `client.AsBuilder().UseFunctionInvocation().Build()` */
const methods: readonly MethodMaker[] = [
  { on: 'chat-client', path: 'AsBuilder', makes: 'chat-builder' },
  ...STEPS.map(path => ({ on: 'chat-builder', path, makes: 'chat-builder' })),
  { on: 'chat-builder', path: 'UseFunctionInvocation', makes: 'chat-builder', gives: made => [invoking(made)] },
  { on: 'chat-builder', path: 'Build', makes: 'chat-client' },
  asAgent('CreateAIAgent', 'chat-client'),
  asAgent('AsAIAgent', 'chat-client'),
  { on: 'chat-builder', path: 'BuildAIAgent', makes: 'agent' },
  { on: 'embedding-generator', path: 'AsBuilder', makes: 'embedding-builder' },
  ...STEPS.map(path => ({ on: 'embedding-builder', path, makes: 'embedding-builder' })),
  { on: 'embedding-builder', path: 'Build', makes: 'embedding-generator' },
];

const content: MessageClass = { positional: ['text'] };

export const sdk: Sdk = {
  id: 'extensions-ai',
  modules: ['Microsoft.Extensions.AI', 'OllamaSharp'],
  makers: {
    IChatClient: { makes: 'chat-client' },
    ChatClientBuilder: { makes: 'chat-builder', positional: ['innerClient'], objects: ['innerClient'] },
    FunctionInvokingChatClient: { makes: 'chat-client', positional: ['innerClient'], objects: ['innerClient'], gives: invoking },
    DistributedCachingChatClient: { makes: 'chat-client', positional: ['innerClient'], objects: ['innerClient'] },
    ChatConfiguration: { makes: 'chat-configuration', positional: ['chatClient'], objects: ['chatClient'] },
    IImageGenerator: { makes: 'image-generator' },
    OllamaChatClient: { makes: 'chat-client', provider: 'ollama', positional: ['endpoint', 'modelId'], fixesModel: true },
    OllamaApiClient: { makes: 'chat-client', provider: 'ollama', positional: ['endpoint', 'modelId'], fixesModel: true },
    OpenAIChatClient: { makes: 'chat-client', positional: ['client', 'modelId'], objects: ['client'], fixesModel: true },
    AzureAIInferenceChatClient: { makes: 'chat-client', provider: 'azure', positional: ['client', 'modelId'], fixesModel: true },
    IEmbeddingGenerator: { makes: 'embedding-generator' },
    OllamaEmbeddingGenerator: { makes: 'embedding-generator', provider: 'ollama', positional: ['endpoint', 'modelId'], fixesModel: true },
  },
  methods,
  baseUrlArguments: [],
  calls,
  messages: { ChatMessage: { positional: ['role', 'content'] }, TextContent: content },
  messageType: 'ChatMessage',
  names: new Set(['ChatRole', 'ChatOptions', 'ChatResponseFormat', 'AIFunctionFactory']),
  keys: { Role: 'role', Contents: 'content', Text: 'text' },
  read: withResponseType,
};

function invoking(made: SdkObject): SdkObject {
  const at = made.layers.flatMap(({ args }) => args)[0]?.at ?? { uri: '', start: 0, end: 0 };
  const told: Argument = { name: INVOKES, value: { kind: 'scalar', at, value: true }, at };
  const own = made.layers[made.layers.length - 1] ?? { args: [], positional: [] };
  return { ...made, layers: [...made.layers.slice(0, -1), { ...own, args: [...own.args, told] }] };
}

/** `GetResponseAsync<Invoice>(…)` asks for an answer by the schema of a type. */
function withResponseType(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const own = layers[layers.length - 1];
  const named = own?.args.map(argument => (argument.name === TYPE_ARGUMENT ? { ...argument, name: 'responseType' } : argument));
  if (own === undefined || named === undefined) return call;
  return { ...call, object: { ...call.object, layers: [...layers.slice(0, -1), { ...own, args: named }] } };
}

/** What other packages' clients are as an IChatClient: the call is this package's, whatever is behind it. */
export function asChatClient(path: string, on: string, positional: readonly string[] = []): MethodMaker {
  return { on, path, makes: 'chat-client', positional, gives: made => [{ ...made, sdk, kind: 'chat-client' }] };
}

export function asEmbeddingGenerator(path: string, on: string, positional: readonly string[] = []): MethodMaker {
  return { on, path, makes: 'embedding-generator', positional, gives: made => [{ ...made, sdk, kind: 'embedding-generator' }] };
}

export function asImageGenerator(path: string, on: string): MethodMaker {
  return { on, path, makes: 'image-generator', gives: made => [{ ...made, sdk, kind: 'image-generator' }] };
}
