import type { CallShape, Maker, Sdk } from './sdk';

const request = {
  api: 'semantic-kernel',
  model: ['ai_model_id', 'deployment_name'],
  messages: ['messages', 'chat_history', 'prompt'],
  system: ['instructions'],
  tools: [],
  cap: ['settings.max_completion_tokens', 'settings.max_tokens'],
  capRequired: false,
  schema: ['settings.response_format'],
} as const;

const calls: readonly CallShape[] = [
  ...['get_chat_message_content', 'get_chat_message_contents', 'get_text_content', 'get_text_contents'].map(path => ({
    ...request,
    ...{ on: 'service', path, streams: false, positional: ['chat_history', 'settings'] },
  })),
  ...['get_streaming_chat_message_content', 'get_streaming_chat_message_contents'].map(path => ({
    ...request,
    ...{ on: 'service', path, streams: true, positional: ['chat_history', 'settings'] },
  })),
  { ...request, on: 'agent', path: 'get_response', streams: false, positional: ['messages'] },
  { ...request, on: 'agent', path: 'invoke', streams: false, positional: ['messages'] },
  { ...request, on: 'agent', path: 'invoke_stream', streams: true, positional: ['messages'] },
];

const service = (provider: string): Maker => ({ makes: 'service', fixesModel: true, provider, objects: ['async_client'] });

export const sdk: Sdk = {
  id: 'semantic-kernel',
  modules: ['semantic_kernel'],
  makers: {
    OpenAIChatCompletion: { ...service('openai'), positional: ['ai_model_id', 'service_id'] },
    AzureChatCompletion: service('azure'),
    AnthropicChatCompletion: service('anthropic'),
    GoogleAIChatCompletion: service('google'),
    BedrockChatCompletion: service('aws'),
    MistralAIChatCompletion: service('mistral'),
    OllamaChatCompletion: service('ollama'),
    ChatCompletionAgent: { makes: 'agent', fixesModel: 'if stated', objects: ['service'] },
  },
  baseUrlArguments: ['endpoint', 'base_url'],
  calls,
};
