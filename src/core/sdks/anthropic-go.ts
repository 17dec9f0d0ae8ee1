import type { Argument, Entry, Value } from '../source/values';
import { BATCHES, MESSAGES, TEXT_COMPLETIONS } from './anthropic-requests';
import { goCall, onHost } from './go/go-call';
import { ANTHROPIC_MODELS } from './go/model-constants';
import { textBlock } from './go/parts';
import { type GoApi, textEntry } from './go/wire';
import type { Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

/** `anthropic.NewUserMessage(blocks...)` */
function message(role: string) {
  return (args: readonly Argument[], at: Value['at']): Value => ({
    kind: 'record',
    at,
    entries: [textEntry('role', role, at), { key: 'content', value: { kind: 'list', at, items: args.map(({ value }) => value) }, at }],
  });
}

function cacheControl(args: readonly Argument[], at: Value['at']): Value {
  const own = args.flatMap(({ name, value, at: place }) => (name === 'TTL' ? [{ key: 'ttl', value, at: place }] : []));
  return { kind: 'record', at, entries: [textEntry('type', 'ephemeral', at), ...own] };
}

/** `anthropic.ToolUnionParamOfTool(inputSchema, name)` */
function toolOf([schema, name]: readonly Argument[], at: Value['at']): Value {
  const own = [
    { key: 'name', ...name },
    { key: 'input_schema', ...schema },
  ].flatMap(({ key, value }) => (value === undefined ? [] : [{ key, value, at }]));
  return { kind: 'record', at, entries: own };
}

const api: GoApi = {
  keys: 'snake_case',
  constants: new Map([
    ...ANTHROPIC_MODELS,
    ['MessageParamRoleUser', 'user'],
    ['MessageParamRoleAssistant', 'assistant'],
    ['BetaMessageParamRoleUser', 'user'],
    ['BetaMessageParamRoleAssistant', 'assistant'],
    ['CacheControlEphemeralTTLTTL5m', '5m'],
    ['CacheControlEphemeralTTLTTL1h', '1h'],
  ]),
  made: {
    NewUserMessage: message('user'),
    NewAssistantMessage: message('assistant'),
    NewBetaUserMessage: message('user'),
    NewTextBlock: textBlock,
    ToolUnionParamOfTool: toolOf,
    NewBetaTextBlock: textBlock,
    NewCacheControlEphemeralParam: cacheControl,
    NewBetaCacheControlEphemeralParam: cacheControl,
    CacheControlEphemeralParam: cacheControl,
    BetaCacheControlEphemeralParam: cacheControl,
  },
};

const client = { makes: 'client', provider: 'anthropic' } as const;

/** Anthropic's own package for Go. */
export const sdk: Sdk = {
  id: 'anthropic-go',
  modules: ['github.com/anthropics/anthropic-sdk-go'],
  makers: { NewClient: client, Client: client },
  baseUrlArguments: ['WithBaseURL'],
  optionalNumbers: { by: 'Int', required: ['max_tokens'] },
  calls: [
    { ...MESSAGES, path: 'Messages.New', streams: false },
    { ...MESSAGES, path: 'Messages.NewStreaming', streams: true },
    { ...MESSAGES, path: 'Beta.Messages.New', streams: false },
    { ...MESSAGES, path: 'Beta.Messages.NewStreaming', streams: true },
    { ...MESSAGES, path: 'Beta.Messages.NewToolRunner', streams: false },
    { ...MESSAGES, path: 'Beta.Messages.NewToolRunnerStreaming', streams: true },
    { ...BATCHES, path: 'Messages.Batches.New', streams: false },
    { ...BATCHES, path: 'Beta.Messages.Batches.New', streams: false },
    { ...TEXT_COMPLETIONS, path: 'Completions.New', streams: false },
    { ...TEXT_COMPLETIONS, path: 'Completions.NewStreaming', streams: true },
  ],
  read: call =>
    onHost(/ToolRunner/.test(call.shape.path) ? ofRunner(goCall(call, api, ['tools', 'params'])) : goCall(call, api, ['', 'params'])),
};

/** What a runner of tools is handed holds a whole request, of which it makes one after another. */
function ofRunner(call: SdkCall): SdkCall {
  const inner = (entry: Entry): readonly Entry[] => {
    if (entry.key !== 'beta_message_new_params') return [entry];
    const { value, at } = entry;
    return value.kind === 'record' ? value.entries : [{ value: { kind: 'spread', at, value }, at }];
  };
  const own = ({ value, ...argument }: Argument): Argument =>
    value.kind === 'spread' && value.value.kind === 'record'
      ? { ...argument, value: { ...value, value: { ...value.value, entries: value.value.entries.flatMap(inner) } } }
      : { ...argument, value };
  const layers = call.object.layers.map(layer => ({ ...layer, args: layer.args.map(own) }));
  return { ...call, object: { ...call.object, layers } };
}
