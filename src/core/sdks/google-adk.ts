import { runsOfWorkflow, WORKFLOW } from './google-adk-workflows';
import type { CallShape, Maker, Sdk } from './sdk';

const run = {
  on: 'runner',
  api: 'google-adk',
  model: ['model'],
  messages: ['new_message', 'newMessage'],
  system: ['static_instruction', 'instruction'],
  tools: ['tools'],
  rounds: { by: ['run_config.max_llm_calls'], unlessStated: 'several' },
  cap: ['generate_content_config.max_output_tokens', 'generateContentConfig.maxOutputTokens'],
  capRequired: false,
  schema: ['output_schema', 'outputSchema'],
  modelForm: '/',
} as const;

const calls: readonly CallShape[] = [
  { ...run, path: 'run', streams: false },
  { ...run, path: 'run_async', streams: false },
  { ...run, path: 'runAsync', streams: false },
  { ...run, path: 'run_debug', streams: false, messages: ['user_messages'], positional: ['user_messages'] },
  // What an agent will be asked is said where it is run.
  { ...run, on: 'agent', path: 'run_async', streams: false },
  { ...run, on: 'model', path: 'generate_content_async', streams: false },
];

const AGENT: Maker = { makes: 'agent', fixesModel: 'if stated', objects: ['model'] };
const RUNNER: Maker = { makes: 'runner', objects: ['agent', 'root_agent'], positional: ['agent'] };

export const sdk: Sdk = {
  id: 'google-adk',
  modules: ['google.adk', '@google/adk'],
  makers: {
    Agent: AGENT,
    LlmAgent: AGENT,
    SequentialAgent: WORKFLOW,
    ParallelAgent: WORKFLOW,
    LoopAgent: WORKFLOW,
    LiteLlm: { makes: 'model', fixesModel: true, positional: ['model'] },
    Gemini: { makes: 'model', fixesModel: true, provider: 'google' },
    Claude: { makes: 'model', fixesModel: true },
    Runner: RUNNER,
    InMemoryRunner: RUNNER,
  },
  modelsStateCaps: true,
  baseUrlArguments: ['api_base', 'base_url'],
  calls,
  read: runsOfWorkflow,
};
