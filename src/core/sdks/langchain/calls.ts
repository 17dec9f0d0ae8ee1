import type { CallShape } from '../sdk';
import { OF_GRAPHS } from './graphs';
import { OF_STORES, STORING } from './stores';

/** What models of all packages are made with: Python's names, then JavaScript's. What is sent is put together by `read`. */
const request = {
  model: [
    'model',
    'model_name',
    'modelName',
    'model_id',
    'modelId',
    'azure_deployment',
    'deployment_name',
    'azureOpenAIApiDeploymentName',
    'repo_id',
  ],
  messages: ['messages'],
  system: [],
  tools: ['tools', 'functions'],
  cap: [
    'max_tokens',
    'maxTokens',
    'max_completion_tokens',
    'maxCompletionTokens',
    'max_output_tokens',
    'maxOutputTokens',
    'num_predict',
    'numPredict',
    'max_tokens_to_sample',
    'maxTokensToSample',
    'max_new_tokens',
    'model_kwargs.max_completion_tokens',
    'modelKwargs.max_completion_tokens',
    'model_kwargs.max_tokens',
    'modelKwargs.max_tokens',
    'model_kwargs.max_tokens_to_sample',
    'modelKwargs.max_tokens_to_sample',
  ],
  capRequired: false,
  schema: ['schema', 'response_format', 'responseFormat'],
  positional: ['input', 'config'],
  modelForm: ':',
} as const;

const STREAMING = ['stream', 'astream', 'astream_events', 'streamEvents', 'stream_events', 'astream_log', 'streamLog', 'transform'];
const PLAIN = ['invoke', 'ainvoke', 'batch', 'abatch', 'batch_as_completed', 'abatch_as_completed', 'predict', 'apredict', 'call', ''];
const OF_MODELS = [
  'predict_messages',
  'apredict_messages',
  'predictMessages',
  'generate',
  'agenerate',
  'generate_prompt',
  'agenerate_prompt',
  'call_as_llm',
  'callPrompt',
];
const OF_CHAINS = ['run', 'arun', 'acall', 'apply', 'aapply', 'generate', 'agenerate', 'predict_and_parse', 'get_relevant_documents'];

/** Agents run tools for the model. */
const agent = { rounds: { by: ['max_iterations', 'maxIterations'], unlessStated: 'several' } } as const;

function calls(on: string, api: string, plain: readonly string[]): readonly CallShape[] {
  const shape = { ...request, ...(on === 'agent' ? agent : {}), on, api };
  return [...plain.map(path => ({ ...shape, path, streams: false })), ...STREAMING.map(path => ({ ...shape, path, streams: true }))];
}

const embedding = {
  on: 'embeddings',
  api: 'langchain-embeddings',
  streams: false,
  model: [...request.model, 'deployment'],
  messages: ['texts', 'text', 'documents'],
  system: [],
  tools: [],
  cap: [],
  capRequired: false,
  schema: [],
  positional: ['texts'],
  modelForm: ':',
} as const;

const EMBEDDING = ['embed_query', 'aembed_query', 'embedQuery', 'embed_documents', 'aembed_documents', 'embedDocuments'];

const image = {
  ...embedding,
  on: 'images',
  api: 'langchain-images',
  messages: ['prompt'],
  positional: ['prompt'],
  chargedBy: 'the number and size of images',
} as const;

/** Of a tool (JavaScript), of a utility (Python). */
const DRAWING = ['invoke', 'call', 'run'];

export const CALLS: readonly CallShape[] = [
  ...calls('chat-model', 'langchain', [...PLAIN, ...OF_MODELS]),
  ...calls('chain', 'langchain', [...PLAIN, ...OF_CHAINS]),
  ...calls('agent', 'langchain-agent', [...PLAIN, ...OF_CHAINS]),
  ...OF_GRAPHS.map(path => ({ ...request, ...agent, on: 'graph', api: 'langchain-agent', path, streams: false, positional: [] })),
  ...EMBEDDING.map(path => ({ ...embedding, path })),
  ...STORING.map(made => ({ ...embedding, ...made, on: 'module', objects: ['embedding', 'embeddings'] })),
  ...OF_STORES.map(({ on, path, messages }) => ({ ...embedding, path, messages, positional: messages, on })),
  ...DRAWING.map(path => ({ ...image, path })),
];

/** What a retriever within a chain sends. */
export const LOOKING_UP: CallShape = { ...embedding, on: 'retriever', path: 'invoke', messages: ['query'], positional: [] };
