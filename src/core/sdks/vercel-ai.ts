import { FREE } from './handed';
import type { CallShape, Maker, MethodMaker, Sdk } from './sdk';
import { withMiddleware } from './vercel-ai-middleware';
import { PROVIDERS } from './vercel-ai-providers';
import { fromCustomProvider, fromRegistry } from './vercel-ai-registries';

/** `modelId` is what the model's own function is given (`openai('gpt-5.4')`), `model` a gateway's text. */
const model = { model: ['modelId', 'model'], objects: ['model'], modelForm: '/', capRequired: false } as const;

const generation = {
  ...model,
  api: 'vercel-ai',
  messages: ['messages', 'prompt'],
  system: ['system', 'instructions'],
  tools: ['tools'],
  rounds: { by: ['stopWhen', 'maxSteps'], unlessStated: 'one' },
  conversation: ['providerOptions.openai.previousResponseId', 'providerOptions.openai.conversation'],
  // Version 5 renamed it.
  cap: ['maxOutputTokens', 'maxTokens'],
  schema: ['output', 'experimental_output'],
} as const;

const withSchema = { ...generation, schema: ['schema'] } as const;

/** An agent is given its cap where it is made, and only then. */
const ofAgent = { ...generation, on: 'agent', objects: [], rounds: { ...generation.rounds, unlessStated: 'several' } } as const;

const other = { ...model, on: 'module', streams: false, system: [], tools: [], cap: [], schema: [] } as const;

const calls: readonly CallShape[] = [
  ...text(generation, 'generateText', false),
  ...text(generation, 'streamText', true),
  ...text(withSchema, 'generateObject', false),
  ...text(withSchema, 'streamObject', true),
  ...text(generation, 'streamUI', true),
  ...text(generation, 'streamTextLowMemory', true),
  { ...other, path: 'embed', api: 'vercel-ai-embeddings', messages: ['value'] },
  { ...other, path: 'embedMany', api: 'vercel-ai-embeddings', messages: ['values'] },
  ...either({ ...other, path: 'generateImage', api: 'vercel-ai-images', chargedBy: 'the number and size of images', messages: ['prompt'] }),
  ...either({ ...other, path: 'generateSpeech', api: 'vercel-ai-speech', chargedBy: 'the length of the speech', messages: ['text'] }),
  ...either({ ...other, path: 'transcribe', api: 'vercel-ai-transcription', chargedBy: 'the length of the recording', messages: [] }),
  ...either({ ...other, path: 'generateVideo', api: 'vercel-ai-videos', chargedBy: 'the seconds of video', messages: ['prompt'] }),
  { ...other, path: 'rerank', api: 'vercel-ai-rerank', chargedBy: 'the searches', messages: ['query'] },
  ...agent('generate', false),
  ...agent('stream', true),
  ...agent('respond', true),
  ...['createAgentUIStream', 'createAgentUIStreamResponse', 'pipeAgentUIStreamToResponse'].map(path => ({
    ...generation,
    ...{ on: 'module', path, streams: true, messages: ['uiMessages', 'messages'], objects: ['agent'] },
  })),
];

/** The first versions had all functions under another name. */
function text(shape: Omit<CallShape, 'path' | 'on' | 'streams'>, path: string, streams: boolean): readonly CallShape[] {
  return either({ ...shape, on: 'module', path, streams, ownCap: true });
}

function either(shape: CallShape): readonly CallShape[] {
  return [shape, { ...shape, path: `experimental_${shape.path}` }];
}

function agent(path: string, streams: boolean): readonly CallShape[] {
  return [{ ...ofAgent, path, streams }];
}

/** What a provider makes, whatever the model is for. Later arguments hold the settings of early versions. */
const MODELS = [
  '',
  'languageModel',
  'chat',
  'chatModel',
  'responses',
  'completion',
  'completionModel',
  'messages',
  'generativeAI',
  'deepseek',
];
const EMBEDDINGS = ['embedding', 'embeddingModel', 'textEmbedding', 'textEmbeddingModel'];
const MEDIA = ['image', 'imageModel', 'speech', 'speechModel', 'transcription', 'transcriptionModel', 'video', 'videoModel'];
const RANKING = ['reranking', 'rerankingModel'];

const REGISTERED = [
  ...['languageModel', 'textEmbeddingModel', 'embeddingModel', 'imageModel', 'transcriptionModel', 'speechModel', 'videoModel'],
  'rerankingModel',
];

const methods: readonly MethodMaker[] = [
  ...[...MODELS, ...EMBEDDINGS, ...MEDIA, ...RANKING].map(path => ({ on: 'provider', path, makes: 'model', positional: ['modelId'] })),
  ...REGISTERED.flatMap(path => [
    { on: 'custom-provider', path, makes: 'model', positional: ['modelId'], gives: fromCustomProvider(path) },
    { on: 'registry', path, makes: 'model', positional: ['modelId'], gives: fromRegistry(path) },
  ]),
];

const AGENT: Maker = { makes: 'agent', fixesModel: 'if stated', objects: ['model'] };
const DOUBLE: Maker = { makes: FREE };

export const sdk: Sdk = {
  id: 'vercel-ai',
  modules: [
    'ai',
    '@ai-sdk',
    '@openrouter/ai-sdk-provider',
    'workers-ai-provider',
    'ollama-ai-provider',
    'ollama-ai-provider-v2',
    'ai-retry',
  ],
  sharedNames: ['ai'],
  makers: {
    ...PROVIDERS,
    Agent: AGENT,
    Experimental_Agent: AGENT,
    ToolLoopAgent: AGENT,
    customProvider: { makes: 'custom-provider' },
    experimental_customProvider: { makes: 'custom-provider' },
    createProviderRegistry: { makes: 'registry', positional: ['providers', 'options'] },
    experimental_createProviderRegistry: { makes: 'registry', positional: ['providers', 'options'] },
    wrapLanguageModel: { wraps: 'model', around: withMiddleware },
    experimental_wrapLanguageModel: { wraps: 'model', around: withMiddleware },
    wrapEmbeddingModel: { wraps: 'model' },
    wrapImageModel: { wraps: 'model' },
    wrapProvider: { wraps: 'provider' },
    // The other models are asked only where the first one fails.
    createRetryable: { wraps: 'model' },
    convertToModelMessages: { wraps: true },
    convertToCoreMessages: { wraps: true },
    pruneMessages: { wraps: 'messages' },
    tool: { wraps: true },
    dynamicTool: { wraps: true },
    jsonSchema: { wraps: true },
    'Output.object': { wraps: true },
    MockLanguageModelV1: DOUBLE,
    MockLanguageModelV2: DOUBLE,
    MockLanguageModelV3: DOUBLE,
    MockLanguageModelV4: DOUBLE,
    MockEmbeddingModelV1: DOUBLE,
    MockEmbeddingModelV2: DOUBLE,
    MockEmbeddingModelV3: DOUBLE,
    MockEmbeddingModelV4: DOUBLE,
  },
  methods,
  baseUrlArguments: ['baseURL', 'url'],
  calls,
};
