import { CHAT, EMBEDDINGS, IMAGES, under } from './openai-requests';
import type { Sdk } from './sdk';

const own = { makes: 'client', provider: 'zai' } as const;
const chat = { ...CHAT, cap: ['max_tokens'] };

/** Zhipu's clients: the older package and the one under its new name. */
export const sdk: Sdk = {
  id: 'zhipuai',
  modules: ['zhipuai', 'zai'],
  sharedNames: ['zai'],
  makers: { ZhipuAI: own, ZaiClient: own, ZhipuAiClient: own },
  baseUrlArguments: ['base_url'],
  calls: [
    ...under(chat, 'chat.completions.create', 'chat.asyncCompletions.create'),
    ...under(EMBEDDINGS, 'embeddings.create'),
    ...under(IMAGES, 'images.generations'),
  ],
};
