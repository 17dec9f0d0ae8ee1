import type { Maker, MethodMaker } from '../sdk';

/** Classes whose objects answer questions with a language model, made by their constructor or by one of these methods. */
const ENGINES: readonly string[] = [
  'RetrieverQueryEngine',
  'CitationQueryEngine',
  'SubQuestionQueryEngine',
  'RouterQueryEngine',
  'MultiStepQueryEngine',
  'TransformQueryEngine',
  'RetryQueryEngine',
  'NLSQLTableQueryEngine',
  'SQLTableRetrieverQueryEngine',
  'SQLAutoVectorQueryEngine',
  'SQLJoinQueryEngine',
  'PandasQueryEngine',
  'JSONQueryEngine',
  'KnowledgeGraphQueryEngine',
  'CustomQueryEngine',
  'FLAREInstructQueryEngine',
  'SimpleMultiModalQueryEngine',
  'BaseQueryEngine',
  'BaseChatEngine',
  'SimpleChatEngine',
  'ContextChatEngine',
  'CondenseQuestionChatEngine',
  'CondensePlusContextChatEngine',
];
const AGENTS: readonly string[] = [
  'BaseAgent',
  'FunctionAgent',
  'ReActAgent',
  'CodeActAgent',
  'OpenAIAgent',
  'AnthropicAgent',
  'FunctionCallingAgent',
  'FunctionCallingAgentWorker',
  'OpenAIAssistantAgent',
  'LLMAgent',
  'AgentRunner',
  'AgentWorkflow',
];
const PROGRAMS: readonly string[] = [
  'LLMTextCompletionProgram',
  'OpenAIPydanticProgram',
  'FunctionCallingProgram',
  'MultiModalLLMCompletionProgram',
];
export const INDEXES: readonly string[] = [
  'VectorStoreIndex',
  'SummaryIndex',
  'ListIndex',
  'TreeIndex',
  'KeywordTableIndex',
  'SimpleKeywordTableIndex',
  'KnowledgeGraphIndex',
  'PropertyGraphIndex',
  'DocumentSummaryIndex',
  'GPTVectorStoreIndex',
  'GPTSimpleVectorIndex',
  'GPTListIndex',
  'MultiModalVectorStoreIndex',
];
const FROM: readonly string[] = [
  'from_defaults',
  'from_args',
  'from_tools',
  'from_llm',
  'from_tools_or_functions',
  'fromDefaults',
  'fromTools',
];
const INDEX_FROM: readonly string[] = [
  'from_documents',
  'from_vector_store',
  'from_existing',
  'from_storage',
  'fromDocuments',
  'fromVectorStore',
  'init',
];

export const ENGINE_MAKERS: Readonly<Record<string, Maker>> = {
  ...made(ENGINES, 'engine', FROM, []),
  ...made(AGENTS, 'agent', FROM, ['tools']),
  ...made(PROGRAMS, 'program', FROM, []),
  ...made(INDEXES, 'index', INDEX_FROM, ['documents']),
  load_index_from_storage: { makes: 'index', positional: ['storage_context'] },
  get_response_synthesizer: { makes: 'engine', positional: [] },
  getResponseSynthesizer: { makes: 'engine', positional: ['mode'] },
  agent: { makes: 'agent', positional: [] },
  multiAgent: { makes: 'agent', positional: [] },
};

export const ENGINE_METHODS: readonly MethodMaker[] = [
  ...['as_query_engine', 'as_chat_engine', 'asQueryEngine', 'asChatEngine'].map(path => ({ on: 'index', path, makes: 'engine' })),
  { on: 'llm', path: 'as_structured_llm', makes: 'llm', positional: ['output_cls'] },
  { on: 'agent', path: 'as_agent', makes: 'agent' },
];

function made(classes: readonly string[], makes: string, from: readonly string[], positional: readonly string[]) {
  const names = classes.flatMap(name => [name, ...from.map(method => `${name}.${method}`)]);
  return Object.fromEntries(names.map((name): readonly [string, Maker] => [name, { makes, positional }]));
}
