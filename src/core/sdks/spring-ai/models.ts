import type { Provider } from '../../request/call-site';
import type { Maker } from '../sdk';

/** Whose models the classes of Spring AI talk to, by the first part of their names, and where the settings of its starters stand. */
export const STARTERS: readonly {
  readonly name: string;
  readonly provider: Provider;
  readonly prefix: string;
  readonly cap: string;
  readonly library: string;
}[] = [
  { name: 'OpenAi', provider: 'openai', prefix: 'spring.ai.openai', cap: 'maxTokens', library: 'openai' },
  { name: 'OpenAiSdk', provider: 'openai', prefix: 'spring.ai.openai-sdk', cap: 'maxTokens', library: 'openai-sdk' },
  { name: 'AzureOpenAi', provider: 'azure', prefix: 'spring.ai.azure.openai', cap: 'maxTokens', library: 'azure-openai' },
  { name: 'Anthropic', provider: 'anthropic', prefix: 'spring.ai.anthropic', cap: 'maxTokens', library: 'anthropic' },
  { name: 'VertexAiGemini', provider: 'google', prefix: 'spring.ai.vertex.ai.gemini', cap: 'maxOutputTokens', library: 'vertex-ai-gemini' },
  { name: 'GoogleGenAi', provider: 'google', prefix: 'spring.ai.google.genai', cap: 'maxOutputTokens', library: 'google-genai' },
  { name: 'BedrockProxy', provider: 'aws', prefix: 'spring.ai.bedrock.converse', cap: 'maxTokens', library: 'bedrock-converse' },
  { name: 'Bedrock', provider: 'aws', prefix: 'spring.ai.bedrock.converse', cap: 'maxTokens', library: 'bedrock-converse' },
  { name: 'Ollama', provider: 'ollama', prefix: 'spring.ai.ollama', cap: 'numPredict', library: 'ollama' },
  { name: 'MistralAi', provider: 'mistral', prefix: 'spring.ai.mistralai', cap: 'maxTokens', library: 'mistral-ai' },
  { name: 'DeepSeek', provider: 'deepseek', prefix: 'spring.ai.deepseek', cap: 'maxTokens', library: 'deepseek' },
  { name: 'ZhiPuAi', provider: 'zhipuai', prefix: 'spring.ai.zhipuai', cap: 'maxTokens', library: 'zhipuai' },
  { name: 'DashScope', provider: 'alibaba', prefix: 'spring.ai.dashscope', cap: 'maxToken', library: 'dashscope' },
];

/** Whether a library brings such models: `spring-ai-starter-model-openai`, before 1.0 `spring-ai-openai-spring-boot-starter`. */
export function brings(library: string, named: string): boolean {
  const [, starter] = /^spring-ai(?:-alibaba)?-(?:starter-)?(?:model-)?(.*?)(?:-spring-boot-starter)?$/.exec(named) ?? [];
  return starter === library;
}

const handed = { positional: ['api', 'defaultOptions'] } as const;

export const MODELS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(
    STARTERS.flatMap(({ name, provider }) => [
      [`${name}ChatModel`, { makes: 'chat-model', provider, fixesModel: 'if stated', ...handed }],
      [`${name}ChatClient`, { makes: 'chat-model', provider, fixesModel: 'if stated', ...handed }],
      [`${name}EmbeddingClient`, { makes: 'embeddings', provider, fixesModel: 'if stated', ...handed }],
      [`${name}EmbeddingModel`, { makes: 'embeddings', provider, fixesModel: 'if stated', ...handed }],
    ]),
  ),
  ChatModel: { makes: 'chat-model' },
  StreamingChatModel: { makes: 'chat-model' },
  EmbeddingModel: { makes: 'embeddings' },
  // Before 1.0, what are models now were clients.
  'org.springframework.ai.chat.ChatClient': { makes: 'chat-model' },
  AiClient: { makes: 'chat-model' },
  EmbeddingClient: { makes: 'embeddings' },
};

/** Whose options they are: `OpenAiChatOptions`. */
export function providerOfOptions(type: string): Provider | undefined {
  return STARTERS.find(({ name }) => type === `${name}ChatOptions` || type === `${name}EmbeddingOptions`)?.provider;
}

/** Constants that say the same in all versions that have them (github.com/spring-projects/spring-ai, tags v1.0.0, v1.1.0, v2.0.1). */
const CONSTANTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'OpenAiApi.ChatModel': {
    ...{ O4_MINI: 'o4-mini', O3: 'o3', O3_MINI: 'o3-mini', O1: 'o1', O1_MINI: 'o1-mini', O1_PRO: 'o1-pro' },
    ...{ GPT_5: 'gpt-5', GPT_5_MINI: 'gpt-5-mini', GPT_5_NANO: 'gpt-5-nano', GPT_5_CHAT_LATEST: 'gpt-5-chat-latest' },
    ...{ GPT_4_1: 'gpt-4.1', GPT_4_1_MINI: 'gpt-4.1-mini', GPT_4_1_NANO: 'gpt-4.1-nano' },
    ...{ GPT_4_O: 'gpt-4o', GPT_4_O_MINI: 'gpt-4o-mini', CHATGPT_4_O_LATEST: 'chatgpt-4o-latest' },
    ...{ GPT_4_O_AUDIO_PREVIEW: 'gpt-4o-audio-preview', GPT_4_O_SEARCH_PREVIEW: 'gpt-4o-search-preview' },
    ...{ GPT_4_TURBO: 'gpt-4-turbo', GPT_4: 'gpt-4', GPT_3_5_TURBO: 'gpt-3.5-turbo' },
  },
  'OpenAiApi.EmbeddingModel': {
    TEXT_EMBEDDING_3_LARGE: 'text-embedding-3-large',
    TEXT_EMBEDDING_3_SMALL: 'text-embedding-3-small',
    TEXT_EMBEDDING_ADA_002: 'text-embedding-ada-002',
  },
  'AnthropicApi.ChatModel': {
    ...{ CLAUDE_SONNET_4_5: 'claude-sonnet-4-5', CLAUDE_OPUS_4_1: 'claude-opus-4-1' },
    ...{ CLAUDE_OPUS_4_0: 'claude-opus-4-0', CLAUDE_SONNET_4_0: 'claude-sonnet-4-0' },
    ...{ CLAUDE_3_7_SONNET: 'claude-3-7-sonnet-latest', CLAUDE_3_5_SONNET: 'claude-3-5-sonnet-latest' },
    ...{ CLAUDE_3_OPUS: 'claude-3-opus-latest', CLAUDE_3_SONNET: 'claude-3-sonnet-20240229' },
    ...{ CLAUDE_3_5_HAIKU: 'claude-3-5-haiku-latest', CLAUDE_3_HAIKU: 'claude-3-haiku-20240307' },
  },
  'MistralAiApi.ChatModel': {
    ...{ LARGE: 'mistral-large-latest', MISTRAL_LARGE: 'mistral-large-latest', SMALL: 'mistral-small-latest' },
    ...{ CODESTRAL: 'codestral-latest', PIXTRAL: 'pixtral-12b-2409', PIXTRAL_LARGE: 'pixtral-large-latest' },
    ...{ MINISTRAL_3B_LATEST: 'ministral-3b-latest', MINISTRAL_8B_LATEST: 'ministral-8b-latest' },
    ...{ MAGISTRAL_MEDIUM: 'magistral-medium-latest', MAGISTRAL_SMALL: 'magistral-small-latest' },
    ...{ DEVSTRAL_SMALL: 'devstral-small-latest', OPEN_MISTRAL_NEMO: 'open-mistral-nemo' },
  },
  'MistralAiApi.EmbeddingModel': { EMBED: 'mistral-embed', CODESTRAL_EMBED: 'codestral-embed' },
  'DeepSeekApi.ChatModel': { DEEPSEEK_CHAT: 'deepseek-chat', DEEPSEEK_REASONER: 'deepseek-reasoner' },
  'GoogleGenAiChatModel.ChatModel': {
    ...{ GEMINI_1_5_PRO: 'gemini-1.5-pro-002', GEMINI_1_5_FLASH: 'gemini-1.5-flash-002' },
    ...{ GEMINI_2_0_FLASH: 'gemini-2.0-flash-001', GEMINI_2_0_FLASH_LIGHT: 'gemini-2.0-flash-lite-001' },
    ...{ GEMINI_2_5_PRO: 'gemini-2.5-pro', GEMINI_2_5_FLASH: 'gemini-2.5-flash', GEMINI_2_5_FLASH_LIGHT: 'gemini-2.5-flash-lite' },
  },
};

export const API_CONSTANTS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CONSTANTS).flatMap(([type, ids]) => Object.entries(ids).map(([name, id]) => [`${type}.${name}`, id])),
);
