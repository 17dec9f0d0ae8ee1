import type { CallShape, Maker, Sdk } from './sdk';

const request = {
  api: 'smolagents',
  model: ['model_id', 'model'],
  system: ['instructions'],
  tools: ['tools'],
  rounds: { by: ['max_steps'], unlessStated: 'several' },
  cap: ['max_tokens', 'max_completion_tokens', 'max_new_tokens'],
  capRequired: false,
  schema: [],
  modelForm: '/',
} as const;

const calls: readonly CallShape[] = [
  { ...request, on: 'agent', path: 'run', streams: false, messages: ['task'], positional: ['task'] },
  { ...request, on: 'agent', path: '', streams: false, messages: ['task'], positional: ['task'] },
  { ...request, on: 'model', path: '', streams: false, messages: ['messages'], positional: ['messages'] },
  { ...request, on: 'model', path: 'generate', streams: false, messages: ['messages'], positional: ['messages'] },
  { ...request, on: 'model', path: 'generate_stream', streams: true, messages: ['messages'], positional: ['messages'] },
];

function model(provider?: string): Maker {
  const whose = provider === undefined ? {} : { provider };
  return { makes: 'model', fixesModel: 'if stated', ...whose, positional: ['model_id'] };
}

const AGENT: Maker = { makes: 'agent', fixesModel: 'if stated', objects: ['model'], positional: ['tools', 'model'] };

export const sdk: Sdk = {
  id: 'smolagents',
  modules: ['smolagents'],
  makers: {
    CodeAgent: AGENT,
    ToolCallingAgent: AGENT,
    LiteLLMModel: model(),
    OpenAIModel: model('openai'),
    OpenAIServerModel: model('openai'),
    AzureOpenAIModel: model('azure'),
    AzureOpenAIServerModel: model('azure'),
    AmazonBedrockModel: model('aws'),
    AmazonBedrockServerModel: model('aws'),
    InferenceClientModel: model('huggingface'),
    HfApiModel: model('huggingface'),
  },
  modelsStateCaps: true,
  baseUrlArguments: ['api_base', 'base_url'],
  calls,
};
