import type { Maker, MethodMaker } from '../sdk';

/** Chains, by the names of what they are made of in order: `load_qa_chain(llm, …)`. */
const FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  load_summarize_chain: ['llm'],
  load_qa_chain: ['llm'],
  load_qa_with_sources_chain: ['llm'],
  create_stuff_documents_chain: ['llm', 'prompt'],
  create_history_aware_retriever: ['llm', 'retriever', 'prompt'],
  create_retrieval_chain: ['retriever', 'combine_docs_chain'],
  create_sql_query_chain: ['llm', 'db', 'prompt'],
  create_structured_output_runnable: ['schema', 'llm', 'prompt'],
  create_structured_output_chain: ['schema', 'llm', 'prompt'],
  create_openai_fn_runnable: ['functions', 'llm', 'prompt'],
  create_openai_fn_chain: ['functions', 'llm', 'prompt'],
  create_extraction_chain: ['schema', 'llm', 'prompt'],
  create_extraction_chain_pydantic: ['schema', 'llm', 'prompt'],
  create_tagging_chain: ['schema', 'llm', 'prompt'],
  create_tagging_chain_pydantic: ['schema', 'llm', 'prompt'],
  loadSummarizationChain: ['llm'],
  loadQAStuffChain: ['llm'],
  loadQAMapReduceChain: ['llm'],
  loadQARefineChain: ['llm'],
  loadQAChain: ['llm'],
  createStuffDocumentsChain: [],
  createRetrievalChain: [],
  createHistoryAwareRetriever: [],
  createExtractionChainFromZod: ['schema', 'llm'],
  RunnableSequence: ['first', 'middle', 'last'],
  'RunnableSequence.from': ['steps'],
  RunnableWithMessageHistory: ['runnable'],
  RunnableParallel: ['steps'],
  RunnableMap: ['steps'],
  'RunnableMap.from': ['steps'],
  'RunnableParallel.from': ['steps'],
};

/** Classes that are constructed, and made of a model by `from_llm`. */
const CLASSES: readonly string[] = [
  'LLMChain',
  'ConversationChain',
  'RetrievalQA',
  'RetrievalQAChain',
  'RetrievalQAWithSourcesChain',
  'ConversationalRetrievalChain',
  'ConversationalRetrievalQAChain',
  'VectorDBQA',
  'VectorDBQAChain',
  'QAWithSourcesChain',
  'GraphCypherQAChain',
  'GraphQAChain',
  'SQLDatabaseChain',
  'SqlDatabaseChain',
  'APIChain',
  'LLMMathChain',
  'LLMCheckerChain',
  'QAGenerationChain',
  'StuffDocumentsChain',
  'MapReduceDocumentsChain',
  'RefineDocumentsChain',
  'ReduceDocumentsChain',
  'MapReduceChain',
  'SequentialChain',
  'SimpleSequentialChain',
  'LLMRouterChain',
  'MultiPromptChain',
  'HypotheticalDocumentEmbedder',
  'MultiQueryRetriever',
  'SelfQueryRetriever',
];

const FROM: readonly string[] = ['from_llm', 'fromLLM', 'from_chain_type', 'fromChainType', 'from_string'];

export const CHAINS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(Object.entries(FUNCTIONS).map(([name, positional]) => [name, { makes: 'chain', positional }])),
  ...Object.fromEntries(CLASSES.map(name => [name, { makes: 'chain', positional: ['llm', 'prompt'] }])),
  ...Object.fromEntries(CLASSES.flatMap(name => FROM.map(method => [`${name}.${method}`, { makes: 'chain', positional: ['llm'] }]))),
};

/** Agents, by the names of what they are made of in order. */
const AGENT_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  create_react_agent: ['model', 'tools', 'prompt'],
  create_agent: ['model', 'tools'],
  create_deep_agent: ['model', 'tools'],
  create_supervisor: ['agents'],
  create_tool_calling_agent: ['llm', 'tools', 'prompt'],
  create_openai_functions_agent: ['llm', 'tools', 'prompt'],
  create_openai_tools_agent: ['llm', 'tools', 'prompt'],
  create_structured_chat_agent: ['llm', 'tools', 'prompt'],
  create_json_chat_agent: ['llm', 'tools', 'prompt'],
  create_xml_agent: ['llm', 'tools', 'prompt'],
  create_self_ask_with_search_agent: ['llm', 'tools', 'prompt'],
  create_sql_agent: ['llm', 'toolkit'],
  create_csv_agent: ['llm', 'path'],
  create_pandas_dataframe_agent: ['llm', 'df'],
  create_spark_dataframe_agent: ['llm', 'df'],
  create_json_agent: ['llm', 'toolkit'],
  create_openapi_agent: ['llm', 'toolkit'],
  create_vectorstore_agent: ['llm', 'toolkit'],
  initialize_agent: ['tools', 'llm'],
  createReactAgent: [],
  createAgent: [],
  createDeepAgent: [],
  createSupervisor: [],
  createToolCallingAgent: [],
  createOpenAIFunctionsAgent: [],
  createOpenAIToolsAgent: [],
  createStructuredChatAgent: [],
  createXmlAgent: [],
  createSqlAgent: ['llm', 'toolkit'],
  initializeAgentExecutorWithOptions: ['tools', 'llm'],
  initializeAgentExecutor: ['tools', 'llm'],
};

const AGENT_CLASSES: readonly string[] = [
  'AgentExecutor',
  'LLMSingleActionAgent',
  'ZeroShotAgent',
  'ConversationalAgent',
  'ConversationalChatAgent',
  'OpenAIFunctionsAgent',
  'OpenAIMultiFunctionsAgent',
  'StructuredChatAgent',
  'ChatAgent',
  'XMLAgent',
];
const AGENT_FROM: readonly string[] = ['from_agent_and_tools', 'fromAgentAndTools', 'from_llm_and_tools', 'fromLLMAndTools'];

export const AGENTS: Readonly<Record<string, Maker>> = {
  ...Object.fromEntries(Object.entries(AGENT_FUNCTIONS).map(([name, positional]) => [name, { makes: 'agent', positional }])),
  ...Object.fromEntries(AGENT_CLASSES.map(name => [name, { makes: 'agent', positional: [] }])),
  ...Object.fromEntries(
    AGENT_CLASSES.flatMap(name => AGENT_FROM.map(method => [`${name}.${method}`, { makes: 'agent', positional: ['llm', 'tools'] }])),
  ),
};

/** Methods that give a runnable of the same kind: it still sends the same. */
const SAME: readonly string[] = [
  'with_config',
  'withConfig',
  'with_retry',
  'withRetry',
  'with_fallbacks',
  'withFallbacks',
  'with_listeners',
  'with_types',
  'configurable_fields',
  'configurable_alternatives',
  'assign',
  'pick',
  'map',
  'compile',
];

/** Methods that add to what a runnable sends. */
const ADDING: Readonly<Record<string, readonly string[]>> = {
  bind: [],
  bind_tools: ['tools'],
  bindTools: ['tools'],
  bind_functions: ['functions'],
  with_structured_output: ['schema'],
  withStructuredOutput: ['schema'],
};

export const RUNNABLE_METHODS: readonly MethodMaker[] = [
  ...['chat-model', 'chain', 'agent', 'prompt', 'embeddings', 'test-double'].flatMap(kind =>
    SAME.map(path => ({ on: kind, path, makes: kind })),
  ),
  ...['chat-model', 'chain', 'test-double'].flatMap(kind =>
    Object.entries(ADDING).map(([path, positional]) => ({ on: kind, path, makes: kind, positional })),
  ),
];
