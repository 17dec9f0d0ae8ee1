import type { CallShape, MethodMaker, Sdk, SdkObject } from './sdk';

/** Names of Microsoft.Agents.AI (dotnet/src of microsoft/agent-framework, read 2026-11-21): agents on any IChatClient. */
const request: Omit<CallShape, 'path' | 'streams'> = {
  on: 'agent',
  api: 'extensions-ai',
  model: ['options.ChatOptions.ModelId', 'ChatOptions.ModelId', 'ModelId', 'model', 'modelId', 'defaultModelId', 'deploymentName'],
  messages: ['messages', 'message'],
  system: ['instructions', 'options.Instructions', 'options.ChatOptions.Instructions', 'Instructions', 'ChatOptions.Instructions'],
  tools: ['tools', 'options.ChatOptions.Tools', 'ChatOptions.Tools'],
  cap: ['options.ChatOptions.MaxOutputTokens', 'ChatOptions.MaxOutputTokens', 'maxOutputTokens'],
  capRequired: false,
  schema: ['options.ChatOptions.ResponseFormat', 'ChatOptions.ResponseFormat'],
  positional: ['messages'],
};

export const sdk: Sdk = {
  id: 'agent-framework-dotnet',
  modules: ['Microsoft.Agents.AI'],
  makers: {
    ChatClientAgent: { makes: 'agent', positional: ['chatClient', 'instructions'], objects: ['chatClient'], gives: withOptions },
    AIAgent: { makes: 'agent' },
  },
  methods: [
    { on: 'agent', path: 'AsBuilder', makes: 'agent' },
    { on: 'agent', path: 'UseOpenTelemetry', makes: 'agent' },
    { on: 'agent', path: 'Build', makes: 'agent' },
  ],
  baseUrlArguments: [],
  calls: [
    { ...request, path: 'RunAsync', streams: false },
    { ...request, path: 'RunStreamingAsync', streams: true },
  ],
  messages: { ChatMessage: { positional: ['role', 'content'] }, TextContent: { positional: ['text'] } },
  messageType: 'ChatMessage',
  names: new Set(['ChatClientAgentOptions', 'ChatClientAgentRunOptions', 'AgentThread']),
  keys: { Role: 'role', Contents: 'content', Text: 'text' },
};

/** What other packages' clients are as an agent: `chatClient.CreateAIAgent(instructions)`. */
export function asAgent(path: string, on: string): MethodMaker {
  return { on, path, makes: 'agent', positional: ['instructions'], gives: made => [withOptions({ ...made, sdk, kind: 'agent' })] };
}

/** An object of options stands where the instructions do otherwise. */
function withOptions(made: SdkObject): SdkObject {
  const layers = made.layers.map(layer => {
    const place = layer.positional.indexOf('instructions');
    const given = layer.args.filter(({ name }) => name === undefined)[place]?.value;
    const isOptions = given?.kind === 'call' && given.callee.kind === 'external' && given.callee.path.join('.').endsWith('Options');
    return isOptions ? { ...layer, positional: layer.positional.map(name => (name === 'instructions' ? 'options' : name)) } : layer;
  });
  return { ...made, layers };
}
