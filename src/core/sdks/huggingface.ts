import { CHAT, under } from './openai-requests';
import type { Sdk } from './sdk';

const client = { makes: 'client', provider: 'huggingface', positional: ['model'] } as const;
const chat = { ...CHAT, cap: ['max_tokens'] };
const generation = {
  ...{ api: 'huggingface-generation', model: ['model'], messages: ['prompt', 'inputs'], system: [], tools: [], schema: [] },
  ...{ cap: ['max_new_tokens', 'parameters.max_new_tokens'], capRequired: false, positional: ['prompt'] },
} as const;

/** A client may be made for one model, which its calls then need not name. */
export const sdk: Sdk = {
  id: 'huggingface',
  modules: ['huggingface_hub', '@huggingface/inference'],
  makers: { InferenceClient: client, AsyncInferenceClient: client, HfInference: { ...client, positional: ['accessToken'] } },
  baseUrlArguments: ['base_url'],
  calls: [
    ...under({ ...chat, positional: ['messages'] }, 'chat_completion'),
    ...under(chat, 'chatCompletion', 'chatCompletionStream', 'chat.completions.create'),
    ...under(generation, 'text_generation'),
    ...under({ ...generation, positional: [] }, 'textGeneration', 'textGenerationStream'),
  ],
};
