import type { Argument } from '../source/values';
import { asAgent, asAgentOfModel } from './agent-framework-dotnet';
import { asChatClient, asEmbeddingGenerator, asImageGenerator } from './extensions-ai';
import { withFunctionTools } from './function-tools-dotnet';
import { dotnetSetting } from './openai-dotnet-settings';
import { CHAT, EMBEDDINGS, IMAGES, RESPONSES, SPEECH, TRANSCRIPTION } from './openai-requests';
import { type OrderedOptions, withNamedOptions } from './options-in-order';
import type { CallShape, MessageClass, MethodMaker, Sdk } from './sdk';
import type { SdkCall, SdkObject } from './sdk-call';

/** Names of OpenAI's own package for .NET (openai/openai-dotnet, read 2026-11-21), and of Azure's, which extends it. */
const chat: Omit<CallShape, 'path' | 'streams'> = {
  ...CHAT,
  on: 'chat',
  tools: ['Tools'],
  cap: ['MaxOutputTokenCount'],
  schema: ['ResponseFormat'],
  positional: ['messages'],
  ownCap: true,
};

const responses: Omit<CallShape, 'path' | 'streams'> = {
  ...RESPONSES,
  on: 'responses',
  model: ['Model', 'model'],
  messages: ['InputItems', 'inputItems', 'userInputText'],
  system: ['Instructions'],
  tools: ['Tools'],
  conversation: ['PreviousResponseId'],
  cap: ['MaxOutputTokenCount'],
  schema: ['TextOptions'],
  ownCap: true,
};

/** Azure's package before version 2: one client for all, and the deployment among the options. */
const before2: Omit<CallShape, 'path' | 'streams'> = {
  ...CHAT,
  on: 'client',
  model: ['DeploymentName', 'deploymentOrModelName', 'deploymentName'],
  messages: ['Messages'],
  tools: ['Tools', 'Functions'],
  cap: ['MaxTokens'],
  schema: ['ResponseFormat'],
  ownCap: true,
};

/** What options of that package are made with, in order. */
const ORDERED: OrderedOptions = {
  ChatCompletionsOptions: ['DeploymentName', 'Messages'],
  CompletionsOptions: ['DeploymentName', 'Prompts'],
  EmbeddingsOptions: ['DeploymentName', 'Input'],
};

/** Each call comes with and without Async. */
function both(shape: Omit<CallShape, 'path' | 'streams'>, streams: boolean, ...paths: readonly string[]): readonly CallShape[] {
  return paths.flatMap(path => [path, `${path}Async`].map(each => ({ ...shape, path: each, streams })));
}

const calls: readonly CallShape[] = [
  ...both(chat, false, 'CompleteChat'),
  ...both(chat, true, 'CompleteChatStreaming'),
  ...both(responses, false, 'CreateResponse'),
  ...both(responses, true, 'CreateResponseStreaming'),
  ...both({ ...EMBEDDINGS, on: 'embeddings', positional: ['input'] }, false, 'GenerateEmbedding', 'GenerateEmbeddings'),
  ...both({ ...IMAGES, on: 'images', positional: ['prompt'] }, false, 'GenerateImage', 'GenerateImages'),
  // The prompt of an edit stands behind a path, or behind a stream and its name.
  ...both({ ...IMAGES, on: 'images', messages: [] }, false, 'GenerateImageEdit', 'GenerateImageEdits'),
  ...both({ ...IMAGES, on: 'images', messages: [] }, false, 'GenerateImageVariation', 'GenerateImageVariations'),
  ...both({ ...SPEECH, on: 'audio', messages: ['text'], positional: ['text', 'voice', 'options'] }, false, 'GenerateSpeech'),
  ...both({ ...SPEECH, on: 'audio', messages: ['text'], positional: ['text', 'voice', 'options'] }, true, 'GenerateSpeechStreaming'),
  ...both({ ...TRANSCRIPTION, on: 'audio', messages: [] }, false, 'TranscribeAudio', 'TranscribeAudioDiarized', 'TranslateAudio'),
  ...both({ ...TRANSCRIPTION, on: 'audio', messages: [] }, true, 'TranscribeAudioStreaming'),
  ...both(before2, false, 'GetChatCompletions'),
  ...both(before2, true, 'GetChatCompletionsStreaming'),
  ...both({ ...before2, api: 'openai-completions', messages: ['Prompts'], tools: [], schema: [] }, false, 'GetCompletions'),
  ...both({ ...before2, api: 'openai-embeddings', messages: ['Input'], tools: [], schema: [], cap: [] }, false, 'GetEmbeddings'),
];

const methods: readonly MethodMaker[] = [
  { on: 'client', path: 'GetChatClient', makes: 'chat', positional: ['model'], fixesModel: true },
  { on: 'client', path: 'GetEmbeddingClient', makes: 'embeddings', positional: ['model'] },
  { on: 'client', path: 'GetImageClient', makes: 'images', positional: ['model'] },
  { on: 'client', path: 'GetAudioClient', makes: 'audio', positional: ['model'] },
  { on: 'client', path: 'GetResponsesClient', makes: 'responses', positional: ['model'] },
  { on: 'client', path: 'GetOpenAIResponseClient', makes: 'responses', positional: ['model'] },
  asChatClient('AsIChatClient', 'chat'),
  ...['CreateAIAgent', 'AsAIAgent'].flatMap(path => [asAgent(path, 'chat'), asAgentOfModel(path, 'responses')]),
  asChatClient('AsChatClient', 'chat'),
  asChatClient('AsIChatClient', 'responses', ['defaultModelId']),
  // Before version 9.3 of Microsoft.Extensions.AI.
  asChatClient('AsChatClient', 'client', ['modelId']),
  asEmbeddingGenerator('AsEmbeddingGenerator', 'client', ['modelId']),
  asEmbeddingGenerator('AsEmbeddingGenerator', 'embeddings'),
  asEmbeddingGenerator('AsIEmbeddingGenerator', 'embeddings'),
  asImageGenerator('AsIImageGenerator', 'images'),
];

const message = (role: NonNullable<MessageClass['role']>): MessageClass => ({ role, positional: ['content'] });
const ofTool: MessageClass = { role: 'tool', positional: ['tool_call_id', 'content'] };
const part: MessageClass = { positional: ['text'] };

const client = { makes: 'client', provider: 'openai', positional: ['credential', 'options'], gives: atEndpoint } as const;
const azure = { makes: 'client', provider: 'azure', positional: ['endpoint', 'credential', 'options'] } as const;
const own = (makes: string) => ({ makes, provider: 'openai', positional: ['model', 'credential', 'options'], fixesModel: true }) as const;

export const sdk: Sdk = {
  id: 'openai-dotnet',
  modules: ['OpenAI', 'Azure.AI.OpenAI'],
  traces: ['using OpenAI', 'using Azure.AI.OpenAI', 'OpenAI.Chat', 'OpenAI.Responses'],
  makers: {
    OpenAIClient: client,
    AzureOpenAIClient: azure,
    ChatClient: own('chat'),
    EmbeddingClient: own('embeddings'),
    ImageClient: own('images'),
    AudioClient: own('audio'),
    OpenAIResponseClient: own('responses'),
    ResponsesClient: { makes: 'responses', provider: 'openai', positional: ['credential', 'options'] },
  },
  methods,
  baseUrlArguments: ['options.Endpoint', 'endpoint'],
  calls,
  messages: {
    ...{ SystemChatMessage: message('system'), DeveloperChatMessage: message('system'), UserChatMessage: message('user') },
    ...{ AssistantChatMessage: message('assistant'), ToolChatMessage: ofTool },
    'ChatMessage.CreateSystemMessage': message('system'),
    'ChatMessage.CreateDeveloperMessage': message('system'),
    'ChatMessage.CreateUserMessage': message('user'),
    'ChatMessage.CreateAssistantMessage': message('assistant'),
    'ChatMessage.CreateToolMessage': ofTool,
    'ChatMessageContentPart.CreateTextPart': part,
    'ResponseItem.CreateSystemMessageItem': message('system'),
    'ResponseItem.CreateDeveloperMessageItem': message('system'),
    'ResponseItem.CreateUserMessageItem': message('user'),
    'ResponseItem.CreateAssistantMessageItem': message('assistant'),
    'ResponseContentPart.CreateInputTextPart': part,
    // Azure's before version 2.
    ...{ ChatRequestSystemMessage: message('system'), ChatRequestUserMessage: message('user') },
    ...{ ChatRequestAssistantMessage: message('assistant'), ChatMessageTextContentItem: part },
    ChatMessage: { positional: ['role', 'content'] },
  },
  names: new Set([
    ...[
      'ChatCompletionOptions',
      'ChatMessage',
      'ChatMessageContentPart',
      'ChatTool',
      'ResponseTool',
      'ResponseItem',
      'ResponseContentPart',
      'CreateResponseOptions',
    ],
    ...['ResponseCreationOptions', 'ChatCompletionsOptions', 'ChatRole', 'OpenAIClientOptions'],
  ]),
  keys: { Role: 'role', Content: 'content', Text: 'text' },
  written: dotnetSetting,
  read: call => read({ ...call, object: { ...call.object, layers: withFunctionTools(call.object.layers) } }),
};

/** A text that the first argument is, is a key; an address is that of an Azure resource (before version 2). */
function atEndpoint(made: SdkObject): SdkObject {
  const first = made.layers[0]?.args[0]?.value;
  const isAddress = first?.kind === 'text' ? /^https?:/.test(first.text.text) : first?.kind === 'call' && /Uri$/.test(pathOf(first.callee));
  return isAddress ? { ...made, provider: 'azure' } : made;
}

function pathOf(value: { readonly kind: string; readonly path?: readonly string[] }): string {
  return value.path?.join('.') ?? '';
}

/** `CompleteChat(message, message)`: all arguments are messages. `CreateResponse(model, text)` and `CreateResponse(options)`. */
function read(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const last = layers[layers.length - 1];
  if (last === undefined) return call;
  if (call.shape.on === 'client') return { ...call, object: { ...call.object, layers: withNamedOptions(layers, ORDERED) } };
  const inOrder = last.args.filter(argument => argument.name === undefined);
  const [first, second] = inOrder;
  if (call.shape.on === 'responses' && first !== undefined) return asResponse(call, first, second);
  const isMessage = first?.value.kind === 'call' && first.value.callee.kind === 'external' && /Message$/.test(pathOf(first.value.callee));
  if (call.shape.on !== 'chat' || first === undefined || !(isMessage || first.value.kind === 'text' || first.value.kind === 'template'))
    return call;
  const items = inOrder.map(({ value }) => value);
  const messages = { name: 'messages', value: { kind: 'list' as const, at: first.at, items }, at: first.at };
  // There are no options beside messages that are passed one by one.
  const shape: CallShape = { ...call.shape, cap: ['options.MaxOutputTokenCount'] };
  return { ...call, shape, object: { ...call.object, layers: [...layers.slice(0, -1), { args: [messages], positional: [] }] } };
}

/** The options may be made of a model and items as well. */
function asResponse(call: SdkCall, first: Argument, second: Argument | undefined): SdkCall {
  const { layers } = call.object;
  const { value } = first;
  const options = value.kind === 'call' && value.callee.kind === 'external' && /Options$/.test(pathOf(value.callee)) ? value : undefined;
  // A client that is made for a model is handed only the input.
  const hasModel = layers.slice(0, -1).some(layer => layer.positional[0] === 'model' && layer.args.length > 0);
  const isAll =
    options !== undefined || (second === undefined && (value.kind === 'param' || value.kind === 'hole' || value.kind === 'record'));
  const positional = isAll ? [] : second === undefined || hasModel ? ['inputItems'] : ['model', 'inputItems'];
  const last = layers[layers.length - 1];
  const made = options === undefined || last === undefined ? undefined : { args: options.args, positional: ['Model', 'InputItems'] };
  const own = made ?? (last && { ...last, positional });
  return {
    ...call,
    shape: { ...call.shape, positional },
    object: { ...call.object, layers: own === undefined ? layers : [...layers.slice(0, -1), own] },
  };
}
