import type { RequestShape } from './sdk';

/** What a call of Anthropic's API is made of, whichever package makes it; the path is the package's. */
export const MESSAGES: RequestShape = {
  api: 'anthropic-messages',
  model: ['model'],
  messages: ['messages'],
  system: ['system'],
  tools: ['tools'],
  cap: ['max_tokens'],
  capRequired: true,
  schema: ['output_config', 'output_format'],
};

/** The form before messages: one text, in which the turns are written out. */
export const TEXT_COMPLETIONS: RequestShape = {
  ...MESSAGES,
  api: 'anthropic-completions',
  messages: ['prompt'],
  system: [],
  tools: [],
  schema: [],
  cap: ['max_tokens_to_sample'],
};

/** Its requests, and with them its models, stand in a list. */
export const BATCHES: RequestShape = {
  ...MESSAGES,
  api: 'anthropic-batches',
  model: [],
  messages: [],
  system: [],
  tools: [],
  cap: [],
  schema: [],
  chargedBy: 'the requests in its list',
};
