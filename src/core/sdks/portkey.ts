import { plainText } from '../link/plain-values';
import type { Provider } from '../request/call-site';
import { argumentIn } from './handed';
import { CHAT, COMPLETIONS, EMBEDDINGS, IMAGES, RESPONSES, under } from './openai-requests';
import type { Maker, Sdk } from './sdk';
import type { SdkObject } from './sdk-call';

/** What the gateway calls a provider that may go by another name here. https://github.com/Portkey-AI/gateway, src/globals.ts, read 2026-11-22 */
const NAMES: Readonly<Record<string, Provider>> = {
  ...{ openai: 'openai', anthropic: 'anthropic', google: 'google', groq: 'groq', cohere: 'cohere', deepseek: 'deepseek' },
  ...{
    ollama: 'ollama',
    cerebras: 'cerebras',
    'azure-openai': 'azure',
    bedrock: 'aws',
    'mistral-ai': 'mistral',
    'together-ai': 'together',
  },
};

const client: Maker = { makes: 'client', gives: ofNamed };

/** A gateway with OpenAI's calls: whom it asks, `provider` says, or a key or configuration that is kept there, or the model's name. */
export const sdk: Sdk = {
  id: 'portkey',
  modules: ['portkey-ai', 'portkey_ai'],
  makers: { default: client, Portkey: client, AsyncPortkey: client },
  baseUrlArguments: ['customHost', 'custom_host'],
  calls: [
    ...under({ ...CHAT, modelForm: '/' }, 'chat.completions.create'),
    ...under({ ...RESPONSES, modelForm: '/' }, 'responses.create'),
    ...under(COMPLETIONS, 'completions.create'),
    ...under(EMBEDDINGS, 'embeddings.create'),
    ...under(IMAGES, 'images.generate'),
  ],
};

function ofNamed(made: SdkObject): SdkObject {
  const named = made.layers[0] && argumentIn(made.layers[0], 'provider');
  const provider = named && NAMES[plainText(named) ?? ''];
  return provider === undefined ? made : { ...made, provider };
}
