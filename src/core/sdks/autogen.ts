import { entryOf } from '../link/entries';
import { choose } from '../link/evaluation';
import { argumentIn } from './handed';
import type { CallShape, Maker, Sdk, SdkObject } from './sdk';

const request = {
  api: 'autogen',
  model: ['model', 'azure_deployment', 'llm_config.model'],
  system: ['system_message'],
  tools: ['tools'],
  cap: ['max_tokens', 'max_completion_tokens', 'llm_config.max_tokens'],
  capRequired: false,
  schema: ['output_content_type', 'json_output', 'response_format'],
  messages: ['messages', 'task', 'message'],
  modelForm: '/',
} as const;

const calls: readonly CallShape[] = [
  { ...request, on: 'model', path: 'create', streams: false, positional: ['messages'] },
  { ...request, on: 'model', path: 'create_stream', streams: true, positional: ['messages'] },
  { ...request, on: 'agent', path: 'run', streams: false },
  { ...request, on: 'agent', path: 'run_stream', streams: true },
  { ...request, on: 'agent', path: 'on_messages', streams: false, positional: ['messages'] },
  { ...request, on: 'agent', path: 'on_messages_stream', streams: true, positional: ['messages'] },
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
  const list = config?.kind === 'record' ? entryOf(config, 'config_list').value : undefined;
  const items = list?.kind === 'list' ? list.items : [];
  const models = items.flatMap(item => (item.kind === 'record' ? (entryOf(item, 'model').value ?? []) : []));
  if (layer === undefined || list === undefined || models.length === 0 || models.length < items.length) return made;
  const value = choose(list.at, models);
  return { ...made, layers: [{ ...layer, args: [...layer.args, { name: 'model', value, at: list.at }] }] };
}

const AGENT: Maker = {
  makes: 'agent',
  fixesModel: 'if stated',
  positional: ['name', 'model_client'],
  objects: ['model_client'],
  gives: configured,
};

export const sdk: Sdk = {
  id: 'autogen',
  modules: ['autogen_agentchat', 'autogen_ext', 'autogen_core', 'autogen'],
  sharedNames: ['autogen'],
  makers: {
    OpenAIChatCompletionClient: model('openai'),
    AzureOpenAIChatCompletionClient: model('azure'),
    AnthropicChatCompletionClient: model('anthropic'),
    OllamaChatCompletionClient: model('ollama'),
    AssistantAgent: AGENT,
    ConversableAgent: AGENT,
    UserProxyAgent: { makes: 'proxy' },
  },
  baseUrlArguments: ['base_url'],
  calls,
};
