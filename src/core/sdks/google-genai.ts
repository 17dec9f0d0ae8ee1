import type { CallShape, Maker, MessageClass, MethodMaker, Sdk } from './sdk';

/** Where each parameter stands: in the config of today's packages, in Python and JavaScript, or where the older ones had it. */
const request = {
  model: ['model', 'model_name', 'modelName'],
  messages: ['contents', 'message', 'content'],
  system: ['config.system_instruction', 'config.systemInstruction', 'system_instruction', 'systemInstruction', 'context'],
  tools: ['config.tools', 'tools'],
  conversation: ['previous_interaction_id', 'previousInteractionId'],
  keptText: ['config.cached_content', 'config.cachedContent', 'cachedContent'],
  storedPrompt: ['cached_content'],
  capRequired: false,
  schema: [
    'config.response_schema',
    'config.responseSchema',
    'config.response_json_schema',
    'config.responseJsonSchema',
    'config.response_mime_type',
    'config.responseMimeType',
    'generation_config.response_schema',
    'generationConfig.responseSchema',
    'generation_config.response_mime_type',
    'generationConfig.responseMimeType',
  ],
} as const;

const config = ['config.max_output_tokens', 'config.maxOutputTokens'];
const older = ['generation_config.max_output_tokens', 'generationConfig.maxOutputTokens'];

/** Python's client, whose methods take keywords, and JavaScript's, which take one object. */
const pythonClient = { ...request, api: 'google-genai', cap: config } as const;
const javascriptClient = { ...pythonClient, cap: [...config].reverse() };
const pythonModel = { ...request, api: 'google-genai', cap: older, positional: ['contents', 'generation_config'] } as const;
const javascriptModel = { ...pythonModel, cap: [...older].reverse(), positional: ['contents'] };
const embeddings = { ...request, api: 'google-genai-embeddings', streams: false, system: [], tools: [], cap: [], schema: [] } as const;
const media = { ...embeddings, messages: ['prompt'] } as const;
/** Vertex AI's models from before Gemini. */
const text = {
  ...pythonModel,
  on: 'text-model',
  cap: ['max_output_tokens'],
  messages: ['prompt', 'message'],
  positional: ['prompt'],
} as const;

const calls: readonly CallShape[] = [
  { ...pythonClient, path: 'models.generate_content', streams: false },
  { ...pythonClient, path: 'models.generate_content_stream', streams: true },
  { ...javascriptClient, path: 'models.generateContent', streams: false },
  { ...javascriptClient, path: 'models.generateContentStream', streams: true },
  { ...pythonClient, on: 'chat', path: 'send_message', streams: false, positional: ['message', 'config'] },
  { ...pythonClient, on: 'chat', path: 'send_message_stream', streams: true, positional: ['message', 'config'] },
  { ...javascriptClient, on: 'chat', path: 'sendMessage', streams: false, positional: ['message'] },
  { ...javascriptClient, on: 'chat', path: 'sendMessageStream', streams: true, positional: ['message'] },
  ...['interactions.create'].map(path => ({
    ...request,
    ...{ path, api: 'google-genai', streams: false, messages: ['input'], cap: ['generation_config.max_output_tokens'] },
  })),
  { ...embeddings, path: 'models.embed_content' },
  { ...embeddings, path: 'models.embedContent' },
  ...['models.generate_images', 'models.generateImages', 'models.edit_image', 'models.editImage'].map(path => ({
    ...media,
    ...{ path, api: 'google-genai-images', chargedBy: 'the number and size of images' },
  })),
  ...['models.generate_videos', 'models.generateVideos'].map(path => ({ ...media, path, api: 'google-genai-videos' })),
  ...['batches.create'].map(path => ({
    ...media,
    path,
    api: 'google-genai-batches',
    messages: ['src'],
    chargedBy: 'the requests in its file',
  })),
  {
    ...pythonClient,
    path: 'live.connect',
    api: 'google-genai-live',
    streams: true,
    messages: [],
    chargedBy: 'the sound and text of a session',
  },

  { ...pythonModel, on: 'model', path: 'generate_content', streams: false },
  { ...pythonModel, on: 'model', path: 'generate_content_async', streams: false },
  { ...javascriptModel, on: 'model', path: 'generateContent', streams: false },
  { ...javascriptModel, on: 'model', path: 'generateContentStream', streams: true },
  { ...pythonModel, on: 'older-chat', path: 'send_message', streams: false, positional: ['message'] },
  { ...pythonModel, on: 'older-chat', path: 'send_message_async', streams: false, positional: ['message'] },
  { ...javascriptModel, on: 'older-chat', path: 'sendMessage', streams: false, positional: ['message'] },
  { ...javascriptModel, on: 'older-chat', path: 'sendMessageStream', streams: true, positional: ['message'] },
  { ...embeddings, on: 'model', path: 'embedContent', positional: ['content'] },
  { ...embeddings, on: 'model', path: 'batchEmbedContents', messages: ['requests'] },
  { ...embeddings, on: 'module', provider: 'google', path: 'embed_content', positional: ['model', 'content'] },
  { ...embeddings, on: 'module', provider: 'google', path: 'embed_content_async', positional: ['model', 'content'] },
  { ...text, path: 'predict', streams: false },
  { ...text, path: 'predict_async', streams: false },
  { ...text, path: 'predict_streaming', streams: true },
  { ...text, path: 'send_message', streams: false },
  { ...text, path: 'send_message_streaming', streams: true },
  { ...embeddings, on: 'embedding-model', path: 'get_embeddings', messages: ['texts'], positional: ['texts'] },
  { ...embeddings, on: 'embedding-model', path: 'get_embeddings_async', messages: ['texts'], positional: ['texts'] },
  ...['generate_images', 'edit_image'].map(path => ({
    ...media,
    ...{ on: 'image-model', path, api: 'google-genai-images', chargedBy: 'the number and size of images', positional: ['prompt'] },
  })),
];

const google = { provider: 'google' } as const;
const generative: Maker = {
  makes: 'model',
  fixesModel: true,
  ...google,
  positional: ['model_name', 'safety_settings', 'generation_config', 'tools', 'tool_config', 'system_instruction'],
};
/** Vertex AI's own class has the arguments in another order; only the first is ever passed by its place. */
const client: Maker = { makes: 'client', ...google };
const pretrained = (makes: string): Maker => ({ makes, fixesModel: true, ...google, positional: ['model_name'] });

const methods: readonly MethodMaker[] = [
  { on: 'client', path: 'chats.create', makes: 'chat', fixesModel: true },
  { on: 'client', path: 'getGenerativeModel', makes: 'model', fixesModel: true },
  { on: 'client', path: 'preview.getGenerativeModel', makes: 'model', fixesModel: true },
  { on: 'model', path: 'start_chat', makes: 'older-chat', positional: ['history'] },
  { on: 'model', path: 'startChat', makes: 'older-chat' },
  { on: 'text-model', path: 'start_chat', makes: 'text-model' },
];

const user: MessageClass = { role: 'user', positional: ['parts'] };
const assistant: MessageClass = { role: 'assistant', positional: ['parts'] };

export const sdk: Sdk = {
  id: 'google-genai',
  modules: ['google.genai', 'google.generativeai', 'vertexai', '@google/genai', '@google/generative-ai', '@google-cloud/vertexai'],
  sharedNames: ['vertexai'],
  makers: {
    Client: client,
    AsyncClient: client,
    GoogleGenAI: client,
    GoogleGenerativeAI: { ...client, positional: ['apiKey'] },
    VertexAI: client,
    GenerativeModel: generative,
    'GenerativeModel.from_cached_content': { makes: 'model', ...google, positional: ['cached_content'] },
    ChatSession: { makes: 'older-chat', ...google, positional: ['model'], objects: ['model'] },
    'TextGenerationModel.from_pretrained': pretrained('text-model'),
    'ChatModel.from_pretrained': pretrained('text-model'),
    'CodeGenerationModel.from_pretrained': pretrained('text-model'),
    'CodeChatModel.from_pretrained': pretrained('text-model'),
    'TextEmbeddingModel.from_pretrained': pretrained('embedding-model'),
    'MultiModalEmbeddingModel.from_pretrained': pretrained('embedding-model'),
    'ImageGenerationModel.from_pretrained': pretrained('image-model'),
  },
  methods,
  baseUrlArguments: ['http_options.base_url', 'httpOptions.baseUrl'],
  calls,
  messages: {
    Content: { positional: ['parts'] },
    UserContent: user,
    ModelContent: assistant,
    createUserContent: user,
    createModelContent: assistant,
    Part: {},
    'Part.from_text': { positional: ['text'] },
    createPartFromText: { positional: ['text'] },
    'Part.from_uri': {},
    'Part.from_bytes': {},
    'Part.from_data': {},
    'Part.from_image': {},
  },
};
