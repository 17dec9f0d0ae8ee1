import { chooseOf } from '../link/choose';
import { entryOf } from '../link/entries';
import type { Argument, Value } from '../source/values';
import { agentsAsked, callOnRegistered, REGISTERED } from './mastra-agents';
import type { CallShape, MethodMaker, Sdk } from './sdk';
import type { SdkObject } from './sdk-call';

const calls: readonly CallShape[] = [
  { path: 'generate', streams: false },
  { path: 'stream', streams: true },
  { path: 'generateLegacy', streams: false },
  { path: 'streamLegacy', streams: true },
  { path: 'generateVNext', streams: false },
  { path: 'streamVNext', streams: true },
  { path: 'network', streams: true },
]
  .flatMap(shape => ['agent', REGISTERED].map(on => ({ ...shape, on })))
  .map(shape => ({
    ...shape,
    api: 'mastra',
    // `name` stood beside `provider` in its first versions.
    model: ['modelId', 'model.id', 'model.modelId', 'model.name', 'model'],
    messages: ['messages'],
    system: ['options.instructions', 'instructions'],
    tools: ['tools'],
    rounds: { by: ['maxSteps', 'options.maxSteps', 'stopWhen', 'options.stopWhen'], unlessStated: 'several' },
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

/** What asks for an agent by the name that it is registered under, or by its own. */
const ASKING = ['getAgent', 'getAgentById'];

const asking = ASKING.map((path): MethodMaker => ({ on: 'mastra', path, makes: 'agent', gives: agentsAsked }));

/** `model: [{ model: 'openai/gpt-5.4', maxRetries: 2 }, …]`: the first answers, the others where it fails. */
function withFirst(made: SdkObject): SdkObject {
  const layers = made.layers.map(layer => {
    const args = layer.args.map((argument): Argument => {
      const { value } = argument;
      if (value.kind !== 'record') return argument;
      const entries = value.entries.map(entry => (entry.key === 'model' ? { ...entry, value: firstOf(entry.value) } : entry));
      return { ...argument, value: { ...value, entries } };
    });
    return { ...layer, args };
  });
  return { ...made, layers };
}

function firstOf(model: Value): Value {
  if (model.kind === 'choice') return chooseOf(model.at, model, model.options.map(firstOf));
  if (model.kind !== 'list') return model;
  const first = model.items.find(item => !isSwitchedOff(item));
  return first?.kind === 'record' ? (entryOf(first, 'model').value ?? model) : model;
}

function isSwitchedOff(item: Value): boolean {
  const enabled = item.kind === 'record' ? entryOf(item, 'enabled').value : undefined;
  return enabled?.kind === 'scalar' && enabled.value === false;
}

export const sdk: Sdk = {
  id: 'mastra',
  modules: ['@mastra/core'],
  makers: {
    Agent: { makes: 'agent', fixesModel: 'if stated', objects: ['model'], asked: ['model', 'instructions'], gives: withFirst },
    Mastra: { makes: 'mastra' },
    createTool: { wraps: true },
  },
  methods: asking,
  telling: { kind: REGISTERED, methods: ASKING },
  baseUrlArguments: ['model.url', 'baseURL'],
  calls,
  read: callOnRegistered,
};
