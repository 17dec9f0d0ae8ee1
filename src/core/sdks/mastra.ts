import { argumentIn } from './handed';
import type { CallShape, MethodMaker, Sdk } from './sdk';
import { entriesOf } from './vercel-ai-registries';

const calls: readonly CallShape[] = [
  { path: 'generate', streams: false },
  { path: 'stream', streams: true },
  { path: 'generateLegacy', streams: false },
  { path: 'streamLegacy', streams: true },
  { path: 'generateVNext', streams: false },
  { path: 'streamVNext', streams: true },
  { path: 'network', streams: true },
].map(shape => ({
  ...shape,
  on: 'agent',
  api: 'mastra',
  model: ['modelId', 'model', 'model.id', 'model.modelId'],
  messages: ['messages'],
  system: ['options.instructions', 'instructions'],
  tools: ['tools'],
  cap: [
    'options.modelSettings.maxOutputTokens',
    'options.modelSettings.maxTokens',
    'options.maxTokens',
    'defaultOptions.modelSettings.maxOutputTokens',
    'defaultGenerateOptions.maxTokens',
  ],
  capRequired: false,
  schema: ['options.structuredOutput.schema', 'options.output', 'options.experimental_output'],
  modelForm: '/',
  positional: ['messages', 'options'],
}));

/** `mastra.getAgent('weatherAgent')` is the agent that it was made with under this name. */
const getAgent: MethodMaker = {
  on: 'mastra',
  path: 'getAgent',
  makes: 'agent',
  gives: (made, objectsOf) => {
    const [making, asked] = made.layers;
    const agents = making && argumentIn(making, 'agents');
    return agents?.kind === 'record' ? entriesOf(agents, asked?.args[0]?.value).flatMap(objectsOf) : [];
  },
};

export const sdk: Sdk = {
  id: 'mastra',
  modules: ['@mastra/core'],
  makers: {
    Agent: { makes: 'agent', fixesModel: 'if stated', objects: ['model'], asked: ['model', 'instructions'] },
    Mastra: { makes: 'mastra' },
    createTool: { wraps: true },
  },
  methods: [getAgent],
  baseUrlArguments: ['model.url', 'baseURL'],
  calls,
};
