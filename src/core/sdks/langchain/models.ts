import { plainText } from '../../link/plain-values';
import { providerOfModel } from '../../request/model-owners';
import { argumentIn } from '../handed';
import type { Maker } from '../sdk';
import type { SdkObject } from '../sdk-call';

/** Classes of chat and completion models, by whose servers they talk to. */
const CHAT: Readonly<Record<string, readonly string[]>> = {
  openai: ['ChatOpenAI', 'OpenAI', 'OpenAIChat', 'ChatOpenAIResponses', 'ChatOpenAICompletions'],
  azure: ['AzureChatOpenAI', 'AzureOpenAI', 'AzureChatOpenAIResponses', 'AzureChatOpenAICompletions', 'AzureAIChatCompletionsModel'],
  anthropic: ['ChatAnthropic', 'ChatAnthropicMessages', 'Anthropic', 'AnthropicLLM'],
  google: [
    'ChatGoogleGenerativeAI',
    'GoogleGenerativeAI',
    'ChatVertexAI',
    'VertexAI',
    'ChatAnthropicVertex',
    'ChatGoogle',
    'ChatGooglePalm',
    'GooglePalm',
    'ChatGoogleVertexAI',
  ],
  aws: ['ChatBedrock', 'ChatBedrockConverse', 'ChatAnthropicBedrock', 'BedrockChat', 'BedrockLLM', 'Bedrock', 'BedrockConverse'],
  mistral: ['ChatMistralAI', 'MistralAI'],
  cohere: ['ChatCohere', 'Cohere', 'CohereLLM'],
  groq: ['ChatGroq'],
  together: ['ChatTogether', 'ChatTogetherAI', 'Together', 'TogetherAI'],
  fireworks: ['ChatFireworks', 'Fireworks'],
  deepseek: ['ChatDeepSeek'],
  'x-ai': ['ChatXAI'],
  perplexity: ['ChatPerplexity'],
  openrouter: ['ChatOpenRouter'],
  ollama: ['ChatOllama', 'Ollama', 'OllamaLLM', 'OllamaFunctions'],
  nvidia: ['ChatNVIDIA', 'NVIDIA'],
  cerebras: ['ChatCerebras'],
  huggingface: ['ChatHuggingFace', 'HuggingFaceEndpoint', 'HuggingFaceHub', 'HuggingFacePipeline', 'HuggingFaceInference'],
  replicate: ['Replicate'],
  watsonx: ['ChatWatsonx', 'WatsonxLLM'],
  cloudflare: ['ChatCloudflareWorkersAI', 'CloudflareWorkersAI'],
  deepinfra: ['ChatDeepInfra', 'DeepInfra'],
  databricks: ['ChatDatabricks', 'Databricks'],
  zhipuai: ['ChatZhipuAI'],
  alibaba: ['ChatTongyi', 'Tongyi', 'ChatAlibabaTongyi'],
  moonshot: ['MoonshotChat', 'ChatMoonshot'],
};

const EMBEDDINGS: Readonly<Record<string, readonly string[]>> = {
  openai: ['OpenAIEmbeddings'],
  azure: ['AzureOpenAIEmbeddings', 'AzureAIEmbeddingsModel'],
  google: ['GoogleGenerativeAIEmbeddings', 'VertexAIEmbeddings'],
  aws: ['BedrockEmbeddings'],
  cohere: ['CohereEmbeddings'],
  mistral: ['MistralAIEmbeddings'],
  ollama: ['OllamaEmbeddings'],
  together: ['TogetherEmbeddings', 'TogetherAIEmbeddings'],
  fireworks: ['FireworksEmbeddings'],
  voyage: ['VoyageAIEmbeddings', 'VoyageEmbeddings'],
  nvidia: ['NVIDIAEmbeddings'],
  huggingface: ['HuggingFaceEmbeddings', 'HuggingFaceInferenceAPIEmbeddings', 'HuggingFaceEndpointEmbeddings', 'HuggingFaceBgeEmbeddings'],
};

/** Models that packages use where none is passed: of Python and JavaScript the same, and never changed. */
const DEFAULTS: Readonly<Record<string, string>> = {
  ChatOpenAI: 'gpt-3.5-turbo',
  OpenAIEmbeddings: 'text-embedding-ada-002',
};

/** The name's owner is told by its prefix or by the name: `init_chat_model('openai:gpt-5.4')`. */
const BY_NAME: Readonly<Record<string, Maker>> = {
  init_chat_model: { makes: 'chat-model', fixesModel: true, positional: ['model'] },
  initChatModel: { makes: 'chat-model', fixesModel: true, positional: ['model'] },
  ChatLiteLLM: { makes: 'chat-model', fixesModel: true, gives: ofLiteLlm },
  init_embeddings: { makes: 'embeddings', fixesModel: true, positional: ['model'] },
};

/** LiteLLM's names say whose a model is before a slash. */
function ofLiteLlm(made: SdkObject): SdkObject {
  const [own] = made.layers;
  const model = own && (argumentIn(own, 'model') ?? argumentIn(own, 'model_name'));
  const name = model && plainText(model);
  const provider = name === undefined ? undefined : providerOfModel(name, '/');
  return provider === undefined ? made : { ...made, provider };
}

/** What parameters are declared as, and what projects' own models extend. */
const TYPES: readonly string[] = [
  'BaseChatModel',
  'BaseLanguageModel',
  'BaseLLM',
  'LLM',
  'SimpleChatModel',
  'BaseChatOpenAI',
  'LanguageModelLike',
];

/** Models that answer from a list, for tests: nothing is spent on them. */
const TEST_DOUBLES: readonly string[] = [
  'FakeListChatModel',
  'FakeMessagesListChatModel',
  'GenericFakeChatModel',
  'ParrotFakeChatModel',
  'FakeListLLM',
  'FakeStreamingListLLM',
  'FakeChatModel',
  'FakeStreamingChatModel',
  'FakeStreamingLLM',
  'FakeLLM',
  'FakeToolCallingModel',
  'FakeEmbeddings',
  'DeterministicFakeEmbedding',
  'SyntheticEmbeddings',
];

export const MODELS: Readonly<Record<string, Maker>> = {
  ...classes(CHAT, 'chat-model'),
  ...classes(EMBEDDINGS, 'embeddings'),
  ...BY_NAME,
  ...Object.fromEntries(TYPES.map(name => [name, { makes: 'chat-model', fixesModel: true, gives: made => ({ ...made, anyHost: true }) }])),
  Embeddings: { makes: 'embeddings', fixesModel: true },
  DallEAPIWrapper: { makes: 'images', provider: 'openai', fixesModel: true },
  ...Object.fromEntries(TEST_DOUBLES.map(name => [name, { makes: 'test-double' }])),
};

function classes(byProvider: Readonly<Record<string, readonly string[]>>, makes: string): Readonly<Record<string, Maker>> {
  const makers = Object.entries(byProvider).flatMap(([provider, names]) =>
    names.map((name): readonly [string, Maker] => {
      const maker: Maker = { makes, provider, fixesModel: true };
      const defaultModel = DEFAULTS[name];
      return [name, defaultModel === undefined ? maker : { ...maker, defaultModel }];
    }),
  );
  return Object.fromEntries(makers);
}
