import { constantsOf } from '../constants';
import { FREE } from '../handed';
import type { Maker } from '../sdk';

/** Whose models the builders of LangChain4j make (github.com/langchain4j/langchain4j, 2026-08-21): the first part of the classes' names. */
const CHAT: Readonly<Record<string, readonly string[]>> = {
  openai: ['OpenAi', 'OpenAiOfficial', 'OpenAiResponses', 'OpenAiOfficialResponses'],
  azure: ['AzureOpenAi'],
  anthropic: ['Anthropic'],
  google: ['GoogleAiGemini', 'GoogleGenAi', 'VertexAiGemini', 'VertexAi', 'VertexAiAnthropic'],
  aws: ['Bedrock', 'BedrockAnthropicMessage', 'BedrockAnthropicCompletion', 'BedrockLlama', 'BedrockMistralAi', 'BedrockTitan'],
  mistral: ['MistralAi'],
  ollama: ['Ollama'],
  cohere: ['Cohere'],
  huggingface: ['HuggingFace'],
  alibaba: ['Qwen'],
  zhipuai: ['ZhipuAi'],
  watsonx: ['Watsonx'],
  cloudflare: ['WorkersAi'],
  github: ['GitHubModels'],
  local: ['LocalAi', 'Jlama', 'GPULlama3'],
};

const EMBEDDINGS: Readonly<Record<string, readonly string[]>> = {
  ...CHAT,
  google: ['GoogleAi', 'GoogleGenAi', 'VertexAi'],
  aws: ['BedrockTitan', 'BedrockCohere'],
  voyage: ['VoyageAi'],
  jina: ['Jina'],
  nomic: ['Nomic'],
  ovh: ['OvhAi'],
};

/** What parameters are declared as; nobody constructs them. */
const TYPES = ['ChatModel', 'ChatLanguageModel', 'LanguageModel'];
const STREAMING_TYPES = ['StreamingChatModel', 'StreamingChatLanguageModel', 'StreamingLanguageModel'];

function makers(
  table: Readonly<Record<string, readonly string[]>>,
  ends: readonly string[],
  makes: string,
): Readonly<Record<string, Maker>> {
  return Object.fromEntries(
    Object.entries(table).flatMap(([provider, names]) =>
      names.flatMap(name => ends.map(end => [`${name}${end}`, { makes, provider, fixesModel: true } as const] as const)),
    ),
  );
}

/** Embedding models that run within the program. */
const IN_PROCESS = [
  ...['AllMiniLmL6V2', 'AllMiniLmL6V2Quantized', 'BgeSmallEn', 'BgeSmallEnQuantized', 'BgeSmallEnV15', 'BgeSmallEnV15Quantized'],
  ...['BgeSmallZh', 'BgeSmallZhQuantized', 'BgeSmallZhV15', 'BgeSmallZhV15Quantized', 'E5SmallV2', 'E5SmallV2Quantized', 'Onnx'],
];

export const MODELS: Readonly<Record<string, Maker>> = {
  ...makers(CHAT, ['ChatModel', 'LanguageModel'], 'chat-model'),
  ...makers(CHAT, ['StreamingChatModel', 'StreamingLanguageModel'], 'streaming-model'),
  ...makers(EMBEDDINGS, ['EmbeddingModel'], 'embeddings'),
  ...Object.fromEntries(TYPES.map(name => [name, { makes: 'chat-model', fixesModel: true }])),
  ...Object.fromEntries(STREAMING_TYPES.map(name => [name, { makes: 'streaming-model', fixesModel: true }])),
  EmbeddingModel: { makes: 'embeddings', fixesModel: true },
  ...Object.fromEntries(IN_PROCESS.map(name => [`${name}EmbeddingModel`, { makes: FREE }])),
};

/** `OpenAiChatModelName`, where the names follow the ids; those that don't come after it. */
const OPENAI_IDS = [
  ...['gpt-3.5-turbo', 'gpt-3.5-turbo-1106', 'gpt-3.5-turbo-0125', 'gpt-3.5-turbo-16k', 'gpt-4', 'gpt-4-0613', 'gpt-4-turbo'],
  ...['gpt-4-turbo-2024-04-09', 'gpt-4-32k', 'gpt-4-32k-0613', 'o1', 'o1-2024-12-17', 'o3', 'o3-2025-04-16', 'o3-mini'],
  ...['o3-mini-2025-01-31', 'o4-mini', 'o4-mini-2025-04-16', 'gpt-4.1', 'gpt-4.1-2025-04-14', 'gpt-4.1-mini'],
  ...['gpt-4.1-mini-2025-04-14', 'gpt-4.1-nano', 'gpt-4.1-nano-2025-04-14', 'gpt-5', 'gpt-5-mini', 'gpt-5-nano', 'gpt-5.1'],
];
const OPENAI_OTHERS: Readonly<Record<string, string>> = {
  GPT_4_O: 'gpt-4o',
  GPT_4_O_2024_05_13: 'gpt-4o-2024-05-13',
  GPT_4_O_2024_08_06: 'gpt-4o-2024-08-06',
  GPT_4_O_2024_11_20: 'gpt-4o-2024-11-20',
  GPT_4_O_MINI: 'gpt-4o-mini',
  GPT_4_O_MINI_2024_07_18: 'gpt-4o-mini-2024-07-18',
};
const ANTHROPIC_IDS = [
  ...['claude-opus-4-8', 'claude-opus-4-7', 'claude-opus-4-6', 'claude-sonnet-4-6', 'claude-opus-4-5-20251101'],
  ...['claude-sonnet-4-5-20250929', 'claude-haiku-4-5-20251001', 'claude-opus-4-1-20250805'],
];
const MISTRAL_IDS = [
  ...['open-mistral-7b', 'open-mixtral-8x22b', 'mistral-small-latest', 'mistral-medium-latest', 'mistral-large-latest'],
  ...['magistral-small-latest', 'magistral-medium-latest', 'open-mistral-nemo', 'codestral-latest', 'voxtral-small-latest'],
];

const VOYAGE_IDS = [
  ...['voyage-3', 'voyage-3-lite', 'voyage-3-large', 'voyage-finance-2', 'voyage-multilingual-2', 'voyage-law-2', 'voyage-code-2'],
  'voyage-code-3',
];

/** The enums of model names, from the same sources. */
export const MODEL_NAMES: Readonly<Record<string, string>> = {
  ...constantsOf('OpenAiChatModelName', OPENAI_IDS),
  ...Object.fromEntries(Object.entries(OPENAI_OTHERS).map(([name, id]) => [`OpenAiChatModelName.${name}`, id])),
  ...constantsOf('OpenAiEmbeddingModelName', ['text-embedding-3-small', 'text-embedding-3-large', 'text-embedding-ada-002']),
  ...constantsOf('AnthropicChatModelName', ANTHROPIC_IDS),
  ...constantsOf('MistralAiChatModelName', MISTRAL_IDS),
  ...constantsOf('MistralAiEmbeddingModelName', ['mistral-embed']),
  ...constantsOf('OpenAiLanguageModelName', ['gpt-3.5-turbo-instruct']),
  ...constantsOf('VoyageAiEmbeddingModelName', VOYAGE_IDS),
};
