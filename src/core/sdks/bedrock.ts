import { plainText } from '../link/plain-values';
import { jsonSource } from '../request/json-source';
import type { Argument, Value } from '../source/values';
import { INVOKE_BODY } from './bedrock-http';
import { argumentIn } from './handed';
import type { CallShape, Maker, MethodMaker, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

const converse = {
  api: 'bedrock-converse',
  model: ['modelId'],
  messages: ['messages'],
  system: ['system'],
  tools: ['toolConfig.tools'],
  cap: ['inferenceConfig.maxTokens'],
  capRequired: false,
  schema: [],
} as const;

const invoke = {
  ...converse,
  api: 'bedrock-invoke',
  messages: [...inBody(INVOKE_BODY.messages), 'body'],
  system: inBody(INVOKE_BODY.system),
  tools: inBody(INVOKE_BODY.tools),
  cap: inBody(INVOKE_BODY.cap),
};

/** A command that a caller passes is the request as a whole. */
const sent = {
  ...converse,
  ...{ model: ['modelId', 'command'], messages: ['command'], cap: [...converse.cap, 'command'] },
  ...{ positional: ['command'], objects: ['command'] },
} as const;

const retrieval = 'retrieveAndGenerateConfiguration.knowledgeBaseConfiguration';
/** Searches a knowledge base, and has a model answer by what it found. */
const generated = {
  ...converse,
  api: 'bedrock-retrieve-and-generate',
  model: [`${retrieval}.modelArn`],
  messages: ['input.text'],
  system: [],
  tools: [],
  cap: [`${retrieval}.generationConfiguration.inferenceConfig.textInferenceConfig.maxTokens`],
} as const;

const calls: readonly CallShape[] = [
  { ...converse, path: 'converse', streams: false },
  { ...converse, path: 'converse_stream', streams: true },
  { ...converse, path: 'converseStream', streams: true },
  { ...invoke, path: 'invoke_model', streams: false },
  { ...invoke, path: 'invoke_model_with_response_stream', streams: true },
  { ...invoke, path: 'invokeModel', streams: false },
  { ...invoke, path: 'invokeModelWithResponseStream', streams: true },
  { ...sent, path: 'send', streams: false },
  { ...sent, api: generated.api, on: 'knowledge-client', path: 'send', streams: false },
  ...['retrieve_and_generate', 'retrieveAndGenerate'].map(path => ({ ...generated, on: 'knowledge-client', path, streams: false })),
  ...['retrieve_and_generate_stream', 'retrieveAndGenerateStream'].map(path => ({
    ...generated,
    on: 'knowledge-client',
    path,
    streams: true,
  })),
];

const COMMANDS: Readonly<Record<string, Pick<CallShape, 'api' | 'messages' | 'system' | 'tools' | 'cap' | 'streams' | 'chargedBy'>>> = {
  ConverseCommand: { ...converse, streams: false },
  ConverseStreamCommand: { ...converse, streams: true },
  InvokeModelCommand: { ...invoke, streams: false },
  InvokeModelWithResponseStreamCommand: { ...invoke, streams: true },
  InvokeModelWithBidirectionalStreamCommand: {
    ...{ ...converse, api: 'bedrock-speech', messages: [], system: [], tools: [], cap: [], streams: true },
    chargedBy: 'the length of the speech',
  },
  RetrieveAndGenerateCommand: { ...generated, streams: false },
  RetrieveAndGenerateStreamCommand: { ...generated, streams: true },
  StartAsyncInvokeCommand: {
    ...{
      ...converse,
      api: 'bedrock-videos',
      messages: ['modelInput.textToVideoParams.text', 'modelInput'],
      system: [],
      tools: [],
      cap: [],
      streams: false,
    },
    chargedBy: 'the seconds of video',
  },
};

/** Which kind of client a service's name gives. */
const SERVICES: Readonly<Record<string, string>> = { 'bedrock-runtime': 'client', 'bedrock-agent-runtime': 'knowledge-client' };

function serviceOf(args: readonly Argument[]): string | undefined {
  const name = argumentIn({ args, positional: ['service_name'] }, 'service_name');
  const text = name && plainText(name);
  return text !== undefined && Object.hasOwn(SERVICES, text) ? SERVICES[text] : undefined;
}

/** AWS's packages are for hundreds of services. */
const methods: readonly MethodMaker[] = ['client', 'create_client'].map(path => ({
  on: 'session',
  path,
  makes: 'client',
  gives: made => {
    const kind = serviceOf(made.layers[made.layers.length - 1]?.args ?? []);
    return kind === undefined ? [] : [{ ...made, kind, name: 'client', provider: 'aws', layers: [] }];
  },
}));

/** What is sent is what the command or the JSON in the body says. */
function read(call: SdkCall): SdkCall | readonly SdkCall[] | undefined {
  const { name = '' } = call.object;
  const isSent = call.shape.path === 'send';
  const command = isSent && Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (isSent && command === undefined) return isOtherCommand(call) ? undefined : call;
  const shape = { ...call.shape, ...command, positional: isSent ? ['command'] : (call.shape.positional ?? []) };
  return shape.api === 'bedrock-invoke' ? withBody({ ...call, shape }) : { ...call, shape };
}

/** `new GetAsyncInvokeCommand(…)`: most commands of a client ask for no answer of a model. */
function isOtherCommand(call: SdkCall): boolean {
  const command = argumentOf(call, 'command');
  return command?.kind === 'call' && command.callee.kind === 'external';
}

/** One for each body that may be sent. `tree`: what a language's own libraries write as JSON. */
export function withBody(call: SdkCall, tree = jsonSource): readonly SdkCall[] {
  const { layers } = call.object;
  const body = argumentOf(call, 'body');
  if (body === undefined) return [forMedia(call)];
  const source = tree(body);
  return (source.kind === 'choice' ? source.options : [source]).map(value => {
    const read = { args: [{ name: 'body', value, at: value.at }], positional: [] };
    return forMedia({ ...call, object: { ...call.object, layers: [...layers, read] } });
  });
}

/** Models that don't write text have no output cap, and prices of their own. */
function forMedia(call: SdkCall): SdkCall {
  const model = argumentOf(call, 'modelId');
  const id = (model && plainText(model)) ?? '';
  if (/embed/.test(id)) return { ...call, shape: { ...call.shape, api: 'bedrock-embeddings', cap: [] } };
  const isImage = /stability\.|image-generator|canvas|-reel|^luma\./.test(id);
  return isImage ? { ...call, shape: { ...call.shape, api: 'bedrock-images', cap: [], chargedBy: 'the number and size of images' } } : call;
}

function argumentOf({ object }: SdkCall, name: string): Value | undefined {
  return object.layers.map(layer => argumentIn(layer, name)).find(value => value !== undefined);
}

const client: Maker = { makes: 'client', provider: 'aws' };
const knowledge: Maker = { makes: 'knowledge-client', provider: 'aws' };
const session: Maker = { makes: 'session' };
const command: Maker = { makes: 'command', provider: 'aws' };

export const sdk: Sdk = {
  id: 'bedrock',
  modules: [
    'boto3',
    'aioboto3',
    'aiobotocore',
    'botocore',
    'mypy_boto3_bedrock_runtime',
    'types_aiobotocore_bedrock_runtime',
    '@aws-sdk/client-bedrock-runtime',
    '@aws-sdk/client-bedrock-agent-runtime',
    'aws-sdk',
  ],
  makers: {
    Session: session,
    get_session: session,
    BedrockRuntimeClient: client,
    BedrockRuntime: client,
    BedrockAgentRuntime: knowledge,
    BedrockAgentRuntimeClient: knowledge,
    ...Object.fromEntries(Object.keys(COMMANDS).map(name => [name, command])),
  },
  methods,
  moduleIs: 'session',
  baseUrlArguments: [],
  calls,
  read,
};

function inBody(names: readonly string[]): readonly string[] {
  return names.map(name => `body.${name}`);
}
