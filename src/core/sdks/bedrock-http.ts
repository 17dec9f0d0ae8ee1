import type { HttpApi } from './http-apis';

/** Requests to Bedrock with a key of its own, which no SDK has to sign: the address names the model, the body says what `Converse` takes. */
export const BEDROCK_CONVERSE: HttpApi = {
  address: /^https:\/\/bedrock-runtime\.[^/]*\.amazonaws\.com\/model\/[^/]+\/converse(?:-stream)?\/?$/,
  api: 'bedrock-converse',
  messages: ['messages'],
  system: ['system'],
  tools: ['toolConfig.tools'],
  cap: ['inferenceConfig.maxTokens'],
  capRequired: false,
  schema: [],
  model: [],
  tellingFields: ['messages'],
};
