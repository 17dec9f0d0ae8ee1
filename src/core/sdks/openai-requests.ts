import type { CallShape, RequestShape } from './sdk';

// What a call of OpenAI's API is made of, whichever package makes it; the path is the package's.
const nothingElse = { system: [], tools: [], cap: [], capRequired: false, schema: [] } as const;

export const CHAT: RequestShape = {
  api: 'openai-chat',
  model: ['model'],
  messages: ['messages'],
  system: [],
  tools: ['tools', 'functions'],
  cap: ['max_completion_tokens', 'max_tokens'],
  capRequired: false,
  schema: ['response_format', 'response_model'],
};

export const RESPONSES: RequestShape = {
  api: 'openai-responses',
  model: ['model'],
  messages: ['input'],
  system: ['instructions'],
  tools: ['tools'],
  conversation: ['previous_response_id', 'conversation'],
  storedPrompt: ['prompt'],
  cap: ['max_output_tokens'],
  capRequired: false,
  schema: ['text', 'text_format'],
};

/** A prompt to be continued, without roles. */
export const COMPLETIONS: RequestShape = {
  ...nothingElse,
  api: 'openai-completions',
  model: ['model'],
  messages: ['prompt'],
  cap: ['max_tokens'],
};

export const EMBEDDINGS: RequestShape = { ...nothingElse, api: 'openai-embeddings', model: ['model'], messages: ['input'] };

export const IMAGES: RequestShape = {
  ...nothingElse,
  api: 'openai-images',
  model: ['model'],
  messages: ['prompt'],
  tellingArguments: ['prompt'],
  chargedBy: 'the number and size of images',
};

export const VIDEOS: RequestShape = {
  ...nothingElse,
  api: 'openai-videos',
  model: ['model'],
  messages: ['prompt'],
  chargedBy: 'the seconds of video',
};

export const SPEECH: RequestShape = {
  ...nothingElse,
  api: 'openai-audio',
  model: ['model'],
  messages: ['input'],
  system: ['instructions'],
  chargedBy: 'the length of the speech',
};

export const TRANSCRIPTION: RequestShape = {
  ...nothingElse,
  api: 'openai-audio',
  model: ['model'],
  messages: ['prompt'],
  recording: ['file'],
  chargedBy: 'the length of the recording',
};

/** Its requests, and with them its models, stand in the file that it names. */
export const BATCH: RequestShape = {
  ...nothingElse,
  api: 'openai-batches',
  model: [],
  messages: [],
  chargedBy: 'the requests in its file',
};

/** Fixes a model and instructions for runs to come. */
export const ASSISTANT: RequestShape = {
  ...nothingElse,
  api: 'openai-assistants',
  chargedBy: 'the runs of the assistant',
  model: ['model'],
  messages: [],
  system: ['instructions'],
  tools: ['tools'],
  schema: ['response_format'],
};

/** The assistant's model and instructions hold unless the run has its own. */
export const RUN: RequestShape = {
  ...ASSISTANT,
  api: 'openai-assistant-runs',
  chargedBy: 'all that the thread holds',
  messages: ['additional_messages', 'thread.messages'],
  system: ['instructions', 'additional_instructions'],
  cap: ['max_completion_tokens'],
  tellingArguments: ['assistant_id', 'assistantId', 'tool_outputs'],
};

export const REALTIME: RequestShape = {
  ...nothingElse,
  api: 'openai-realtime',
  model: ['model', 'session.model'],
  messages: [],
  chargedBy: 'the length of the conversation',
};

/** The same call under several names. */
export function under(shape: RequestShape & { readonly on?: string }, ...paths: readonly string[]): readonly CallShape[] {
  return paths.map(path => ({ ...shape, path, streams: false }));
}

/** The same, for calls that always stream. */
export function streamedUnder(shape: RequestShape & { readonly on?: string }, ...paths: readonly string[]): readonly CallShape[] {
  return paths.map(path => ({ ...shape, path, streams: true }));
}
