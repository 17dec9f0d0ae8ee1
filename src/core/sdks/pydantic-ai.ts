import { isNull, plainText } from '../link/plain-values';
import { providerOfModel } from '../request/model-owners';
import { argumentIn, FREE } from './handed';
import type { CallShape, Maker, Sdk } from './sdk';
import type { SdkObject } from './sdk-call';

const run = {
  on: 'agent',
  api: 'pydantic-ai',
  model: ['model', 'model_name'],
  messages: ['user_prompt', 'messages'],
  system: ['instructions', 'system_prompt'],
  tools: ['tools'],
  rounds: { by: ['usage_limits.request_limit'], unlessStated: 'several' },
  cap: ['model_settings.max_tokens', 'settings.max_tokens'],
  capRequired: false,
  schema: ['output_type', 'result_type'],
  modelForm: ':',
  objects: ['model'],
  positional: ['user_prompt'],
} as const;

/** One request to a model, without an agent. */
const direct = { ...run, on: 'module', positional: ['model', 'messages'] } as const;
const embedding = {
  ...run,
  ...{ on: 'embedder', api: 'pydantic-ai-embeddings', streams: false, messages: ['documents', 'query'], positional: ['documents'] },
  ...{ system: [], tools: [], cap: [], schema: [], objects: [] },
};

const calls: readonly CallShape[] = [
  ...['run', 'run_sync', 'iter'].map(path => ({ ...run, path, streams: false })),
  ...['run_stream', 'run_stream_sync', 'run_stream_events'].map(path => ({ ...run, path, streams: true })),
  ...['model_request', 'model_request_sync'].map(path => ({ ...direct, path, streams: false })),
  ...['model_request_stream', 'model_request_stream_sync'].map(path => ({ ...direct, path, streams: true })),
  ...['embed', 'embed_sync', 'embed_query', 'embed_query_sync', 'embed_documents', 'embed_documents_sync'].map(path => ({
    ...embedding,
    path,
  })),
  // What a model will be asked is said where an agent is run with it.
  { ...run, on: 'model', path: 'request', streams: false, objects: [] },
];

function model(provider?: string): Maker {
  const whose = provider === undefined ? {} : { provider };
  return { makes: 'model', fixesModel: true, ...whose, positional: ['model'], objects: ['provider'], gives: named };
}

function provider(name?: string): Maker {
  const whose = name === undefined ? {} : { provider: name };
  return { makes: 'provider', ...whose, objects: ['openai_client'] };
}

/** `OpenAIChatModel('deepseek-chat', provider='deepseek')` names its provider; one that isn't in sight may be anybody who speaks OpenAI's protocol. */
function named(made: SdkObject): SdkObject {
  const stated = made.layers.map(layer => argumentIn(layer, 'provider')).find(value => value !== undefined);
  const name = stated && plainText(stated);
  const found = name === undefined ? undefined : providerOfModel(`${name}:`, ':');
  if (found !== undefined) return { ...made, provider: found };
  const isOpen = stated !== undefined && !isNull(stated) && made.provider === 'openai';
  return isOpen ? { ...made, provider: undefined, anyHost: true } : made;
}

export const sdk: Sdk = {
  id: 'pydantic-ai',
  modules: ['pydantic_ai'],
  makers: {
    Agent: { makes: 'agent', fixesModel: 'if stated', objects: ['model'], positional: ['model'] },
    Embedder: { makes: 'embedder', positional: ['model'] },
    OpenAIModel: model('openai'),
    OpenAIChatModel: model('openai'),
    OpenAIResponsesModel: model('openai'),
    AnthropicModel: model('anthropic'),
    GeminiModel: model('google'),
    GoogleModel: model('google'),
    VertexAIModel: model('google'),
    BedrockConverseModel: model('aws'),
    CohereModel: model('cohere'),
    GroqModel: model('groq'),
    MistralModel: model('mistral'),
    XaiModel: model('x-ai'),
    OpenRouterModel: model('openrouter'),
    CerebrasModel: model('cerebras'),
    OllamaModel: model('ollama'),
    HuggingFaceModel: model('huggingface'),
    FallbackModel: { wraps: 'default_model', positional: ['default_model'] },
    InstrumentedModel: { wraps: 'wrapped', positional: ['wrapped'] },
    // Agents whose runs a workflow engine keeps.
    TemporalAgent: { wraps: 'wrapped', positional: ['wrapped'] },
    DBOSAgent: { wraps: 'wrapped', positional: ['wrapped'] },
    PrefectAgent: { wraps: 'wrapped', positional: ['wrapped'] },
    WrapperAgent: { wraps: 'wrapped', positional: ['wrapped'] },
    TestModel: { makes: FREE },
    FunctionModel: { makes: FREE },
    OpenAIProvider: provider('openai'),
    AzureProvider: provider('azure'),
    DeepSeekProvider: provider('deepseek'),
    OpenRouterProvider: provider('openrouter'),
    GroqProvider: provider('groq'),
    TogetherProvider: provider('together'),
    FireworksProvider: provider('fireworks'),
    GrokProvider: provider('x-ai'),
    XaiProvider: provider('x-ai'),
    OllamaProvider: provider('ollama'),
    MistralProvider: provider('mistral'),
    CohereProvider: provider('cohere'),
    CerebrasProvider: provider('cerebras'),
    MoonshotAIProvider: provider('moonshotai'),
    AnthropicProvider: provider(),
    GoogleProvider: provider('google'),
    BedrockProvider: provider('aws'),
  },
  modelsStateCaps: true,
  baseUrlArguments: ['base_url'],
  calls,
  messages: {
    ModelRequest: { positional: ['parts'] },
    'ModelRequest.user_text_prompt': { role: 'user', positional: ['content'] },
    SystemPromptPart: { role: 'system', positional: ['content'] },
    UserPromptPart: { role: 'user', positional: ['content'] },
    ModelResponse: { role: 'assistant', positional: ['parts'] },
    TextPart: { positional: ['content'] },
  },
};
