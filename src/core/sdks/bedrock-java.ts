import { withBody } from './bedrock';
import { jsonTree } from './java/json-tree';
import type { CallShape, Maker, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

const converse: Omit<CallShape, 'path' | 'streams'> = {
  api: 'bedrock-converse',
  model: ['modelId', 'params'],
  messages: ['messages'],
  system: ['system'],
  tools: ['toolConfig.tools'],
  cap: ['inferenceConfig.maxTokens'],
  capRequired: false,
  schema: [],
  positional: ['params'],
  objects: ['params'],
};

/** The body is what each model's maker defines. */
const invoke: typeof converse = {
  ...converse,
  api: 'bedrock-invoke',
  messages: ['body.messages', 'body.prompt', 'body.inputText', 'body.message', 'body'],
  system: ['body.system', 'body.preamble'],
  tools: ['body.tools', 'body.toolConfig.tools'],
  cap: [
    ...['body.max_tokens', 'body.max_tokens_to_sample', 'body.inferenceConfig.maxTokens', 'body.inferenceConfig.max_new_tokens'],
    ...['body.textGenerationConfig.maxTokenCount', 'body.max_gen_len', 'body.max_new_tokens'],
  ],
};

const client: Maker = { makes: 'client', provider: 'aws' };
const params: Maker = { makes: 'params' };

function read(call: SdkCall): SdkCall | readonly SdkCall[] {
  return call.shape.api === 'bedrock-invoke' ? withBody(call, jsonTree) : call;
}

/** Version 2 of AWS's SDK for Java. */
export const sdk: Sdk = {
  id: 'bedrock-java',
  modules: ['software.amazon.awssdk.services.bedrockruntime', 'software.amazon.awssdk.core'],
  makers: {
    ...Object.fromEntries(
      ['BedrockRuntimeClient', 'BedrockRuntimeAsyncClient'].flatMap(name => [
        [name, client],
        [`${name}.create`, client],
      ]),
    ),
    ConverseRequest: params,
    ConverseStreamRequest: params,
    InvokeModelRequest: params,
    InvokeModelWithResponseStreamRequest: params,
    'SdkBytes.fromUtf8String': { wraps: true },
  },
  baseUrlArguments: [],
  calls: [
    { ...converse, path: 'converse', streams: false },
    { ...converse, path: 'converseStream', streams: true },
    { ...invoke, path: 'invokeModel', streams: false },
    { ...invoke, path: 'invokeModelWithResponseStream', streams: true },
  ],
  constants: { 'ConversationRole.USER': 'user', 'ConversationRole.ASSISTANT': 'assistant', 'CachePointType.DEFAULT': 'default' },
  messages: {
    Message: {},
    ContentBlock: {},
    'ContentBlock.fromText': { positional: ['text'] },
    SystemContentBlock: {},
    'SystemContentBlock.fromText': { positional: ['text'] },
  },
  read,
};
