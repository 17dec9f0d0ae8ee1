import { CHAT, COMPLETIONS, EMBEDDINGS, streamedUnder, under } from './openai-requests';
import type { Maker, Sdk } from './sdk';

const handed = { model: ['model', 'deployment'], positional: ['deployment', 'options'], objects: ['options'] };
const chat = { ...CHAT, ...handed, cap: ['maxCompletionTokens', 'maxTokens'], schema: ['responseFormat'] };

const client: Maker = { makes: 'client', provider: 'azure' };

/** Azure's SDK for Java, whose options are objects with setters. */
export const sdk: Sdk = {
  id: 'azure-openai-java',
  modules: ['com.azure.ai.openai'],
  makers: {
    'OpenAIClientBuilder.buildClient': client,
    'OpenAIClientBuilder.buildAsyncClient': client,
    OpenAIClient: client,
    OpenAIAsyncClient: client,
    ChatCompletionsOptions: { makes: 'params', positional: ['messages'] },
    CompletionsOptions: { makes: 'params', positional: ['prompt'] },
    EmbeddingsOptions: { makes: 'params', positional: ['input'] },
  },
  baseUrlArguments: [],
  calls: [
    ...under(chat, 'getChatCompletions', 'getChatCompletionsWithResponse'),
    ...streamedUnder(chat, 'getChatCompletionsStream'),
    ...under({ ...COMPLETIONS, ...handed, cap: ['maxTokens'] }, 'getCompletions'),
    ...under({ ...EMBEDDINGS, ...handed }, 'getEmbeddings'),
  ],
  constants: { 'ChatRole.SYSTEM': 'system', 'ChatRole.USER': 'user', 'ChatRole.ASSISTANT': 'assistant' },
  messages: {
    ChatRequestSystemMessage: { role: 'system', positional: ['content'] },
    ChatRequestDeveloperMessage: { role: 'system', positional: ['content'] },
    ChatRequestUserMessage: { role: 'user', positional: ['content'] },
    ChatRequestAssistantMessage: { role: 'assistant', positional: ['content'] },
    ChatMessage: { positional: ['role', 'content'] },
  },
};
