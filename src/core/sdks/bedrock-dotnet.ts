import { namedArguments } from '../request/arguments';
import { parsedBody } from '../request/json-body';
import { jsonSource } from '../request/json-source';
import type { Surroundings } from './call-surroundings';
import type { CallShape, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

/** Names of AWSSDK.BedrockRuntime. */
const converse: Omit<CallShape, 'path' | 'streams'> = {
  api: 'bedrock-converse',
  model: ['ModelId'],
  messages: ['Messages'],
  system: ['System'],
  tools: ['ToolConfig.Tools'],
  cap: ['InferenceConfig.MaxTokens'],
  capRequired: false,
  schema: [],
};

/** The body is what each model's maker defines. */
const invoke: Omit<CallShape, 'path' | 'streams'> = {
  ...converse,
  api: 'bedrock-invoke',
  messages: ['Body.messages', 'Body.prompt', 'Body.inputText', 'Body'],
  system: ['Body.system'],
  tools: ['Body.tools'],
  cap: [
    'Body.max_tokens',
    'Body.max_tokens_to_sample',
    'Body.inferenceConfig.maxTokens',
    'Body.textGenerationConfig.maxTokenCount',
    'Body.max_gen_len',
  ],
};

const calls: readonly CallShape[] = ['', 'Async'].flatMap(ending => [
  { ...converse, path: `Converse${ending}`, streams: false },
  { ...converse, path: `ConverseStream${ending}`, streams: true },
  { ...invoke, path: `InvokeModel${ending}`, streams: false },
  { ...invoke, path: `InvokeModelWithResponseStream${ending}`, streams: true },
]);

const client = { makes: 'client', provider: 'aws', positional: ['credentials', 'region'] } as const;

export const sdk: Sdk = {
  id: 'bedrock-dotnet',
  modules: ['Amazon.BedrockRuntime'],
  makers: { AmazonBedrockRuntimeClient: client, IAmazonBedrockRuntime: client },
  baseUrlArguments: [],
  calls,
  messages: { Message: {}, ContentBlock: {}, SystemContentBlock: {} },
  messageType: 'Message',
  names: new Set([
    'ConverseRequest',
    'ConverseStreamRequest',
    'InvokeModelRequest',
    'InvokeModelWithResponseStreamRequest',
    'InferenceConfiguration',
    'ConversationRole',
  ]),
  keys: { Role: 'role', Content: 'content', Text: 'text', CachePoint: 'cachePoint' },
  read,
};

/** What is sent is what the JSON in the body says. */
function read(call: SdkCall, _: unknown, { serialized }: Surroundings): SdkCall {
  const { layers } = call.object;
  const body = call.shape.api === 'bedrock-invoke' ? namedArguments(layers).get(['Body'])?.value : undefined;
  if (body === undefined) return call;
  const source = jsonSource(body);
  const value = serialized(parsedBody(source) ?? source);
  return { ...call, object: { ...call.object, layers: [...layers, { args: [{ name: 'Body', value, at: value.at }], positional: [] }] } };
}
