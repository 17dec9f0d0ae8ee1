import type { CallShape, Sdk } from './sdk';

const request = {
  api: 'crewai',
  model: ['model', 'llm'],
  system: ['backstory'],
  tools: ['tools'],
  cap: ['max_tokens', 'max_completion_tokens'],
  capRequired: false,
  schema: ['response_format'],
  modelForm: '/',
  messages: ['messages'],
  positional: ['messages'],
} as const;

const calls: readonly CallShape[] = [
  { ...request, on: 'llm', path: 'call', streams: false },
  { ...request, on: 'llm', path: 'acall', streams: false },
  { ...request, on: 'agent', path: 'kickoff', streams: false },
  { ...request, on: 'agent', path: 'kickoff_async', streams: false },
];

export const sdk: Sdk = {
  id: 'crewai',
  modules: ['crewai'],
  makers: {
    LLM: { makes: 'llm', fixesModel: true, positional: ['model'] },
    Agent: { makes: 'agent', fixesModel: 'if stated', objects: ['llm'] },
  },
  baseUrlArguments: ['base_url', 'api_base'],
  calls,
};
