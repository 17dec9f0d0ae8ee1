import type { Value } from '../source/values';
import type { CallShape, MethodMaker, Sdk } from './sdk';
import type { SdkObject } from './sdk-call';

/** Names of Microsoft.Agents.AI (dotnet/src of microsoft/agent-framework, read 2026-11-21): agents on any IChatClient. */
const request: Omit<CallShape, 'path' | 'streams'> = {
  on: 'agent',
  api: 'extensions-ai',
  model: ['options.ChatOptions.ModelId', 'ChatOptions.ModelId', 'ModelId', 'model', 'modelId', 'defaultModelId', 'deploymentName'],
  messages: ['messages', 'message'],
  system: ['instructions', 'options.Instructions', 'options.ChatOptions.Instructions', 'Instructions', 'ChatOptions.Instructions'],
  tools: ['tools', 'options.ChatOptions.Tools', 'ChatOptions.Tools'],
  rounds: { by: [], unlessStated: 'several' },
  cap: ['options.ChatOptions.MaxOutputTokens', 'ChatOptions.MaxOutputTokens', 'maxOutputTokens'],
  capRequired: false,
  schema: ['options.ChatOptions.ResponseFormat', 'ChatOptions.ResponseFormat'],
  positional: ['messages'],
};

/** What is put around an agent watches it or adds to what it sends; it stays this agent. */
const STEPS = [
  ...['AsBuilder', 'Use', 'UseOpenTelemetry', 'UseLogging', 'UseFunctionInvocation', 'UseAIContextProviders', 'WithOpenTelemetry'],
  'Build',
];

export const sdk: Sdk = {
  id: 'agent-framework-dotnet',
  modules: ['Microsoft.Agents.AI'],
  makers: {
    ChatClientAgent: { makes: 'agent', positional: ['chatClient', 'instructions'], objects: ['chatClient'], gives: withOptions },
    AIAgent: { makes: 'agent' },
  },
  methods: [
    ...STEPS.map(
      (path): MethodMaker => ({ on: 'agent', path, makes: 'agent', gives: made => [{ ...made, layers: made.layers.slice(0, -1) }] }),
    ),
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

/** The same of a client that is made for no model: `client.AsAIAgent(model, instructions)`. */
export function asAgentOfModel(path: string, on: string): MethodMaker {
  return { ...asAgent(path, on), gives: made => [withOptions({ ...withModelFirst(made), sdk, kind: 'agent' })] };
}

function withModelFirst(made: SdkObject): SdkObject {
  const { layers } = made;
  const own = layers[layers.length - 1];
  const [first] = own?.args.filter(({ name }) => name === undefined) ?? [];
  const hasModel = layers.slice(0, -1).some(layer => layer.positional[0] === 'model' && layer.args.length > 0);
  if (own === undefined || first === undefined || hasModel || isOptions(first.value)) return made;
  return { ...made, layers: [...layers.slice(0, -1), { ...own, positional: ['model', 'instructions'] }] };
}

function isOptions(given: Value | undefined): boolean {
  return given?.kind === 'call' && given.callee.kind === 'external' && given.callee.path.join('.').endsWith('Options');
}

/** An object of options stands where the instructions do otherwise. */
function withOptions(made: SdkObject): SdkObject {
  const layers = made.layers.map(layer => {
    const place = layer.positional.indexOf('instructions');
    const given = layer.args.filter(({ name }) => name === undefined)[place]?.value;
    return isOptions(given) ? { ...layer, positional: layer.positional.map(name => (name === 'instructions' ? 'options' : name)) } : layer;
  });
  return { ...made, layers };
}
