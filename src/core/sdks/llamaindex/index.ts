import type { Maker, Sdk } from '../sdk';
import { CALLS } from './calls';
import { ENGINE_MAKERS, ENGINE_METHODS } from './engines';
import { EVALUATOR_CALLS, EVALUATOR_MAKERS } from './evaluators';
import { LOOKUP_CALLS, LOOKUP_MAKERS, LOOKUP_METHODS } from './lookups';
import { MODELS } from './models';
import { read } from './read';

const PROMPT: Maker = { makes: 'prompt', positional: ['template'] };

/** LlamaIndex in Python and TypeScript: language models, embeddings, and the engines and agents that run them. */
export const sdk: Sdk = {
  id: 'llamaindex',
  modules: [
    'llama_index',
    'llamaindex',
    '@llamaindex/core',
    '@llamaindex/workflow',
    '@llamaindex/tools',
    '@llamaindex/server',
    '@llamaindex/openai',
    '@llamaindex/anthropic',
    '@llamaindex/google',
    '@llamaindex/gemini',
    '@llamaindex/vertex',
    '@llamaindex/community',
    '@llamaindex/aws',
    '@llamaindex/mistral',
    '@llamaindex/cohere',
    '@llamaindex/groq',
    '@llamaindex/together',
    '@llamaindex/fireworks',
    '@llamaindex/deepseek',
    '@llamaindex/perplexity',
    '@llamaindex/ollama',
    '@llamaindex/huggingface',
    '@llamaindex/replicate',
    '@llamaindex/azure',
    '@llamaindex/voyage-ai',
  ],
  makers: {
    ...MODELS,
    ...ENGINE_MAKERS,
    ...LOOKUP_MAKERS,
    ...EVALUATOR_MAKERS,
    PromptTemplate: PROMPT,
    ChatPromptTemplate: { makes: 'prompt', positional: ['message_templates'] },
    Prompt: PROMPT,
  },
  methods: [
    ...ENGINE_METHODS,
    ...LOOKUP_METHODS,
    ...['format', 'format_messages', 'partial_format'].map(path => ({ on: 'prompt', path, makes: 'prompt', positional: ['llm'] })),
  ],
  baseUrlArguments: ['api_base', 'base_url', 'baseURL', 'baseUrl'],
  calls: [...CALLS, ...LOOKUP_CALLS, ...EVALUATOR_CALLS],
  read,
};
