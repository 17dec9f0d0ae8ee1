import type { Provider } from '../../request/request';
import type { Maker } from '../sdk';

/** Whose models the classes of Spring AI talk to, by the first part of their names, and where the settings of its starters stand. */
export const STARTERS: readonly { readonly name: string; readonly provider: Provider; readonly prefix: string; readonly cap: string }[] = [
  { name: 'OpenAi', provider: 'openai', prefix: 'spring.ai.openai', cap: 'maxTokens' },
  { name: 'OpenAiSdk', provider: 'openai', prefix: 'spring.ai.openai-sdk', cap: 'maxTokens' },
  { name: 'AzureOpenAi', provider: 'azure', prefix: 'spring.ai.azure.openai', cap: 'maxTokens' },
  { name: 'Anthropic', provider: 'anthropic', prefix: 'spring.ai.anthropic', cap: 'maxTokens' },
  { name: 'VertexAiGemini', provider: 'google', prefix: 'spring.ai.vertex.ai.gemini', cap: 'maxOutputTokens' },
  { name: 'GoogleGenAi', provider: 'google', prefix: 'spring.ai.google.genai', cap: 'maxOutputTokens' },
  { name: 'BedrockProxy', provider: 'aws', prefix: 'spring.ai.bedrock.converse', cap: 'maxTokens' },
  { name: 'BedrockConverse', provider: 'aws', prefix: 'spring.ai.bedrock.converse', cap: 'maxTokens' },
  { name: 'Ollama', provider: 'ollama', prefix: 'spring.ai.ollama', cap: 'numPredict' },
  { name: 'MistralAi', provider: 'mistral', prefix: 'spring.ai.mistralai', cap: 'maxTokens' },
  { name: 'DeepSeek', provider: 'deepseek', prefix: 'spring.ai.deepseek', cap: 'maxTokens' },
  { name: 'ZhiPuAi', provider: 'zhipuai', prefix: 'spring.ai.zhipuai', cap: 'maxTokens' },
  { name: 'DashScope', provider: 'alibaba', prefix: 'spring.ai.dashscope', cap: 'maxToken' },
];

const handed = { positional: ['api', 'defaultOptions'] } as const;

export const MODELS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(
    STARTERS.flatMap(({ name, provider }) => [
      [`${name}ChatModel`, { makes: 'chat-model', provider, fixesModel: 'if stated', ...handed }],
      [`${name}ChatClient`, { makes: 'chat-model', provider, fixesModel: 'if stated', ...handed }],
      [`${name}EmbeddingModel`, { makes: 'embeddings', provider, fixesModel: 'if stated', ...handed }],
    ]),
  ),
  ChatModel: { makes: 'chat-model' },
  StreamingChatModel: { makes: 'chat-model' },
  EmbeddingModel: { makes: 'embeddings' },
};

/** Whose options they are: `OpenAiChatOptions`. */
export function providerOfOptions(type: string): Provider | undefined {
  return STARTERS.find(({ name }) => type === `${name}ChatOptions` || type === `${name}EmbeddingOptions`)?.provider;
}

/** Constants of version 1.0 (github.com/spring-projects/spring-ai, tag v1.0.0: OpenAiApi.java, AnthropicApi.java). */
const OPENAI: Readonly<Record<string, string>> = {
  O4_MINI: 'o4-mini',
  O3: 'o3',
  O3_MINI: 'o3-mini',
  O1: 'o1',
  O1_MINI: 'o1-mini',
  O1_PRO: 'o1-pro',
  GPT_4_1: 'gpt-4.1',
  GPT_4_1_MINI: 'gpt-4.1-mini',
  GPT_4_1_NANO: 'gpt-4.1-nano',
  GPT_4_O: 'gpt-4o',
  GPT_4_O_MINI: 'gpt-4o-mini',
  CHATGPT_4_O_LATEST: 'chatgpt-4o-latest',
  GPT_4_TURBO: 'gpt-4-turbo',
  GPT_4: 'gpt-4',
  GPT_3_5_TURBO: 'gpt-3.5-turbo',
};
const ANTHROPIC: Readonly<Record<string, string>> = {
  CLAUDE_3_7_SONNET: 'claude-3-7-sonnet-latest',
  CLAUDE_3_5_SONNET: 'claude-3-5-sonnet-latest',
  CLAUDE_3_OPUS: 'claude-3-opus-latest',
  CLAUDE_3_SONNET: 'claude-3-sonnet-20240229',
  CLAUDE_3_5_HAIKU: 'claude-3-5-haiku-latest',
  CLAUDE_3_HAIKU: 'claude-3-haiku-20240307',
};

export const API_CONSTANTS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.entries(OPENAI).map(([name, id]) => [`OpenAiApi.ChatModel.${name}`, id])),
  ...Object.fromEntries(Object.entries(ANTHROPIC).map(([name, id]) => [`AnthropicApi.ChatModel.${name}`, id])),
};
