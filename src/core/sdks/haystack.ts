import type { CallShape, Maker, Sdk } from './sdk';

const request = {
  on: 'generator',
  api: 'haystack',
  model: ['model', 'azure_deployment'],
  messages: ['messages', 'prompt'],
  system: ['system_prompt'],
  tools: ['tools'],
  cap: ['generation_kwargs.max_completion_tokens', 'generation_kwargs.max_tokens', 'generation_kwargs.max_output_tokens'],
  capRequired: false,
  schema: ['generation_kwargs.response_format'],
  positional: ['messages'],
} as const;

const embedding = { ...request, on: 'embedder', api: 'haystack-embeddings', system: [], tools: [], cap: [], schema: [] } as const;

const calls: readonly CallShape[] = [
  { ...request, path: 'run', streams: false },
  { ...request, path: 'run_async', streams: false },
  { ...embedding, path: 'run', streams: false, messages: ['text', 'documents'], positional: ['text'] },
  { ...embedding, path: 'run_async', streams: false, messages: ['text', 'documents'], positional: ['text'] },
];

const generator = (provider: string): Maker => ({ makes: 'generator', fixesModel: true, provider });
const embedder = (provider: string): Maker => ({ makes: 'embedder', fixesModel: true, provider });

export const sdk: Sdk = {
  id: 'haystack',
  modules: ['haystack', 'haystack_integrations'],
  makers: {
    OpenAIGenerator: generator('openai'),
    OpenAIChatGenerator: generator('openai'),
    OpenAIResponsesChatGenerator: generator('openai'),
    AzureOpenAIGenerator: generator('azure'),
    AzureOpenAIChatGenerator: generator('azure'),
    AnthropicGenerator: generator('anthropic'),
    AnthropicChatGenerator: generator('anthropic'),
    GoogleGenAIChatGenerator: generator('google'),
    GoogleAIGeminiChatGenerator: generator('google'),
    AmazonBedrockGenerator: generator('aws'),
    AmazonBedrockChatGenerator: generator('aws'),
    CohereChatGenerator: generator('cohere'),
    MistralChatGenerator: generator('mistral'),
    OllamaGenerator: generator('ollama'),
    OllamaChatGenerator: generator('ollama'),
    OpenAITextEmbedder: embedder('openai'),
    OpenAIDocumentEmbedder: embedder('openai'),
    CohereTextEmbedder: embedder('cohere'),
    CohereDocumentEmbedder: embedder('cohere'),
  },
  baseUrlArguments: ['api_base_url'],
  calls,
  messages: {
    'ChatMessage.from_system': { role: 'system', positional: ['content'] },
    'ChatMessage.from_user': { role: 'user', positional: ['content'] },
    'ChatMessage.from_assistant': { role: 'assistant', positional: ['content'] },
  },
};
