import { CHAT, streamedUnder, TRANSCRIPTION, under } from './openai-requests';
import type { Sdk } from './sdk';

const own = { makes: 'client', provider: 'groq' } as const;

/** Generated from the same specification as OpenAI's, with the same names. */
export const sdk: Sdk = {
  id: 'groq',
  modules: ['groq', 'groq-sdk'],
  sharedNames: ['groq'],
  makers: { default: own, Groq: own, AsyncGroq: own, Client: own, AsyncClient: own },
  baseUrlArguments: ['base_url', 'baseURL'],
  calls: [
    ...under(CHAT, 'chat.completions.create'),
    ...streamedUnder(CHAT, 'chat.completions.stream'),
    ...under(TRANSCRIPTION, 'audio.transcriptions.create', 'audio.translations.create'),
  ],
};
