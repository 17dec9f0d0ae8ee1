import type { Argument, Value } from '../source/values';
import { goCall, made } from './go/go-call';
import { type GoApi, textEntry } from './go/wire';
import type { CallShape, MethodMaker, Sdk } from './sdk';

function said([text]: readonly Argument[]): Value | undefined {
  return text?.value;
}

/** `genai.NewUserContent(parts...)` */
function userContent(args: readonly Argument[], at: Value['at']): Value {
  const parts: Value = { kind: 'list', at, items: args.map(({ value }) => value) };
  return { kind: 'record', at, entries: [textEntry('role', 'user', at), { key: 'parts', value: parts, at }] };
}

const api: GoApi = { keys: 'snake_case', made: { Text: said, NewUserContent: userContent } };

const request = {
  api: 'google-genai',
  model: ['model'],
  messages: ['contents'],
  system: ['system_instruction', 'SystemInstruction'],
  tools: ['tools', 'Tools'],
  cap: ['MaxOutputTokens', 'GenerationConfig.MaxOutputTokens', 'GenerationConfig.max_output_tokens'],
  capRequired: false,
  schema: ['ResponseSchema', 'ResponseMIMEType', 'GenerationConfig.response_schema', 'GenerationConfig.response_mime_type'],
  on: 'model',
} as const;
const embeddings = {
  ...request,
  api: 'google-genai-embeddings',
  on: 'embedding-model',
  streams: false,
  system: [],
  tools: [],
  cap: [],
  schema: [],
} as const;

const calls: readonly CallShape[] = [
  { ...request, path: 'GenerateContent', streams: false },
  { ...request, path: 'GenerateContentStream', streams: true },
  { ...request, on: 'chat', path: 'SendMessage', streams: false },
  { ...request, on: 'chat', path: 'SendMessageStream', streams: true },
  { ...embeddings, path: 'EmbedContent' },
];

const methods: readonly MethodMaker[] = [
  { on: 'client', path: 'GenerativeModel', makes: 'model', fixesModel: true, positional: ['model'] },
  { on: 'client', path: 'EmbeddingModel', makes: 'embedding-model', positional: ['model'] },
  { on: 'model', path: 'StartChat', makes: 'chat' },
];

const client = { makes: 'client', provider: 'google' } as const;

/** The packages before google.golang.org/genai, of Gemini's own API and of Vertex AI. */
export const sdk: Sdk = {
  id: 'generative-ai-go',
  modules: ['github.com/google/generative-ai-go', 'cloud.google.com/go/vertexai'],
  makers: { NewClient: client, Client: client, GenerativeModel: { makes: 'model', provider: 'google', fixesModel: true } },
  methods,
  baseUrlArguments: ['WithEndpoint'],
  calls,
  convert: layer => made(layer, api),
  read: call => goCall(call, api, ['', 'contents']),
};
