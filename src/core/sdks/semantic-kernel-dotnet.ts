import { type NamedArguments, namedArguments } from '../request/arguments';
import type { Provider } from '../request/call-site';
import type { Value } from '../source/values';
import type { Surroundings } from './call-surroundings';
import { asChatClient } from './extensions-ai';
import { FUNCTIONS, WITH_FUNCTIONS, withFunctionChoice } from './function-choice';
import { kernelSettings } from './kernel-settings';
import { withPromptFile, withUnreadPrompt } from './loaded-prompt';
import type { CallShape, MessageClass, MethodMaker, Sdk } from './sdk';
import type { ArgumentLayer, SdkCall, SdkObject } from './sdk-call';

/** Names of Microsoft.SemanticKernel (dotnet/src of microsoft/semantic-kernel, read 2026-11-21). */
const request: Omit<CallShape, 'path' | 'streams'> = {
  on: 'kernel',
  api: 'semantic-kernel',
  model: ['ModelId', 'modelId', 'deploymentName'],
  messages: ['messages', 'promptTemplate', 'prompt', 'chatHistory', 'message'],
  system: ['ChatSystemPrompt', 'Instructions', 'instructions'],
  tools: [FUNCTIONS],
  rounds: WITH_FUNCTIONS,
  cap: [
    'MaxTokens',
    'MaxTokensToSample',
    'maxTokens',
    'ExtensionData.max_tokens',
    'ExtensionData.MaxTokens',
    'ExtensionData.max_completion_tokens',
  ],
  capRequired: false,
  schema: ['ResponseFormat'],
  positional: ['messages'],
};

/** Under this name stands what a kernel embeds with, which is not what it writes with. */
const EMBEDDING_MODEL = ' embedding model';

function under(on: string, streams: boolean, positional: readonly string[], ...paths: readonly string[]): readonly CallShape[] {
  return paths.map(path => ({ ...request, on, path, streams, positional }));
}

const calls: readonly CallShape[] = [
  ...under('kernel', false, ['messages', 'arguments'], 'InvokePromptAsync'),
  ...under('kernel', true, ['messages', 'arguments'], 'InvokePromptStreamingAsync'),
  ...under('kernel', false, ['function', 'arguments'], 'InvokeAsync').map(shape => ({ ...shape, objects: ['function'] })),
  ...under('kernel', true, ['function', 'arguments'], 'InvokeStreamingAsync').map(shape => ({ ...shape, objects: ['function'] })),
  ...under('function', false, ['kernel', 'arguments'], 'InvokeAsync').map(shape => ({ ...shape, objects: ['kernel'] })),
  ...under('function', true, ['kernel', 'arguments'], 'InvokeStreamingAsync').map(shape => ({ ...shape, objects: ['kernel'] })),
  ...under('service', false, ['messages'], 'GetChatMessageContentAsync', 'GetChatMessageContentsAsync'),
  ...under('service', false, ['messages'], 'GetTextContentAsync', 'GetTextContentsAsync'),
  ...under('service', true, ['messages'], 'GetStreamingChatMessageContentsAsync', 'GetStreamingTextContentsAsync'),
  ...under('service', false, ['messages'], 'GenerateEmbeddingAsync', 'GenerateEmbeddingsAsync').map(
    (shape): CallShape => ({
      ...{ ...shape, api: 'extensions-ai-embeddings', model: [EMBEDDING_MODEL], messages: ['messages'] },
      ...{ system: [], tools: [], cap: [], schema: [] },
    }),
  ),
  ...under('group', false, [], 'InvokeAsync'),
  ...under('group', true, [], 'InvokeStreamingAsync'),
  ...under('agent', false, ['messages'], 'InvokeAsync'),
  ...under('agent', true, ['messages'], 'InvokeStreamingAsync'),
];

/** The parameters of what a builder's methods register, in order. */
const SERVICES: readonly (readonly [name: string, provider: Provider | undefined, positional: readonly string[]])[] = [
  ['AddOpenAIChatCompletion', 'openai', ['modelId', 'apiKey']],
  ['AddOpenAIChatClient', 'openai', ['modelId', 'apiKey']],
  ['AddOpenAITextGeneration', 'openai', ['modelId', 'apiKey']],
  ['AddAzureOpenAIChatCompletion', 'azure', ['deploymentName', 'endpoint', 'apiKey', 'serviceId', 'modelId']],
  ['AddAzureOpenAIChatClient', 'azure', ['deploymentName', 'endpoint', 'apiKey', 'serviceId', 'modelId']],
  ['AddAzureAIInferenceChatCompletion', 'azure', ['modelId', 'apiKey', 'endpoint']],
  ['AddAzureAIInferenceChatClient', 'azure', ['modelId', 'apiKey', 'endpoint']],
  ['AddGoogleAIGeminiChatCompletion', 'google', ['modelId', 'apiKey']],
  ['AddGoogleAIChatClient', 'google', ['modelId']],
  ['AddGoogleGenAIChatClient', 'google', ['modelId', 'apiKey']],
  ['AddGoogleVertexAIChatClient', 'google', ['modelId']],
  ['AddVertexAIGeminiChatCompletion', 'google', ['modelId']],
  ['AddBedrockChatCompletionService', 'aws', ['modelId']],
  ['AddBedrockChatClient', 'aws', ['modelId']],
  ['AddBedrockTextGenerationService', 'aws', ['modelId']],
  ['AddMistralChatCompletion', 'mistral', ['modelId', 'apiKey']],
  ['AddOllamaChatCompletion', 'ollama', ['modelId', 'endpoint']],
  ['AddOllamaChatClient', 'ollama', ['modelId', 'endpoint']],
  ['AddOllamaTextGeneration', 'ollama', ['modelId', 'endpoint']],
  ['AddHuggingFaceChatCompletion', 'huggingface', ['modelId', 'endpoint', 'apiKey']],
];

/** What a builder is given for other purposes: the kernel's models for text stay the same. */
const OTHERS = [
  ...['AddFromType', 'AddLogging', 'AddInMemoryVectorStore', 'AddOpenAITextToImage', 'AddAzureOpenAITextToImage'],
  ...['AddOpenAITextToAudio', 'AddOpenAIAudioToText', 'AddAzureOpenAITextToAudio', 'AddAzureOpenAIAudioToText'],
];

const EMBEDDERS = [
  ...['AddOpenAIEmbeddingGenerator', 'AddAzureOpenAIEmbeddingGenerator', 'AddOllamaEmbeddingGenerator'],
  ...['AddOpenAITextEmbeddingGeneration', 'AddAzureOpenAITextEmbeddingGeneration', 'AddOllamaTextEmbeddingGeneration'],
  ...['AddGoogleAIEmbeddingGenerator', 'AddVertexAIEmbeddingGenerator', 'AddMistralEmbeddingGenerator', 'AddBedrockEmbeddingGenerator'],
  ...['AddAzureAIInferenceEmbeddingGenerator', 'AddHuggingFaceEmbeddingGenerator', 'AddGoogleAIEmbeddingGeneration'],
  ...['AddVertexAIEmbeddingGeneration', 'AddMistralTextEmbeddingGeneration', 'AddBedrockTextEmbeddingGenerationService'],
];

/** The model comes first, whatever it is called. */
function withEmbeddingModel(made: SdkObject): SdkObject {
  const last = made.layers[made.layers.length - 1];
  const model = last?.args.find(({ name }) => name === undefined || name === 'modelId' || name === 'deploymentName');
  const args = model === undefined ? [] : [{ ...model, name: EMBEDDING_MODEL }];
  return { ...made, layers: [...made.layers.slice(0, -1), { args, positional: [] }] };
}

const methods: readonly MethodMaker[] = [
  ...SERVICES.map(
    ([path, provider, positional]): MethodMaker => ({
      ...{ on: 'builder', path, makes: 'builder', positional, fixesModel: true },
      ...(provider === undefined ? {} : { provider }),
    }),
  ),
  ...OTHERS.map(
    (path): MethodMaker => ({ on: 'builder', path, makes: 'builder', gives: made => [{ ...made, layers: made.layers.slice(0, -1) }] }),
  ),
  ...EMBEDDERS.map((path): MethodMaker => ({ on: 'builder', path, makes: 'builder', gives: made => [withEmbeddingModel(made)] })),
  { on: 'builder', path: 'Build', makes: 'kernel' },
  ...['GetRequiredService', 'GetService', 'Services.GetRequiredService', 'Services.GetService'].map(
    (path): MethodMaker => ({ on: 'kernel', path, makes: 'service' }),
  ),
  { on: 'kernel', path: 'CreateFunctionFromPrompt', makes: 'function', positional: ['messages', 'settings'] },
  ...['CreateFunctionFromPromptYaml', 'CreateFunctionFromPrompty', 'CreateFunctionFromPromptyFile'].map(
    (path): MethodMaker => ({ on: 'kernel', path, makes: 'function', positional: ['promptFile'] }),
  ),
  ...['CreatePluginFromPromptDirectory', 'ImportPluginFromPromptDirectory'].map(
    (path): MethodMaker => ({ on: 'kernel', path, makes: 'plugin', positional: ['directory'] }),
  ),
  { on: 'plugin', path: '[]', makes: 'function', positional: ['functionName'] },
  { on: 'kernel', path: 'Clone', makes: 'kernel' },
  asChatClient('AsChatClient', 'service'),
];

const service = (provider: string, ...positional: readonly string[]) =>
  ({ makes: 'service', provider, positional, fixesModel: true }) as const;
const message = (role: NonNullable<MessageClass['role']>): MessageClass => ({ role, positional: ['content'] });

export const sdk: Sdk = {
  id: 'semantic-kernel-dotnet',
  modules: ['Microsoft.SemanticKernel'],
  makers: {
    Kernel: { makes: 'kernel' },
    'Kernel.CreateBuilder': { makes: 'builder' },
    IKernelBuilder: { makes: 'builder' },
    KernelBuilder: { makes: 'builder' },
    IChatCompletionService: { makes: 'service' },
    ITextEmbeddingGenerationService: { makes: 'service' },
    OpenAIChatCompletionService: service('openai', 'modelId', 'apiKey'),
    AzureOpenAIChatCompletionService: service('azure', 'deploymentName', 'endpoint', 'apiKey', 'modelId'),
    GoogleAIGeminiChatCompletionService: service('google', 'modelId', 'apiKey'),
    MistralAIChatCompletionService: service('mistral', 'modelId', 'apiKey'),
    OpenAITextEmbeddingGenerationService: { makes: 'service', provider: 'openai', gives: withEmbeddingModel },
    AzureOpenAITextEmbeddingGenerationService: { makes: 'service', provider: 'azure', gives: withEmbeddingModel },
    AgentGroupChat: { makes: 'group' },
    ChatCompletionAgent: { makes: 'agent', objects: ['Kernel'] },
    'KernelFunctionFactory.CreateFromPrompt': { makes: 'function', positional: ['messages', 'settings'] },
    'KernelFunctionYaml.FromPromptYaml': { makes: 'function', positional: ['promptFile'] },
    'KernelPluginFactory.CreateFromPromptDirectory': { makes: 'plugin', positional: ['directory'] },
    KernelFunction: { makes: 'function' },
  },
  methods,
  baseUrlArguments: ['endpoint'],
  calls,
  messages: {
    ChatHistory: { ...message('system'), list: true },
    ChatMessageContent: { positional: ['role', 'content'] },
    TextContent: { positional: ['text'] },
  },
  messageType: 'ChatMessageContent',
  names: new Set([
    ...['KernelArguments', 'OpenAIPromptExecutionSettings', 'AzureOpenAIPromptExecutionSettings', 'PromptExecutionSettings', 'AuthorRole'],
    ...['KernelFunctionFactory', 'GeminiPromptExecutionSettings', 'PromptTemplateConfig', 'FunctionChoiceBehavior'],
    'ToolCallBehavior',
  ]),
  keys: { Role: 'role', Content: 'content', Items: 'content', Text: 'text' },
  appends: {
    ...{ AddSystemMessage: 'system', AddDeveloperMessage: 'system', AddUserMessage: 'user', AddAssistantMessage: 'assistant' },
    AddMessage: 'stated',
  },
  read,
};

/** Settings stand in the arguments of a prompt (`new KernelArguments(settings)`), and with a function or an agent as well. */
function read(
  call: SdkCall,
  objectsOf: (value: Value) => readonly SdkObject[],
  { promptIn }: Surroundings,
): SdkCall | readonly SdkCall[] | undefined {
  if (call.shape.on === 'group') return byEachAgent(call, objectsOf);
  const { layers } = call.object;
  const named = namedArguments(layers);
  const file = promptFile(named);
  const document = file && promptIn(file);
  // `kernel.InvokeAsync("plugin", "function")` calls code as often as a model.
  if (
    call.shape.path.startsWith('Invoke') &&
    named.get(call.shape.messages) === undefined &&
    file === undefined &&
    call.shape.on !== 'agent'
  )
    return undefined;
  const settings = ['settings', 'executionSettings', 'arguments', 'Arguments'].flatMap(name => kernelSettings(named.get([name])?.value));
  const own: readonly ArgumentLayer[] = settings.map(args => ({ args, positional: [] }));
  // A model that the file names comes before the one that the kernel was built with.
  const unread = () => (file === undefined ? call : withUnreadPrompt(call, file));
  const loaded = document === undefined ? unread() : withPromptFile(call, document, layers.length - 1);
  const all = loaded.object.layers;
  const sent = [...all.slice(0, -1), ...own, ...all.slice(-1)];
  const behavior = namedArguments(sent).get(['FunctionChoiceBehavior', 'ToolCallBehavior'])?.value;
  return withFunctionChoice({ ...loaded, object: { ...loaded.object, layers: sent } }, behavior);
}

/** `plugin["Summarize"]` is the folder of that name, `CreateFunctionFromPromptYaml(text)` the file that the text was read from. */
function promptFile(named: NamedArguments): Value | undefined {
  const [directory, name] = [named.get(['directory'])?.value, named.get(['functionName'])?.value];
  if (directory === undefined || name?.kind !== 'text') return named.get(['promptFile'])?.value;
  const { at } = directory;
  const right: Value = { kind: 'text', at, text: { uri: at.uri, text: `${name.text.text}/skprompt.txt`, runs: [] } };
  return { kind: 'operation', at, operator: '/', left: directory, right };
}

/** Any of the agents of a group answers next. */
function byEachAgent(call: SdkCall, objectsOf: (value: Value) => readonly SdkObject[]): SdkCall | readonly SdkCall[] {
  const [made] = call.object.layers;
  const agents = (made?.args ?? []).flatMap(({ name, value }) => (name === undefined ? objectsOf(value) : []));
  if (agents.length === 0) return { ...call, object: { ...call.object, unseen: true } };
  return agents.map(agent => ({ ...call, object: { ...agent, layers: [...agent.layers, { args: [], positional: [] }] } }));
}
