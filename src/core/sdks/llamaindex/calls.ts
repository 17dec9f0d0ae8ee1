import type { CallShape } from '../sdk';

export const REQUEST = {
  model: ['model', 'model_name', 'modelName', 'deployment_name', 'engine'],
  messages: ['messages', 'prompt', 'input'],
  system: ['system_prompt', 'systemPrompt'],
  tools: ['tools'],
  cap: [
    'max_tokens',
    'maxTokens',
    'max_output_tokens',
    'maxOutputTokens',
    'max_new_tokens',
    'generation_config.max_output_tokens',
    'additional_kwargs.max_tokens',
    'additional_kwargs.num_predict',
    'options.num_predict',
  ],
  capRequired: false,
  schema: ['output_cls', 'responseFormat'],
  modelForm: '/',
} as const;

const agent = {
  on: 'agent',
  api: 'llamaindex-agent',
  rounds: { by: ['max_iterations', 'maxIterations'], unlessStated: 'several' },
} as const;

const LLM = { ...REQUEST, on: 'llm', api: 'llamaindex' } as const;

/** Calls of a kind, synchronous and asynchronous, the second list as streams. */
export function forms(plain: readonly string[], streaming: readonly string[]): readonly (readonly [path: string, streams: boolean])[] {
  return [
    ...plain.flatMap(path => [path, `a${path}`]).map(path => [path, false] as const),
    ...streaming.flatMap(path => [path, `a${path}`]).map(path => [path, true] as const),
  ];
}

export function shapes(
  base: Omit<CallShape, 'path' | 'streams'>,
  all: readonly (readonly [string, boolean])[],
  positional: readonly string[],
): readonly CallShape[] {
  return all.map(([path, streams]) => ({ ...base, path, streams, positional }));
}

export const EMBEDDING = {
  ...REQUEST,
  on: 'embeddings',
  api: 'llamaindex-embeddings',
  messages: ['texts'],
  system: [],
  tools: [],
  cap: [],
  schema: [],
} as const;

/** What is put into an index of vectors is embedded then and there. */
const indexing = { ...EMBEDDING, messages: ['documents', 'nodes', 'document'] } as const;
const INDEXES = ['VectorStoreIndex', 'GPTVectorStoreIndex', 'GPTSimpleVectorIndex', 'MultiModalVectorStoreIndex'];

/** A function that is handed a model. */
export const WITH_TOOLS = 'chatWithTools';

export const CALLS: readonly CallShape[] = [
  { ...LLM, on: 'module', path: WITH_TOOLS, streams: false, positional: ['llm', 'tools', 'messages'] },
  ...shapes(
    { ...indexing, on: 'module' },
    INDEXES.flatMap(name => [name, `${name}.from_documents`, `${name}.fromDocuments`]).map(path => [path, false] as const),
    ['documents'],
  ),
  ...shapes(
    { ...indexing, on: 'index' },
    ['insert', 'insert_nodes', 'ainsert', 'ainsert_nodes', 'refresh_ref_docs', 'insertNodes'].map(path => [path, false] as const),
    ['documents'],
  ),
  ...shapes(LLM, forms(['complete'], ['stream_complete']), ['prompt']),
  ...shapes(LLM, forms(['chat'], ['stream_chat']), ['messages']),
  ...shapes(LLM, forms(['predict'], ['stream']), ['prompt']),
  ...shapes(LLM, forms(['structured_predict'], ['stream_structured_predict']), ['output_cls', 'prompt']),
  ...shapes(LLM, forms(['predict_and_call', 'chat_with_tools'], ['stream_chat_with_tools']), ['tools', 'messages']),
  ...shapes(
    LLM,
    [
      ['exec', false],
      ['streamExec', true],
    ],
    [],
  ),
  ...shapes({ ...REQUEST, on: 'engine', api: 'llamaindex-engine' }, forms(['query', 'chat', 'synthesize'], ['stream_chat']), ['input']),
  ...shapes({ ...REQUEST, ...agent }, forms(['run', 'chat', 'query'], ['stream_chat']), ['input']),
  ...shapes({ ...REQUEST, ...agent }, [['runStream', true]], ['input']),
  ...shapes(
    { ...REQUEST, on: 'program', api: 'llamaindex' },
    [
      ['', false],
      ['call', false],
      ['acall', false],
    ],
    [],
  ),
  ...shapes(EMBEDDING, forms(['get_text_embedding', 'get_text_embedding_batch', 'get_query_embedding'], []), ['texts']),
  ...shapes(
    EMBEDDING,
    [
      ['getTextEmbedding', false],
      ['getTextEmbeddings', false],
      ['getTextEmbeddingsBatch', false],
      ['getQueryEmbedding', false],
    ],
    ['texts'],
  ),
];
