import type { Argument, Value } from '../source/values';
import { goCall, made } from './go/go-call';
import { textPart } from './go/parts';
import { type GoApi, textEntry } from './go/wire';
import type { CallShape, Sdk } from './sdk';

/** `genai.Text("…")` is a list of one message of the user. */
function text([content]: readonly Argument[], at: Value['at']): Value | undefined {
  const message = content && contentOf(content, undefined, at);
  return message && { kind: 'list', at, items: [message] };
}

/** `genai.NewContentFromText("…", genai.RoleUser)` */
function contentOf(content: Argument, role: Value | undefined, at: Value['at']): Value {
  const own = role === undefined ? [textEntry('role', 'user', at)] : [{ key: 'role', value: role, at }];
  return { kind: 'record', at, entries: [...own, { key: 'parts', value: content.value, at: content.at }] };
}

function content([parts, role]: readonly Argument[], at: Value['at']): Value | undefined {
  return parts && contentOf(parts, role?.value, at);
}

const api: GoApi = {
  keys: 'snake_case',
  constants: new Map([
    ['RoleUser', 'user'],
    ['RoleModel', 'model'],
    ...['String', 'Number', 'Integer', 'Boolean', 'Array', 'Object'].map(type => [`Type${type}`, type.toUpperCase()] as const),
  ]),
  made: {
    Text: text,
    NewContentFromText: content,
    NewContentFromParts: content,
    NewPartFromText: textPart,
    NewUserContentFromText: content,
  },
};

const request = {
  api: 'google-genai',
  model: ['model'],
  messages: ['contents'],
  system: ['config.system_instruction'],
  tools: ['config.tools'],
  cap: ['config.max_output_tokens'],
  capRequired: false,
  schema: ['config.response_schema', 'config.response_json_schema', 'config.response_mime_type'],
} as const;
const inOrder = { positional: ['', 'model', 'contents', 'config'] } as const;
const embeddings = {
  ...request,
  ...inOrder,
  api: 'google-genai-embeddings',
  streams: false,
  system: [],
  tools: [],
  cap: [],
  schema: [],
} as const;
const media = { ...embeddings, messages: ['prompt'], positional: ['', 'model', 'prompt', 'config'] } as const;

const calls: readonly CallShape[] = [
  { ...request, ...inOrder, path: 'Models.GenerateContent', streams: false },
  { ...request, ...inOrder, path: 'Models.GenerateContentStream', streams: true },
  { ...request, on: 'chat', path: 'SendMessage', streams: false, positional: ['', 'contents'] },
  { ...request, on: 'chat', path: 'SendMessageStream', streams: true, positional: ['', 'contents'] },
  { ...request, on: 'chat', path: 'Send', streams: false, positional: ['', 'contents'] },
  { ...request, on: 'chat', path: 'SendStream', streams: true, positional: ['', 'contents'] },
  { ...embeddings, path: 'Models.EmbedContent' },
  { ...media, path: 'Models.GenerateImages', api: 'google-genai-images', chargedBy: 'the number and size of images' },
  { ...media, path: 'Models.EditImage', api: 'google-genai-images', chargedBy: 'the number and size of images' },
  { ...media, path: 'Models.GenerateVideos', api: 'google-genai-videos', chargedBy: 'the seconds of video' },
  {
    ...{ ...media, path: 'Models.GenerateVideosFromSource', api: 'google-genai-videos', chargedBy: 'the seconds of video' },
    ...{ messages: ['source.prompt'], positional: ['', 'model', 'source', 'config'] },
  },
  {
    ...{ ...embeddings, path: 'Batches.Create', api: 'google-genai-batches', chargedBy: 'the requests in its file' },
    ...{ messages: [], positional: ['', 'model', 'src', 'config'] },
  },
  {
    ...{ ...embeddings, path: 'Live.Connect', api: 'google-genai-live', chargedBy: 'the sound and text of a session' },
    ...{ streams: true, messages: [], positional: ['', 'model', 'config'] },
  },
];

const client = { makes: 'client', provider: 'google' } as const;

/** Google's package for Gemini and Vertex AI. */
export const sdk: Sdk = {
  id: 'google-genai-go',
  modules: ['google.golang.org/genai'],
  makers: { NewClient: client, Client: client, Chat: { makes: 'chat' } },
  methods: [{ on: 'client', path: 'Chats.Create', makes: 'chat', fixesModel: true, positional: ['', 'model', 'config', 'history'] }],
  baseUrlArguments: ['http_options.base_url'],
  calls,
  convert: layer => made(layer, api),
  read: call => goCall(call, api, call.shape.positional ?? []),
};
