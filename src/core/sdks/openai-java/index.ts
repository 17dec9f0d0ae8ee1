import {
  BATCH,
  CHAT,
  COMPLETIONS,
  EMBEDDINGS,
  IMAGES,
  RESPONSES,
  SPEECH,
  streamedUnder,
  TRANSCRIPTION,
  under,
  VIDEOS,
} from '../openai-requests';
import type { Maker, MessageClass, Sdk } from '../sdk';
import { addsInWireCase, wireNames } from '../wire-case';
import { OPENAI_MODELS } from './model-constants';

/** What a request's builder makes is handed to the call as a whole. */
const handed = { positional: ['params'], objects: ['params'] } as const;
const model = ['model', 'params'];

const chat = { ...CHAT, ...handed, model };
const responses = { ...RESPONSES, ...handed, model };
const embeddings = { ...EMBEDDINGS, ...handed, model };

const client: Maker = { makes: 'client', provider: 'openai' };
const params: Maker = { makes: 'params' };
const wraps: Maker = { wraps: true };

const content: MessageClass = { names: { contentOfArrayOfContentParts: 'content', contentOfInputMessageContentList: 'content' } };

/** OpenAI's own SDK for Java and Kotlin. */
export const sdk: Sdk = {
  id: 'openai-java',
  modules: ['com.openai.client', 'com.openai.models', 'com.openai.core'],
  makers: {
    ...Object.fromEntries(
      ['OpenAIClient', 'OpenAIClientAsync', 'OpenAIOkHttpClient', 'OpenAIOkHttpClientAsync'].flatMap(name => [
        [name, client],
        [`${name}.fromEnv`, client],
      ]),
    ),
    ...Object.fromEntries(
      [
        ...['ChatCompletionCreateParams', 'StructuredChatCompletionCreateParams', 'ResponseCreateParams', 'StructuredResponseCreateParams'],
        ...['EmbeddingCreateParams', 'CompletionCreateParams', 'ImageGenerateParams', 'ImageEditParams', 'ImageCreateVariationParams'],
        ...['SpeechCreateParams', 'TranscriptionCreateParams', 'TranslationCreateParams', 'VideoCreateParams'],
      ].map(name => [name, params]),
    ),
    ...Object.fromEntries(
      [
        ...['ChatModel.of', 'ResponsesModel.ofString', 'ResponsesModel.ofChat', 'ResponsesModel.of', 'EmbeddingModel.of'],
        ...['ofUser', 'ofSystem', 'ofDeveloper', 'ofAssistant', 'ofTool'].map(kind => `ChatCompletionMessageParam.${kind}`),
        ...['ofEasyInputMessage', 'ofMessage'].map(kind => `ResponseInputItem.${kind}`),
        ...['ofText', 'ofArrayOfContentParts'].flatMap(kind =>
          ['User', 'System', 'Developer', 'Assistant'].map(role => `ChatCompletion${role}MessageParam.Content.${kind}`),
        ),
        ...['ChatCompletionContentPart.ofText', 'ResponseInputContent.ofInputText', 'EasyInputMessage.Content.ofTextInput'],
        ...['ResponseCreateParams.Input.ofText', 'ResponseCreateParams.Input.ofResponse', 'EmbeddingCreateParams.Input.ofString'],
        ...['EmbeddingCreateParams.Input.ofArrayOfStrings', 'JsonValue.from', 'JsonField.of'],
      ].map(name => [name, wraps]),
    ),
  },
  baseUrlArguments: ['base_url'],
  calls: [
    ...under(chat, 'chat.completions.create'),
    ...streamedUnder(chat, 'chat.completions.createStreaming'),
    ...under(responses, 'responses.create'),
    ...streamedUnder(responses, 'responses.createStreaming'),
    ...under({ ...COMPLETIONS, ...handed, model }, 'completions.create'),
    ...streamedUnder({ ...COMPLETIONS, ...handed, model }, 'completions.createStreaming'),
    ...under(embeddings, 'embeddings.create'),
    ...under({ ...IMAGES, ...handed, model }, 'images.generate', 'images.edit', 'images.createVariation'),
    ...streamedUnder({ ...IMAGES, ...handed, model }, 'images.generateStreaming', 'images.editStreaming'),
    ...under({ ...VIDEOS, ...handed, model }, 'videos.create'),
    ...under({ ...SPEECH, ...handed, model }, 'audio.speech.create'),
    ...under({ ...TRANSCRIPTION, ...handed, model }, 'audio.transcriptions.create', 'audio.translations.create'),
    ...streamedUnder({ ...TRANSCRIPTION, ...handed, model }, 'audio.transcriptions.createStreaming'),
    ...under(BATCH, 'batches.create'),
  ],
  constants: {
    ...OPENAI_MODELS,
    ...Object.fromEntries(['USER', 'SYSTEM', 'DEVELOPER', 'ASSISTANT'].flatMap(role => [[`Role.${role}`, role.toLowerCase()]])),
  },
  adds: addsInWireCase({
    addUserMessage: { to: 'messages', role: 'user' },
    addUserMessageOfArrayOfContentParts: { to: 'messages', role: 'user' },
    addSystemMessage: { to: 'messages', role: 'system' },
    addSystemMessageOfArrayOfContentParts: { to: 'messages', role: 'system' },
    addDeveloperMessage: { to: 'messages', role: 'system' },
    addAssistantMessage: { to: 'messages', role: 'assistant' },
    addMessage: { to: 'messages' },
    addTool: { to: 'tools' },
    addFunctionTool: { to: 'tools' },
  }),
  messages: {
    ChatCompletionUserMessageParam: { ...content, role: 'user' },
    ChatCompletionSystemMessageParam: { ...content, role: 'system' },
    ChatCompletionDeveloperMessageParam: { ...content, role: 'system' },
    ChatCompletionAssistantMessageParam: { ...content, role: 'assistant' },
    ChatCompletionToolMessageParam: { ...content, role: 'tool' },
    ChatCompletionContentPartText: {},
    EasyInputMessage: content,
    'ResponseInputItem.Message': content,
    ResponseInputText: {},
  },
  read: wireNames({ inputOfResponse: 'input', inputOfArrayOfStrings: 'input' }),
};
