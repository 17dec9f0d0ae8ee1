import { CHAT, COMPLETIONS, EMBEDDINGS, IMAGES, streamedUnder, TRANSCRIPTION, under } from './openai-requests';
import type { CallShape } from './sdk';

/** Before version 1 of the Python package; Azure's deployments have names of their own. */
const model = ['model', 'engine', 'deployment_id'];
const chat = { ...CHAT, model, cap: ['max_tokens', 'max_completion_tokens'] };
const file = ['model', 'file'];

export const PYTHON_BEFORE_1: readonly CallShape[] = [
  ...under(chat, 'ChatCompletion.create', 'ChatCompletion.acreate'),
  ...under({ ...COMPLETIONS, model }, 'Completion.create', 'Completion.acreate'),
  ...under({ ...COMPLETIONS, model, messages: ['input'], system: ['instruction'], cap: [] }, 'Edit.create', 'Edit.acreate'),
  ...under({ ...EMBEDDINGS, model }, 'Embedding.create', 'Embedding.acreate'),
  ...under(IMAGES, 'Image.create', 'Image.acreate', 'Image.create_edit', 'Image.create_variation'),
  ...under({ ...TRANSCRIPTION, positional: file }, 'Audio.transcribe', 'Audio.atranscribe', 'Audio.translate', 'Audio.atranslate'),
];

/** Before version 4 of the JavaScript package. */
const old = { on: 'client-before-4' };
const recording = ['file', 'model', 'prompt'];

export const JAVASCRIPT_BEFORE_4: readonly CallShape[] = [
  ...under({ ...CHAT, ...old, cap: ['max_tokens', 'max_completion_tokens'] }, 'createChatCompletion'),
  ...under({ ...COMPLETIONS, ...old }, 'createCompletion'),
  ...under({ ...COMPLETIONS, ...old, messages: ['input'], system: ['instruction'], cap: [] }, 'createEdit'),
  ...under({ ...EMBEDDINGS, ...old }, 'createEmbedding'),
  ...under({ ...IMAGES, ...old }, 'createImage'),
  ...under({ ...IMAGES, ...old, positional: ['image', 'prompt'] }, 'createImageEdit'),
  ...under({ ...IMAGES, ...old, positional: ['image'] }, 'createImageVariation'),
  ...under({ ...TRANSCRIPTION, ...old, positional: recording }, 'createTranscription', 'createTranslation'),
];

/** `@azure/openai` before version 2: the deployment comes first, and options have names in camel case. */
const azure = { on: 'azure-client' };
const messages = ['deployment', 'messages'];
const azureChat = { ...CHAT, ...azure, model: ['deployment'], cap: ['maxTokens'], schema: ['responseFormat'], positional: messages };
const azureCompletion = { ...COMPLETIONS, ...azure, model: ['deployment'], cap: ['maxTokens'], positional: ['deployment', 'prompt'] };

export const AZURE_BEFORE_2: readonly CallShape[] = [
  ...under(azureChat, 'getChatCompletions'),
  ...streamedUnder(azureChat, 'streamChatCompletions', 'listChatCompletions'),
  ...under(azureCompletion, 'getCompletions'),
  ...streamedUnder(azureCompletion, 'streamCompletions', 'listCompletions'),
  ...under({ ...EMBEDDINGS, ...azure, model: ['deployment'], positional: ['deployment', 'input'] }, 'getEmbeddings'),
  ...under({ ...IMAGES, ...azure, model: ['deployment'], positional: ['deployment', 'prompt'] }, 'getImages'),
  ...under({ ...TRANSCRIPTION, ...azure, model: ['deployment'], positional: ['deployment', 'file'] }, 'getAudioTranscription'),
];
