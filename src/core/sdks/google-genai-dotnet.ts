import { asChatClient } from './extensions-ai';
import type { CallShape, Sdk } from './sdk';

/** Names of Google.GenAI, Google's own package for .NET. */
const request: Omit<CallShape, 'path' | 'streams'> = {
  api: 'google-genai',
  model: ['model'],
  messages: ['contents'],
  system: ['config.SystemInstruction'],
  tools: ['config.Tools'],
  cap: ['config.MaxOutputTokens'],
  capRequired: false,
  schema: ['config.ResponseSchema', 'config.ResponseMimeType'],
  positional: ['model', 'contents', 'config'],
};

const client = { makes: 'client', provider: 'google' } as const;

export const sdk: Sdk = {
  id: 'google-genai-dotnet',
  modules: ['Google.GenAI'],
  makers: { Client: client },
  methods: [asChatClient('AsIChatClient', 'client', ['defaultModelId'])],
  baseUrlArguments: [],
  calls: [
    { ...request, path: 'Models.GenerateContentAsync', streams: false },
    { ...request, path: 'Models.GenerateContentStreamAsync', streams: true },
    {
      ...{ ...request, path: 'Models.EmbedContentAsync', api: 'google-genai-embeddings', streams: false },
      ...{ system: [], tools: [], cap: [], schema: [] },
    },
    {
      ...{ ...request, path: 'Models.GenerateImagesAsync', api: 'google-genai-images', streams: false },
      ...{ messages: ['prompt'], system: [], tools: [], cap: [], schema: [], positional: ['model', 'prompt', 'config'] },
      chargedBy: 'the number and size of images',
    },
  ],
  messages: { Content: {}, Part: {} },
  messageType: 'Content',
  names: new Set(['GenerateContentConfig', 'Content', 'Part']),
  keys: { Role: 'role', Parts: 'parts', Text: 'text' },
};
