import { isJavaScript, languageOfUri } from '../../source/languages/index';
import { argumentIn } from '../handed';
import { withOwnCap } from '../own-cap';
import type { Maker } from '../sdk';
import type { SdkObject } from '../sdk-call';

const LLMS: Readonly<Record<string, readonly string[]>> = {
  openai: ['OpenAI', 'OpenAIResponses', 'OpenAIMultiModal', 'openai', 'openaiResponses'],
  azure: ['AzureOpenAI', 'AzureOpenAIResponses', 'AzureAICompletionsModel'],
  anthropic: ['Anthropic', 'AnthropicMultiModal', 'anthropic'],
  google: ['Gemini', 'GeminiMultiModal', 'GoogleGenAI', 'Vertex', 'gemini'],
  aws: ['Bedrock', 'BedrockConverse', 'bedrock', 'BedrockConverseLLM'],
  mistral: ['MistralAI', 'mistral'],
  cohere: ['Cohere'],
  groq: ['Groq', 'groq'],
  together: ['TogetherLLM', 'together'],
  fireworks: ['Fireworks', 'FireworksLLM', 'fireworks'],
  deepseek: ['DeepSeek', 'DeepSeekLLM', 'deepseek'],
  'x-ai': ['XAI', 'Grok'],
  perplexity: ['Perplexity', 'perplexity'],
  openrouter: ['OpenRouter'],
  ollama: ['Ollama', 'OllamaMultiModal', 'ollama'],
  cerebras: ['Cerebras'],
  nvidia: ['NVIDIA'],
  replicate: ['Replicate', 'ReplicateLLM'],
  huggingface: ['HuggingFaceLLM', 'HuggingFaceInferenceAPI'],
};

const EMBEDDINGS: Readonly<Record<string, readonly string[]>> = {
  openai: ['OpenAIEmbedding'],
  azure: ['AzureOpenAIEmbedding'],
  google: ['GeminiEmbedding', 'GoogleGenAIEmbedding', 'VertexTextEmbedding'],
  aws: ['BedrockEmbedding'],
  cohere: ['CohereEmbedding'],
  mistral: ['MistralAIEmbedding'],
  ollama: ['OllamaEmbedding'],
  together: ['TogetherEmbedding'],
  fireworks: ['FireworksEmbedding'],
  voyage: ['VoyageEmbedding', 'VoyageAIEmbedding'],
  jina: ['JinaEmbedding', 'JinaAIEmbedding'],
  huggingface: ['HuggingFaceEmbedding', 'HuggingFaceInferenceAPIEmbedding'],
};

/** Used where no model is passed, in Python and in JavaScript, ever since. Those of the language models have changed. */
const DEFAULTS: Readonly<Record<string, string>> = { OpenAIEmbedding: 'text-embedding-ada-002' };

export const MODELS: Readonly<Record<string, Maker>> = {
  ...classes(LLMS, 'llm'),
  ...classes(EMBEDDINGS, 'embeddings'),
  // Whatever speaks OpenAI's protocol: its base URL says whose it is.
  OpenAILike: { makes: 'llm', fixesModel: true, positional: ['model'] },
  LiteLLM: { makes: 'llm', fixesModel: true, positional: ['model'] },
  // What parameters are declared as.
  LLM: { makes: 'llm', fixesModel: true },
  BaseLLM: { makes: 'llm', fixesModel: true },
  FunctionCallingLLM: { makes: 'llm', fixesModel: true },
  StructuredLLM: { makes: 'llm', fixesModel: true },
  MultiModalLLM: { makes: 'llm', fixesModel: true },
  BaseEmbedding: { makes: 'embeddings', fixesModel: true },
  // Nothing is spent on these.
  MockLLM: { makes: 'test-double' },
  MockEmbedding: { makes: 'test-double' },
  'Settings.llm': { is: 'llm' },
  'Settings.embed_model': { is: 'embeddings' },
  'Settings.embedModel': { is: 'embeddings' },
};

function classes(byProvider: Readonly<Record<string, readonly string[]>>, makes: string): Readonly<Record<string, Maker>> {
  return Object.fromEntries(
    Object.entries(byProvider).flatMap(([provider, names]) =>
      names.map((name): readonly [string, Maker] => {
        const positional = [makes === 'llm' ? 'model' : 'mode'];
        const maker: Maker = { makes, provider, fixesModel: true, positional, gives: byOptions };
        const defaultModel = DEFAULTS[name];
        return [name, defaultModel === undefined ? maker : { ...maker, defaultModel }];
      }),
    ),
  );
}

/** In JavaScript all is said in one object, which may come from elsewhere: `new OpenAI(config)`. */
function byOptions(given: SdkObject): SdkObject {
  const made = withOwnCap(given);
  const [own, ...others] = made.layers;
  const [first] = own?.args ?? [];
  const language = first && languageOfUri(first.at.uri);
  if (own === undefined || language === undefined || !isJavaScript(language)) return made;
  const layers = [{ ...own, positional: [] }, ...others];
  if (argumentIn(own, 'azure') === undefined) return { ...made, layers };
  // `new OpenAI({ azure: { deployment } })`: which model that is, Azure knows.
  const { defaultModel, ...deployed } = made;
  return { ...deployed, layers, provider: 'azure' };
}
