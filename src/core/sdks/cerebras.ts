import { CHAT, COMPLETIONS, under } from './openai-requests';
import type { Sdk } from './sdk';

const own = { makes: 'client', provider: 'cerebras' } as const;

export const sdk: Sdk = {
  id: 'cerebras',
  modules: ['cerebras.cloud.sdk', '@cerebras/cerebras_cloud_sdk'],
  makers: { default: own, Cerebras: own, AsyncCerebras: own },
  baseUrlArguments: ['base_url', 'baseURL'],
  calls: [...under(CHAT, 'chat.completions.create'), ...under(COMPLETIONS, 'completions.create')],
};
