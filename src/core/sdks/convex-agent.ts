import type { CallShape, Maker, MethodMaker, Sdk } from './sdk';

const AGENT: Maker = {
  makes: 'agent',
  fixesModel: 'if stated',
  positional: ['component'],
  objects: ['languageModel', 'chat'],
};

/** Of the request that a call is given; what the thread holds already isn't in the code. */
const request = {
  api: 'convex-agent',
  model: ['modelId', 'request.model', 'languageModel', 'chat'],
  objects: ['request.model'],
  messages: ['request.messages', 'request.prompt'],
  system: ['request.system', 'instructions'],
  tools: ['request.tools', 'tools'],
  rounds: { by: ['request.stopWhen', 'request.maxSteps', 'stopWhen', 'maxSteps'], unlessStated: 'one' },
  cap: ['request.maxOutputTokens', 'request.maxTokens', 'callSettings.maxOutputTokens'],
  capRequired: false,
  schema: ['request.schema'],
  modelForm: '/',
} as const;

/** An agent's own calls say whose thread they go on with; those of a thread that it gave don't need to. */
const calls: readonly CallShape[] = ['generateText', 'streamText', 'generateObject', 'streamObject'].flatMap(path => {
  const streams = path.startsWith('stream');
  return [
    { ...request, on: 'agent', path, streams, positional: ['context', 'thread', 'request'] },
    { ...request, on: 'thread', path: `thread.${path}`, streams, positional: ['request'] },
  ];
});

/** `const { thread } = await agent.createThread(ctx)` */
const methods: readonly MethodMaker[] = ['createThread', 'continueThread'].map(path => ({
  ...{ on: 'agent', path, makes: 'thread' },
  positional: ['context', 'thread'],
}));

export const sdk: Sdk = {
  id: 'convex-agent',
  modules: ['@convex-dev/agent'],
  makers: { Agent: AGENT, createTool: { wraps: true } },
  methods,
  baseUrlArguments: [],
  calls,
};
