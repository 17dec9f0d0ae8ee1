import { EMBEDDINGS } from './openai-requests';
import type { CallShape, Sdk } from './sdk';
import type { SdkCall } from './sdk-call';

const own = { makes: 'client', provider: 'voyage' } as const;

const embedding: Omit<CallShape, 'path'> = {
  ...EMBEDDINGS,
  api: 'voyageai-embeddings',
  streams: false,
  messages: ['texts', 'input'],
  positional: ['texts', 'model'],
};

/** JavaScript's calls take one object of options, Python's take texts and model in order. */
function read(call: SdkCall): SdkCall {
  const { layers } = call.object;
  const last = layers[layers.length - 1];
  if (last?.args[0]?.value.kind !== 'record') return call;
  return { ...call, object: { ...call.object, layers: [...layers.slice(0, -1), { ...last, positional: [] }] } };
}

export const sdk: Sdk = {
  id: 'voyageai',
  modules: ['voyageai'],
  makers: { Client: own, AsyncClient: own, VoyageAIClient: own },
  baseUrlArguments: ['base_url', 'environment'],
  calls: [
    { ...embedding, path: 'embed' },
    { ...embedding, path: 'contextualized_embed', messages: ['inputs'], positional: ['inputs', 'model'] },
    { ...embedding, path: 'multimodal_embed', messages: [], positional: ['inputs', 'model'], chargedBy: 'texts and images together' },
  ],
  read,
};
