import { choose } from '../link/choose';
import { entryOf } from '../link/entries';
import { namedArguments } from '../request/arguments';
import type { Argument, Value } from '../source/values';
import { argumentIn, FREE } from './handed';
import { callsOfMembers } from './members';
import type { CallShape, Maker, Sdk } from './sdk';
import type { SdkCall, SdkObject } from './sdk-call';

const request = {
  api: 'autogen',
  // What a configuration that isn't in sight says is whoever's who made it.
  model: ['model', 'azure_deployment', 'llm_config.model', 'model_client', 'llm_config'],
  system: ['system_message'],
  tools: ['tools', 'workbench'],
  cap: ['max_tokens', 'max_completion_tokens', 'llm_config.max_tokens'],
  capRequired: false,
  schema: ['output_content_type', 'json_output', 'response_format'],
  messages: ['messages', 'task', 'message'],
  modelForm: '/',
} as const;

/** An agent's tools are run once, and what they gave is its answer, unless it is told otherwise. */
const ofAgent = {
  ...{ ...request, on: 'agent' },
  rounds: { by: ['max_tool_iterations'], unlessStated: 'one', againBy: ['reflect_on_tool_use'] },
} as const;

const calls: readonly CallShape[] = [
  ...['run', 'run_stream'].map(path => ({
    ...{ ...request, on: 'team', path, streams: path === 'run_stream' },
    ...{ system: [], tools: [], schema: [], messages: ['messages'], positional: ['task'] },
  })),
  { ...request, on: 'model', path: 'create', streams: false, positional: ['messages'] },
  { ...request, on: 'model', path: 'create_stream', streams: true, positional: ['messages'] },
  { ...ofAgent, path: 'run', streams: false },
  { ...ofAgent, path: 'run_stream', streams: true },
  { ...ofAgent, path: 'on_messages', streams: false, positional: ['messages'] },
  { ...ofAgent, path: 'on_messages_stream', streams: true, positional: ['messages'] },
  { ...request, on: 'agent', path: 'generate_reply', streams: false, positional: ['messages'] },
  { ...request, on: 'agent', path: 'a_generate_reply', streams: false, positional: ['messages'] },
  // The one who is asked is the one who spends.
  ...['initiate_chat', 'a_initiate_chat'].flatMap(path =>
    ['agent', 'proxy'].map(on => ({ ...request, on, path, streams: false, objects: ['recipient'], positional: ['recipient'] })),
  ),
];

function model(provider: string): Maker {
  return { makes: 'model', fixesModel: true, provider };
}

/** Of the models in `config_list`, the first that answers is taken. */
function configured(made: SdkObject): SdkObject {
  const [layer] = made.layers;
  const config = layer && argumentIn(layer, 'llm_config');
  // `llm_config=False`: it asks none.
  if (layer !== undefined && config?.kind === 'scalar')
    return { ...made, layers: [{ ...layer, args: layer.args.filter(({ name }) => name !== 'llm_config') }] };
  const list = config?.kind === 'record' ? entryOf(config, 'config_list').value : undefined;
  const models = list === undefined ? [] : modelsIn(list);
  if (layer === undefined || list === undefined || models.length === 0) return made;
  const value = choose(list.at, models);
  return { ...made, layers: [{ ...layer, args: [...layer.args, { name: 'model', value, at: list.at }] }] };
}

/** The models of a list of configurations, if it is known of each; of a file's, those that it is filtered by. */
function modelsIn(list: Value): readonly Value[] {
  if (list.kind === 'call') {
    const filter = list.args.find(({ name }) => name === 'filter_dict')?.value;
    const allowed = filter?.kind === 'record' ? entryOf(filter, 'model').value : undefined;
    return allowed?.kind === 'list' ? allowed.items : [];
  }
  const items = list.kind === 'list' ? list.items : [];
  const models = items.flatMap(item => (item.kind === 'record' ? (entryOf(item, 'model').value ?? []) : []));
  return models.length < items.length ? [] : models;
}

const AGENT: Maker = {
  makes: 'agent',
  fixesModel: 'if stated',
  positional: ['name', 'model_client'],
  objects: ['model_client'],
  gives: configured,
};

/** Before version 0.4, and in what was made of that: no client, and what it is told comes second. */
const OLDER: Maker = { ...AGENT, positional: ['name', 'system_message'], objects: [] };
const OLDER_AGENTS = Object.fromEntries(
  ['autogen', 'autogen.agentchat'].flatMap(module => [
    [`${module}.AssistantAgent`, { ...OLDER, positional: ['name', 'system_message', 'llm_config'] }],
    [`${module}.ConversableAgent`, OLDER],
    [`${module}.GroupChatManager`, { ...OLDER, positional: ['groupchat', 'name'] }],
  ]),
);

/** `ChatCompletionClient.load_component({"provider": "OpenAIChatCompletionClient", "config": {"model": …}})` */
const LOADED: Maker = {
  makes: 'model',
  fixesModel: true,
  positional: ['model'],
  gives(made) {
    const [layer] = made.layers;
    const component = layer && argumentIn(layer, 'model');
    if (layer === undefined || component?.kind !== 'record') return made;
    const provider = entryOf(component, 'provider').value;
    const name = provider?.kind === 'text' ? provider.text.text.replace(/^.*\./, '').replace(/_/g, '').toLowerCase() : '';
    const config = entryOf(component, 'config').value;
    const own = Object.entries(CLIENTS).find(([client]) => client.toLowerCase() === name)?.[1].provider;
    const args: readonly Argument[] =
      config === undefined ? [] : [{ value: { kind: 'spread', at: config.at, value: config }, at: config.at }];
    return { ...made, ...(own === undefined ? {} : { provider: own }), layers: [{ args, positional: [] }] };
  },
};

const CLIENTS: Readonly<Record<string, Maker>> = {
  OpenAIChatCompletionClient: model('openai'),
  AzureOpenAIChatCompletionClient: model('azure'),
  AnthropicChatCompletionClient: model('anthropic'),
  OllamaChatCompletionClient: model('ollama'),
};

/** Agents that are run together, each with its own model, and perhaps one that says whose turn it is. */
const TEAM: Maker = { makes: 'team', positional: ['participants'] };

function read(call: SdkCall, objectsOf: (value: Value) => readonly SdkObject[]): SdkCall | readonly SdkCall[] {
  const { kind, layers } = call.object;
  if (kind !== 'team') return call;
  const named = namedArguments([...layers.slice(0, -1), { args: [], positional: [] }]);
  const participants = named.get(['participants'])?.value;
  const chooser = named.get(['model_client'])?.value;
  const members = participants?.kind === 'list' ? participants.items : participants === undefined ? [] : [participants];
  const said = argumentIn(layers[layers.length - 1] ?? { args: [], positional: [] }, 'task');
  return callsOfMembers(call, [...members, ...(chooser === undefined ? [] : [chooser])], said === undefined ? [] : [said], objectsOf, {
    ...{ called: 'team', asking: ['agent', 'model'], silent: ['proxy'], modelless: true, shape: request },
  });
}

export const sdk: Sdk = {
  id: 'autogen',
  modules: ['autogen_agentchat', 'autogen_ext', 'autogen_core', 'autogen'],
  sharedNames: ['autogen'],
  makers: {
    ...CLIENTS,
    ReplayChatCompletionClient: { makes: FREE },
    ChatCompletionClient: { makes: 'model', fixesModel: 'if stated' },
    'ChatCompletionClient.load_component': LOADED,
    ...OLDER_AGENTS,
    AssistantAgent: AGENT,
    ConversableAgent: AGENT,
    GroupChatManager: AGENT,
    CodeExecutorAgent: { ...AGENT, positional: ['name', 'code_executor'] },
    FileSurfer: AGENT,
    MultimodalWebSurfer: AGENT,
    MagenticOneCoderAgent: AGENT,
    SocietyOfMindAgent: { ...AGENT, positional: ['name', 'team', 'model_client'] },
    UserProxyAgent: { makes: 'proxy' },
    RoundRobinGroupChat: TEAM,
    SelectorGroupChat: { ...TEAM, positional: ['participants', 'model_client'] },
    MagenticOneGroupChat: { ...TEAM, positional: ['participants', 'model_client'] },
    Swarm: TEAM,
    GraphFlow: TEAM,
  },
  modelsStateCaps: true,
  baseUrlArguments: ['base_url'],
  calls,
  messages: {
    SystemMessage: { role: 'system' },
    UserMessage: { role: 'user' },
    AssistantMessage: { role: 'assistant' },
    TextMessage: { role: 'user' },
  },
  read,
};
