import type { CallShape, Maker, Sdk } from './sdk';

/**
 * https://github.com/anthropics/claude-agent-sdk-python, `sdk.d.ts` of @anthropic-ai/claude-agent-sdk 0.3: a prompt starts an agent, which
 * has a system prompt and tools of its own, and takes as many turns as it needs.
 */
const request = {
  api: 'claude-agent',
  streams: true,
  model: ['model', 'options.model'],
  messages: ['prompt'],
  system: [
    ...['system_prompt.append', 'system_prompt'],
    ...['options.systemPrompt.append', 'options.systemPrompt.prompt', 'options.systemPrompt', 'options.customSystemPrompt'],
  ],
  tools: [],
  cap: [],
  capRequired: false,
  schema: ['output_format.schema', 'options.outputFormat.schema'],
  chargedBy: 'all that the agent reads and writes in its turns',
} as const;

const calls: readonly CallShape[] = [
  // What it says by itself is an object of the package in Python, and a plain one in JavaScript.
  { ...request, on: 'module', path: 'query', provider: 'anthropic', objects: ['options'] },
  { ...request, on: 'client', path: 'query', positional: ['prompt'] },
];

const OPTIONS: Maker = { makes: 'options', provider: 'anthropic' };

export const sdk: Sdk = {
  id: 'claude-agent-sdk',
  modules: ['claude_agent_sdk', 'claude_code_sdk', '@anthropic-ai/claude-agent-sdk', '@anthropic-ai/claude-code'],
  makers: {
    ClaudeAgentOptions: OPTIONS,
    ClaudeCodeOptions: OPTIONS,
    ClaudeSDKClient: { makes: 'client', provider: 'anthropic', objects: ['options'], positional: ['options'] },
  },
  baseUrlArguments: [],
  calls,
};
