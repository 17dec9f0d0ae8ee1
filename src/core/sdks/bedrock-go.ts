import type { Argument, Value } from '../source/values';
import { sdk as bedrock } from './bedrock';
import { goCall } from './go/go-call';
import { type GoApi, textEntry } from './go/wire';
import type { CallShape, Sdk } from './sdk';

/** `&types.ContentBlockMemberText{Value: "…"}` */
function text(args: readonly Argument[], at: Value['at']): Value | undefined {
  const value = fieldValue(args);
  return value && { kind: 'record', at, entries: [{ key: 'text', value: value.value, at: value.at }] };
}

function point(_args: readonly Argument[], at: Value['at']): Value {
  return {
    kind: 'record',
    at,
    entries: [{ key: 'cachePoint', value: { kind: 'record', at, entries: [textEntry('type', 'default', at)] }, at }],
  };
}

/** `&types.ToolMemberToolSpec{Value: types.ToolSpecification{…}}` */
function inner(args: readonly Argument[]): Value | undefined {
  return fieldValue(args)?.value;
}

function fieldValue(args: readonly Argument[]): Argument | undefined {
  return args.find(({ name }) => name === 'Value');
}

const api: GoApi = {
  keys: 'camelCase',
  constants: new Map([
    ['ConversationRoleUser', 'user'],
    ['ConversationRoleAssistant', 'assistant'],
  ]),
  made: {
    ContentBlockMemberText: text,
    SystemContentBlockMemberText: text,
    ContentBlockMemberCachePoint: point,
    SystemContentBlockMemberCachePoint: point,
    ToolMemberToolSpec: inner,
    ToolMemberCachePoint: point,
    ToolInputSchemaMemberJson: inner,
  },
};

/** The requests are those of the other languages' packages; Go names its methods after them. */
function named(path: string, method: string): readonly CallShape[] {
  const shape = bedrock.calls.find(call => call.path === path && call.on === undefined);
  return shape === undefined ? [] : [{ ...shape, path: method }];
}

const client = { makes: 'client', provider: 'aws' } as const;

/** AWS's package for Go, version 2. */
export const sdk: Sdk = {
  id: 'bedrock-go',
  modules: ['github.com/aws/aws-sdk-go-v2/service/bedrockruntime'],
  makers: { New: client, NewFromConfig: client, Client: client },
  baseUrlArguments: [],
  calls: [
    ...named('converse', 'Converse'),
    ...named('converse_stream', 'ConverseStream'),
    ...named('invoke_model', 'InvokeModel'),
    ...named('invoke_model_with_response_stream', 'InvokeModelWithResponseStream'),
  ],
  read: (call, objectsOf, surroundings) => bedrock.read?.(goCall(call, api, ['', 'params']), objectsOf, surroundings),
};
