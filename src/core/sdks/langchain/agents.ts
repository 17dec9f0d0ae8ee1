import type { Maker } from '../sdk';

/** Agents, by the names of what they are made of in order. */
const AGENT_FUNCTIONS: Readonly<Record<string, readonly string[]>> = {
  create_react_agent: ['model', 'tools', 'prompt'],
  create_agent: ['model', 'tools'],
  create_deep_agent: ['model', 'tools'],
  create_supervisor: ['agents'],
  create_swarm: ['agents'],
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
  createSwarm: [],
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

/** A tool of JavaScript is what the model is told of it, besides the function that it runs. */
const TOOLS: Readonly<Record<string, Maker>> = {
  tool: { wraps: 'fields', positional: ['func', 'fields'] },
  DynamicStructuredTool: { wraps: true },
  DynamicTool: { wraps: true },
};

export const AGENTS: Readonly<Record<string, Maker>> = {
  ...TOOLS,
  ...Object.fromEntries(Object.entries(AGENT_FUNCTIONS).map(([name, positional]) => [name, { makes: 'agent', positional }])),
  ...Object.fromEntries(AGENT_CLASSES.map(name => [name, { makes: 'agent', positional: [] }])),
  ...Object.fromEntries(
    AGENT_CLASSES.flatMap(name => AGENT_FROM.map(method => [`${name}.${method}`, { makes: 'agent', positional: ['llm', 'tools'] }])),
  ),
};
