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

/** The body of `InvokeModel` is what each model's maker defines: Claude's messages, Llama's prompt, Titan's text, Nova's configs. */
export const INVOKE_BODY = {
  messages: ['messages', 'prompt', 'inputText', 'message', 'texts'],
  system: ['system', 'preamble'],
  tools: ['tools', 'toolConfig.tools'],
  cap: [
    'max_tokens',
    'max_tokens_to_sample',
    'inferenceConfig.maxTokens',
    'inferenceConfig.max_new_tokens',
    'textGenerationConfig.maxTokenCount',
    'max_gen_len',
    'max_new_tokens',
    'maxTokens',
    'max_completion_tokens',
  ],
} as const;

export const BEDROCK_INVOKE: HttpApi = {
  ...BEDROCK_CONVERSE,
  ...INVOKE_BODY,
  address: /^https:\/\/bedrock-runtime\.[^/]*\.amazonaws\.com\/model\/[^/]+\/invoke(?:-with-response-stream)?\/?$/,
  api: 'bedrock-invoke',
  tellingFields: [],
};
