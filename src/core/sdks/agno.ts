import type { Provider } from '../request/call-site';
import { FREE } from './handed';
import type { CallShape, Maker, Sdk } from './sdk';

const run = {
  on: 'agent',
  api: 'agno',
  streams: false,
  // Models that are made by a class are called `id`; `model="openai:gpt-5.4"` is a text.
  model: ['model', 'id'],
  messages: ['input', 'message'],
  system: ['description', 'instructions', 'system_message', 'introduction'],
  tools: ['tools'],
  rounds: { by: ['tool_call_limit'], unlessStated: 'several' },
  cap: ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'options.num_predict'],
  capRequired: false,
  schema: ['output_schema', 'response_model'],
  modelForm: ':',
  objects: ['model'],
  positional: ['input'],
} as const;

const calls: readonly CallShape[] = [
  ...['run', 'arun', 'print_response', 'aprint_response', 'cli_app', 'acli_app'].map(path => ({ ...run, path })),
  // What a model will be asked is said where an agent is run with it.
  { ...run, on: 'model', path: 'response', objects: [], messages: ['messages'], positional: ['messages'] },
  ...['get_embedding', 'get_embedding_and_usage', 'async_get_embedding'].map(path => ({
    ...run,
    ...{ on: 'embedder', api: 'agno-embeddings', path, messages: ['text'], positional: ['text'] },
    ...{ system: [], tools: [], cap: [], schema: [], objects: [] },
  })),
];

function model(provider?: Provider): Maker {
  return { makes: 'model', fixesModel: 'if stated', ...(provider === undefined ? {} : { provider }), positional: ['id'] };
}

function embedder(provider: Provider): Maker {
  return { makes: 'embedder', fixesModel: 'if stated', provider };
}

const AGENT: Maker = { makes: 'agent', fixesModel: 'if stated', objects: ['model'] };

/** Agno, which was called phidata. */
export const sdk: Sdk = {
  id: 'agno',
  modules: ['agno', 'phi'],
  // Projects call files of their own `phi`.
  sharedNames: ['phi'],
  makers: {
    Agent: AGENT,
    Team: AGENT,
    OpenAIChat: model('openai'),
    OpenAIResponses: model('openai'),
    OpenAILike: model(),
    AzureOpenAI: model('azure'),
    AzureOpenAIChat: model('azure'),
    AzureAIFoundry: model('azure'),
    Claude: model('anthropic'),
    'agno.models.aws.Claude': model('aws'),
    'agno.models.aws.claude.Claude': model('aws'),
    'agno.models.azure.Claude': model('azure'),
    'agno.models.azure.claude.Claude': model('azure'),
    'agno.models.vertexai.claude.Claude': model('google'),
    'phi.model.aws.claude.Claude': model('aws'),
    AwsBedrock: model('aws'),
    Gemini: model('google'),
    GeminiInteractions: model('google'),
    Groq: model('groq'),
    DeepSeek: model('deepseek'),
    DeepSeekChat: model('deepseek'),
    Ollama: model('ollama'),
    OllamaTools: model('ollama'),
    OllamaResponses: model('ollama'),
    MistralChat: model('mistral'),
    Mistral: model('mistral'),
    Cohere: model('cohere'),
    CohereChat: model('cohere'),
    Together: model('together'),
    xAI: model('x-ai'),
    xAIChat: model('x-ai'),
    Cerebras: model('cerebras'),
    CerebrasOpenAI: model('cerebras'),
    OpenRouter: model('openrouter'),
    OpenRouterResponses: model('openrouter'),
    Perplexity: model('perplexity'),
    HuggingFace: model('huggingface'),
    Fireworks: model('fireworks'),
    MoonShot: model('moonshotai'),
    LiteLLM: model(),
    LiteLLMOpenAI: model(),
    LMStudio: { makes: FREE },
    LlamaCpp: { makes: FREE },
    OpenAIEmbedder: embedder('openai'),
    GeminiEmbedder: embedder('google'),
    CohereEmbedder: embedder('cohere'),
    MistralEmbedder: embedder('mistral'),
    VoyageAIEmbedder: embedder('voyage'),
  },
  modelsStateCaps: true,
  baseUrlArguments: ['base_url'],
  calls,
  messages: { Message: { positional: ['role', 'content'] } },
};
