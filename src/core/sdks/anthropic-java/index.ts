import type { Provider } from '../../request/call-site';
import type { Value } from '../../source/values';
import { BATCHES, MESSAGES, TEXT_COMPLETIONS } from '../anthropic-requests';
import { argumentIn } from '../handed';
import type { Maker, MessageClass, Sdk } from '../sdk';
import type { SdkObject } from '../sdk-call';
import { addsInWireCase, wireNames } from '../wire-case';
import { ANTHROPIC_MODELS } from './model-constants';

const handed = { model: ['model', 'params'], positional: ['params'], objects: ['params'] };
const messages = { ...MESSAGES, ...handed };
const completions = { ...TEXT_COMPLETIONS, ...handed };

/** Whose servers a client's backend talks to. */
const BACKENDS: Readonly<Record<string, Provider>> = {
  BedrockBackend: 'aws',
  BedrockMantleBackend: 'aws',
  AwsBackend: 'aws',
  VertexBackend: 'google',
  GoogleCloudBackend: 'google',
  FoundryBackend: 'azure',
};

function withBackend(made: SdkObject): SdkObject {
  const [layer] = made.layers;
  const backend = layer && argumentIn(layer, 'backend');
  const name = backend && classOf(backend);
  if (name === undefined) return made;
  return { ...made, provider: Object.hasOwn(BACKENDS, name) ? BACKENDS[name] : undefined };
}

/** The class that `X.fromEnv()` or `X.builder()….build()` makes an object of. */
function classOf(value: Value): string | undefined {
  const type = value.kind === 'call' ? value.callee : value.kind === 'param' ? value.type : value;
  return type?.kind === 'external' ? type.path.find(step => /^\p{Lu}/u.test(step)) : undefined;
}

const client: Maker = { makes: 'client', provider: 'anthropic', gives: withBackend };
const params: Maker = { makes: 'params' };
const block: MessageClass = { names: { cacheControl: 'cache_control', contentOfBlockParams: 'content' } };

/** Anthropic's own SDK for Java and Kotlin. */
export const sdk: Sdk = {
  id: 'anthropic-java',
  modules: [
    ...['com.anthropic.client', 'com.anthropic.models', 'com.anthropic.core', 'com.anthropic.backends', 'com.anthropic.bedrock'],
    ...['com.anthropic.vertex', 'com.anthropic.foundry', 'com.anthropic.aws', 'com.anthropic.googlecloud'],
  ],
  makers: {
    ...Object.fromEntries(
      ['AnthropicClient', 'AnthropicClientAsync', 'AnthropicOkHttpClient', 'AnthropicOkHttpClientAsync'].flatMap(name => [
        [name, client],
        [`${name}.fromEnv`, client],
      ]),
    ),
    MessageCreateParams: params,
    StructuredMessageCreateParams: params,
    CompletionCreateParams: params,
    ToolRunnerCreateParams: { ...params, objects: ['initialMessageParams'] },
    ...Object.fromEntries(
      [
        ...['Model.of', 'ContentBlockParam.ofText', 'BetaContentBlockParam.ofText', 'ToolUnion.ofTool', 'BetaToolUnion.ofBetaTool'],
        ...['MessageParam.Content.ofString', 'MessageParam.Content.ofBlockParams', 'BetaMessageParam.Content.ofString'],
        ...['MessageCreateParams.System.ofString', 'MessageCreateParams.System.ofTextBlockParams', 'JsonValue.from'],
      ].map(name => [name, { wraps: true } as const]),
    ),
  },
  baseUrlArguments: ['base_url'],
  calls: [
    { ...messages, path: 'messages.create', streams: false },
    { ...messages, path: 'messages.createStreaming', streams: true },
    { ...messages, path: 'messages.toolRunner', streams: false },
    { ...BATCHES, path: 'messages.batches.create', streams: false },
    { ...completions, path: 'completions.create', streams: false },
    { ...completions, path: 'completions.createStreaming', streams: true },
  ],
  constants: {
    ...ANTHROPIC_MODELS,
    'Role.USER': 'user',
    'Role.ASSISTANT': 'assistant',
    'Role.SYSTEM': 'system',
    'Ttl.TTL_5M': '5m',
    'Ttl.TTL_1H': '1h',
  },
  adds: addsInWireCase({
    addUserMessage: { to: 'messages', role: 'user' },
    addUserMessageOfBlockParams: { to: 'messages', role: 'user' },
    addUserMessageOfBetaContentBlockParams: { to: 'messages', role: 'user' },
    addAssistantMessage: { to: 'messages', role: 'assistant' },
    addAssistantMessageOfBlockParams: { to: 'messages', role: 'assistant' },
    addSystemMessage: { to: 'messages', role: 'system' },
    addMessage: { to: 'messages' },
    addTool: { to: 'tools' },
  }),
  messages: {
    MessageParam: block,
    BetaMessageParam: { names: { ...block.names, contentOfBetaContentBlockParams: 'content' } },
    TextBlockParam: block,
    BetaTextBlockParam: block,
    CacheControlEphemeral: {},
    BetaCacheControlEphemeral: {},
  },
  read: wireNames({ systemOfTextBlockParams: 'system', systemOfBetaTextBlockParams: 'system' }),
};
