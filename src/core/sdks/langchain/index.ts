import type { Sdk } from '../sdk';
import { AGENTS } from './agents';
import { CALLS } from './calls';
import { CHAINS } from './chains';
import { GRAPH_METHODS, GRAPHS } from './graphs';
import { MESSAGES } from './messages';
import { MODELS } from './models';
import { PACKAGES } from './packages';
import { PROMPT_METHODS, PROMPTS } from './prompts';
import { read } from './read';
import { RUNNABLE_METHODS } from './runnable-methods';
import { AROUND_RETRIEVERS, RETRIEVERS, STORE_MAKERS } from './stores';

/** LangChain and LangGraph: models, prompts, what is made of them, and the agents on top. */
export const sdk: Sdk = {
  id: 'langchain',
  modules: PACKAGES,
  sharedNames: ['deepagents'],
  makers: { ...STORE_MAKERS, ...AROUND_RETRIEVERS, ...MODELS, ...PROMPTS, ...CHAINS, ...AGENTS, ...GRAPHS },
  methods: [...RUNNABLE_METHODS, ...PROMPT_METHODS, ...RETRIEVERS, ...GRAPH_METHODS],
  telling: { kind: 'chat-model', methods: ['with_structured_output', 'bind_tools'], named: /(?:^|_)(?:llm|model)$|(?:LLM|Llm|ChatModel)$/ },
  pipes: 'chain',
  baseUrlArguments: ['base_url', 'openai_api_base', 'baseURL', 'baseUrl', 'configuration.baseURL', 'anthropic_api_url', 'anthropicApiUrl'],
  calls: CALLS,
  messages: MESSAGES,
  messageTuples: true,
  read,
};
