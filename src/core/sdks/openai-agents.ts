import { isJavaScript, languageOfUri } from '../source/languages/index';
import { argumentIn } from './handed';
import { REALTIME } from './openai-requests';
import type { CallShape, Maker, MethodMaker, Sdk } from './sdk';
import type { SdkCall, SdkObject } from './sdk-call';

/** What a run is given counts more than what the agent was made with. */
const run = {
  api: 'openai-agents',
  model: ['run_config.model', 'runConfig.model', 'model', 'modelId'],
  messages: ['input'],
  system: ['instructions'],
  tools: ['tools'],
  rounds: { by: ['max_turns', 'maxTurns'], unlessStated: 'several', offered: ['handoffs'] },
  conversation: ['session', 'previous_response_id', 'previousResponseId', 'conversation_id', 'conversationId'],
  storedPrompt: ['prompt'],
  cap: [
    'run_config.model_settings.max_tokens',
    'runConfig.modelSettings.maxTokens',
    'model_settings.max_tokens',
    'modelSettings.maxTokens',
  ],
  capRequired: false,
  schema: ['output_type', 'outputType'],
  modelForm: '/',
  objects: ['starting_agent'],
  positional: ['starting_agent', 'input'],
} as const;

/** A conversation by voice, with an agent of its own kind. */
const conversation = {
  ...REALTIME,
  provider: 'openai',
  model: ['model', 'options.model', 'model_config.initial_model_settings.model_name', 'config.model_settings.model_name'],
  system: run.system,
  tools: run.tools,
  streams: true,
} as const;

const calls: readonly CallShape[] = [
  { ...conversation, on: 'conversation', path: 'connect' },
  { ...conversation, on: 'realtime-runner', path: 'run' },
  { ...run, on: 'module', path: 'Runner.run', streams: false },
  { ...run, on: 'module', path: 'Runner.run_sync', streams: false },
  { ...run, on: 'module', path: 'Runner.run_streamed', streams: true },
  { ...run, on: 'module', path: 'run', streams: false },
  { ...run, on: 'runner', path: 'run', streams: false },
  { ...run, on: 'runner', path: 'run_sync', streams: false },
  { ...run, on: 'runner', path: 'run_streamed', streams: true },
  // What an agent or a model will be asked is said where it is run.
  { ...run, on: 'agent', path: 'run', streams: false, cap: run.cap.slice(2) },
  { ...run, on: 'model', path: 'get_response', streams: false, cap: run.cap.slice(2), objects: [] },
];

/** A runner's model goes before that of the agent it runs. */
function read(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const [runner, ...others] = layers;
  if (isAgentUnseen(call)) return { ...call, object: { ...call.object, name: 'Agent', unseen: true } };
  if (call.shape.on !== 'runner' || runner === undefined || others.length === 0) return call;
  return { ...call, object: { ...call.object, layers: [...others.slice(0, -1), runner, ...others.slice(-1)] } };
}

/** Nothing is known of the agent that is run: what it was made with may say a model, tools and a cap. */
function isAgentUnseen({ shape, object: { layers } }: SdkCall): boolean {
  const own = layers[layers.length - 1];
  const withoutAgent = shape.on === 'runner' ? 2 : 1;
  return (
    shape.objects !== undefined && layers.length <= withoutAgent && own !== undefined && argumentIn(own, 'starting_agent') !== undefined
  );
}

const AGENT: Maker = { makes: 'agent', fixesModel: 'if stated', objects: ['model'], positional: ['name'] };

function model(provider?: 'openai'): Maker {
  const whose = provider === undefined ? {} : { provider };
  const positional = ['model', 'openai_client'];
  return { makes: 'model', fixesModel: true, ...whose, positional, objects: ['openai_client'], gives: clientFirst };
}

/** In JavaScript the client comes before the model: `new OpenAIResponsesModel(client, 'gpt-5.4')`. */
function clientFirst(made: SdkObject): SdkObject {
  const [own, ...others] = made.layers;
  const [first] = own?.args ?? [];
  const language = first && languageOfUri(first.at.uri);
  if (own === undefined || language === undefined || !isJavaScript(language)) return made;
  return { ...made, layers: [{ ...own, positional: [...own.positional].reverse() }, ...others] };
}

const methods: readonly MethodMaker[] = [{ on: 'agent', path: 'clone', makes: 'agent', objects: ['model'] }];

export const sdk: Sdk = {
  id: 'openai-agents',
  modules: ['agents', '@openai/agents', '@openai/agents-core', '@openai/agents-openai', '@openai/agents-extensions'],
  sharedNames: ['agents'],
  makers: {
    Agent: AGENT,
    SandboxAgent: AGENT,
    'Agent.create': AGENT,
    Runner: { makes: 'runner', objects: ['model'] },
    RealtimeAgent: { makes: 'realtime-agent', positional: ['name'] },
    RealtimeSession: { makes: 'conversation', objects: ['agent'], positional: ['agent', 'options'] },
    RealtimeRunner: { makes: 'realtime-runner', objects: ['starting_agent'], positional: ['starting_agent'] },
    OpenAIChatCompletionsModel: model('openai'),
    OpenAIResponsesModel: model('openai'),
    OpenAIResponsesWSModel: model('openai'),
    OpenAIHostedMultiAgentModel: model('openai'),
    LitellmModel: model(),
    aisdk: { wraps: true },
    tool: { wraps: true },
  },
  methods,
  baseUrlArguments: ['base_url', 'baseURL', 'azure_endpoint'],
  calls,
  read,
};
