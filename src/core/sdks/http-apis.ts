import type { Api } from '../request/call-site';
import { MESSAGES, TEXT_COMPLETIONS } from './anthropic-requests';
import { BEDROCK_CONVERSE, BEDROCK_INVOKE } from './bedrock-http';
import { CHAT_1, CHAT_2, EMBED, GENERATE } from './cohere-requests';
import { CHAT, COMPLETIONS, EMBEDDINGS, IMAGES, REALTIME, RESPONSES, SPEECH, TRANSCRIPTION } from './openai-requests';

/** A request body by the address that it is sent to. */
export interface HttpApi {
  readonly address: RegExp;
  readonly api: Api;
  readonly messages: readonly string[];
  readonly system: readonly string[];
  readonly tools: readonly string[];
  readonly cap: readonly string[];
  readonly capRequired: boolean;
  readonly schema: readonly string[];
  /** Fields of the body that tell it from anything else, where the host is not known. */
  readonly tellingFields: readonly string[];
  /** Sites call routes of their own like this: a path without a host is one of these. */
  readonly likeRoutes?: true;
  /** Where its body names the model, if not by `model`; and what it is charged by, if not by what it sends. */
  readonly model?: readonly string[];
  readonly chargedBy?: string;
  /** The address alone tells it, wherever a caller passes the whole body. */
  readonly addressTells?: true;
}

/** What stands in the text of every file that names such an address. */
export const ENDPOINTS: readonly string[] = [
  '/chat/completions',
  '/v1/messages',
  ...['/v1/responses', '/api/responses', '/openai/responses'],
  '/embeddings',
  '/api/embed',
  '/v1/completions',
  'enerateContent',
  '/api/generate',
  '/api/chat',
  '/v1/realtime',
  '/images/generations',
  '/audio/speech',
  '/audio/transcriptions',
  '/converse',
  // What ends an address whose beginning is a setting, and what Anthropic wants to be told.
  ...['/completions`', "/completions'", '/completions"', '/responses`', "/responses'", '/responses"', 'anthropic-version'],
  // Addresses of one host only, by that.
  ...['bedrock-runtime', '/v1/complete', 'api.cohere.', '/services/aigc/'],
];

/** Whether a file's text names the address of a known API. */
export function namesEndpoint(text: string): boolean {
  return ENDPOINTS.some(endpoint => text.includes(endpoint));
}

const nothingElse = { system: [], tools: [], cap: [], capRequired: false, schema: [] } as const;
const ollama = { ...nothingElse, schema: ['format'], likeRoutes: true } as const;

const gemini = {
  messages: ['contents'],
  system: ['systemInstruction', 'system_instruction'],
  tools: ['tools'],
  keptText: ['cachedContent', 'cached_content'],
  cap: ['generationConfig.maxOutputTokens', 'generation_config.max_output_tokens'],
  capRequired: false,
  schema: [
    'generationConfig.responseSchema',
    'generationConfig.responseJsonSchema',
    'generationConfig.response_schema',
    'generationConfig.response_json_schema',
    'generation_config.response_schema',
    'generation_config.response_json_schema',
  ],
  tellingFields: ['contents'],
} as const;

export const HTTP_APIS: readonly HttpApi[] = [
  { ...CHAT, address: /\/chat\/completions\/?$/, tellingFields: ['messages'], addressTells: true },
  { ...RESPONSES, address: /\/(?:v1|api|openai)\/responses\/?$/, tellingFields: ['model', 'input'] },
  { ...MESSAGES, address: /\/v1\/messages\/?$/, tellingFields: ['model', 'messages', 'max_tokens'] },
  {
    ...gemini,
    // What is put behind it without being in sight is a query.
    address: /:(?:streamG|g)enerateContent(?: |$)/,
    api: 'google-genai',
    addressTells: true,
  },
  { ...EMBEDDINGS, address: /(?:\/v1| )\/embeddings\/?$/, tellingFields: ['model', 'input'], addressTells: true },
  // Azure's names the model in the address.
  { ...EMBEDDINGS, address: /\/openai\/deployments\/[^/]*\/embeddings\/?$/, tellingFields: ['input'] },
  { ...COMPLETIONS, address: /\/v1\/completions\/?$/, tellingFields: ['model', 'prompt'] },
  { ...IMAGES, address: /\/v1\/images\/generations\/?$/, tellingFields: ['model', 'prompt'], addressTells: true },
  { ...SPEECH, address: /\/v1\/audio\/speech\/?$/, tellingFields: ['model', 'input'], addressTells: true },
  { ...TRANSCRIPTION, address: /\/v1\/audio\/transcriptions\/?$/, tellingFields: ['model'], addressTells: true },
  // Azure's.
  { ...IMAGES, address: /\/openai\/deployments\/[^/]*\/images\/generations\/?$/, tellingFields: ['prompt'] },
  { ...SPEECH, address: /\/openai\/deployments\/[^/]*\/audio\/speech\/?$/, tellingFields: ['input'] },
  { ...TRANSCRIPTION, address: /\/openai\/deployments\/[^/]*\/audio\/transcriptions\/?$/, tellingFields: [] },
  // All before comes from a setting or a caller, `/v1` with it.
  { ...RESPONSES, address: /^ +\/responses\/?$/, tellingFields: ['model', 'input'] },
  { ...MESSAGES, address: /^ +\/messages\/?$/, tellingFields: ['model', 'messages', 'max_tokens'] },
  { ...COMPLETIONS, address: /^ +\/completions\/?$/, tellingFields: ['model', 'prompt', 'max_tokens'] },
  { ...IMAGES, address: /^ +\/images\/generations\/?$/, tellingFields: ['model', 'prompt'] },
  { ...SPEECH, address: /^ +\/audio\/speech\/?$/, tellingFields: ['model', 'input'] },
  { ...TRANSCRIPTION, address: /^ +\/audio\/transcriptions\/?$/, tellingFields: ['model'] },
  BEDROCK_CONVERSE,
  BEDROCK_INVOKE,
  { ...TEXT_COMPLETIONS, address: /\/v1\/complete\/?$/, tellingFields: ['model', 'prompt', 'max_tokens_to_sample'] },
  { ...CHAT_1, address: /^https:\/\/api\.cohere\.(?:ai|com)(?:\/v1)?\/chat\/?$/, tellingFields: [] },
  { ...CHAT_2, address: /^https:\/\/api\.cohere\.(?:ai|com)\/v2\/chat\/?$/, tellingFields: [] },
  { ...GENERATE, address: /^https:\/\/api\.cohere\.(?:ai|com)(?:\/v1)?\/generate\/?$/, tellingFields: [] },
  { ...EMBED, address: /^https:\/\/api\.cohere\.(?:ai|com)(?:\/v[12])?\/embed\/?$/, tellingFields: [] },
  {
    // Alibaba's own form, beside the one that is OpenAI's: what is asked is in `input`, the rest in `parameters`.
    ...{ api: 'dashscope', address: /\/services\/aigc\/(?:text|multimodal)-generation\/generation\/?$/ },
    ...{ messages: ['input.messages', 'input.prompt'], system: [], tools: ['parameters.tools'], cap: ['parameters.max_tokens'] },
    ...{ capRequired: false, schema: ['parameters.response_format'], tellingFields: ['model', 'input'] },
  },
  // What is held over the key that it gives, or over WebRTC, is charged for.
  {
    ...{ ...REALTIME, model: ['model', 'session.model'], address: /\/v1\/realtime\/(?:sessions|client_secrets)\/?$/ },
    tellingFields: ['model'],
  },
  {
    ...ollama,
    address: /\/api\/chat\/?$/,
    api: 'ollama-chat',
    messages: ['messages'],
    cap: ['options.num_predict'],
    tellingFields: ['model', 'messages'],
  },
  {
    ...ollama,
    address: /\/api\/generate\/?$/,
    api: 'ollama-generate',
    messages: ['prompt'],
    system: ['system'],
    cap: ['options.num_predict'],
    tellingFields: ['model', 'prompt'],
  },
  {
    ...{ ...ollama, schema: [], address: /\/api\/embeddings\/?$/, api: 'ollama-embeddings', messages: ['prompt'] },
    tellingFields: ['model', 'prompt'],
  },
  {
    ...{ ...ollama, schema: [], address: /\/api\/embed\/?$/, api: 'ollama-embeddings', messages: ['input'] },
    tellingFields: ['model', 'input'],
  },
];
