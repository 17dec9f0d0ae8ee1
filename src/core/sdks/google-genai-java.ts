import type { CallShape, Maker, Sdk } from './sdk';

const request: Omit<CallShape, 'path' | 'streams' | 'on'> = {
  api: 'google-genai',
  model: ['model'],
  messages: ['contents', 'message'],
  system: ['config.systemInstruction'],
  tools: ['config.tools'],
  cap: ['config.maxOutputTokens'],
  capRequired: false,
  schema: ['config.responseSchema', 'config.responseJsonSchema', 'config.responseMimeType'],
  positional: ['model', 'contents', 'config'],
};
const sent = { ...request, on: 'chat', positional: ['message', 'config'] };
const embedding = { ...request, api: 'google-genai-embeddings', system: [], tools: [], cap: [], schema: [], streams: false };
const images = { ...embedding, api: 'google-genai-images', chargedBy: 'the number and size of images' };

const client: Maker = { makes: 'client', provider: 'google' };

/** Google's own SDK for Java. */
export const sdk: Sdk = {
  id: 'google-genai-java',
  modules: ['com.google.genai'],
  makers: { Client: client },
  methods: [{ on: 'client', path: 'chats.create', makes: 'chat', positional: ['model', 'config'], fixesModel: true }],
  baseUrlArguments: ['httpOptions.baseUrl'],
  calls: [
    { ...request, path: 'models.generateContent', streams: false },
    { ...request, path: 'models.generateContentStream', streams: true },
    { ...sent, path: 'sendMessage', streams: false },
    { ...sent, path: 'sendMessageStream', streams: true },
    { ...embedding, path: 'models.embedContent' },
    { ...images, path: 'models.generateImages' },
  ],
  messages: {
    Content: {},
    'Content.fromParts': { positional: ['parts'] },
    Part: {},
    'Part.fromText': { positional: ['text'] },
  },
};
