import { namedArguments } from '../request/arguments';
import { asText } from '../request/resolve';
import { CHAT, under } from './openai-requests';
import type { Sdk } from './sdk';
import type { SdkObject } from './sdk-call';

const client = { makes: 'client', provider: 'huggingface', positional: ['model'], gives: atItsAddress } as const;
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
  baseUrlArguments: ['base_url', 'endpointUrl'],
  calls: [
    ...under({ ...chat, positional: ['messages'] }, 'chat_completion'),
    ...under(chat, 'chatCompletion', 'chatCompletionStream', 'chat.completions.create'),
    ...under(generation, 'text_generation'),
    ...under({ ...generation, positional: [] }, 'textGeneration', 'textGenerationStream'),
  ],
};

/** `InferenceClient("http://localhost:8080")`: for a model may stand the address of a server, which has one. */
function atItsAddress(made: SdkObject): SdkObject {
  const model = namedArguments(made.layers).get(['model']);
  if (model === undefined || !/^https?:/.test(asText(model.value) ?? '')) return made;
  const layers = made.layers.map(layer => ({
    ...layer,
    args: layer.args.map(argument => (argument.value === model.value ? { ...argument, name: 'base_url' } : argument)),
  }));
  return { ...made, layers };
}
