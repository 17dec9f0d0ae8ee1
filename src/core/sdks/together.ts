import { CHAT, COMPLETIONS, EMBEDDINGS, IMAGES, SPEECH, streamedUnder, TRANSCRIPTION, under } from './openai-requests';
import type { Sdk } from './sdk';

const own = { makes: 'client', provider: 'together' } as const;
const chat = { ...CHAT, cap: ['max_tokens'] };
const before1 = { ...COMPLETIONS, on: 'module', model: ['model'], messages: ['prompt'], cap: ['max_tokens'] };

export const sdk: Sdk = {
  id: 'together',
  modules: ['together', 'together-ai'],
  sharedNames: ['together'],
  makers: { default: own, Together: own, AsyncTogether: own },
  baseUrlArguments: ['base_url', 'baseURL'],
  calls: [
    ...under(chat, 'chat.completions.create'),
    ...streamedUnder(chat, 'chat.completions.stream'),
    ...under(COMPLETIONS, 'completions.create'),
    ...under(EMBEDDINGS, 'embeddings.create'),
    ...under(IMAGES, 'images.generate', 'images.create'),
    ...under(SPEECH, 'audio.speech.create', 'audio.create'),
    ...under(TRANSCRIPTION, 'audio.transcriptions.create', 'audio.translations.create'),
    ...under(before1, 'Complete.create', 'Complete.create_streaming'),
  ],
};
