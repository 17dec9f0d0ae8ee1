import { hole } from '../link/hole';
import { isNull } from '../link/plain-values';
import { namedArguments } from '../request/arguments';
import { madeMessage } from '../source/made-values';
import { namedArgument } from '../source/named-argument';
import type { Argument, Value } from '../source/values';
import type { Surroundings } from './call-surroundings';
import { onlyOfModel } from './model-only';
import type { CallShape, Maker, Sdk } from './sdk';
import type { ArgumentLayer, SdkCall, SdkObject } from './sdk-call';

type ObjectsOf = (value: Value) => readonly SdkObject[];

const NOTHING: ArgumentLayer = { args: [], positional: [] };

const request = {
  model: ['model'],
  messages: ['messages', 'prompt'],
  system: [],
  tools: ['tools'],
  cap: ['max_tokens', 'max_completion_tokens'],
  capRequired: false,
  schema: [],
  modelForm: '/',
} as const;

function calls(on: string, api: string, paths: readonly string[], positional: readonly string[]): readonly CallShape[] {
  return paths.map(path => ({ ...request, on, api, path, streams: false, positional }));
}

/** Clients of before version 2.5, each for one provider. */
const OLD: Readonly<Record<string, string>> = {
  OpenAI: 'openai',
  AzureOpenAI: 'azure',
  Claude: 'anthropic',
  Google: 'google',
  GoogleVertexAI: 'google',
  Cohere: 'cohere',
  Mistral: 'mistral',
  GROQ: 'groq',
  Together: 'together',
  OllamaLocal: 'ollama',
};

const PREDICTORS: readonly string[] = [
  'Predict',
  'ChainOfThought',
  'ChainOfThoughtWithHint',
  'ProgramOfThought',
  'ReAct',
  'CodeAct',
  'RLM',
  'MultiChainComparison',
  'TypedPredictor',
  'TypedChainOfThought',
];

/** What tunes a program and gives a copy of it, which asks the models that the program asks. */
const OPTIMIZERS: readonly string[] = [
  'LabeledFewShot',
  'BootstrapFewShot',
  'BootstrapFewShotWithRandomSearch',
  'BootstrapFewShotWithOptuna',
  'BootstrapRS',
  'KNNFewShot',
  'COPRO',
  'MIPRO',
  'MIPROv2',
  'SIMBA',
  'GEPA',
  'InferRules',
];

const PROGRAM = 'Module';

const predictor: Maker = { makes: 'predictor', positional: ['signature'] };

/** DSPy: a signature is turned into a prompt, which is sent to the model that was configured. */
export const sdk: Sdk = {
  id: 'dspy',
  modules: ['dspy'],
  makers: {
    LM: { makes: 'lm', fixesModel: true, positional: ['model'] },
    ...Object.fromEntries(
      Object.entries(OLD).map(([name, provider]) => [name, { makes: 'lm', provider, fixesModel: true, positional: ['model'] }]),
    ),
    'settings.lm': { is: 'configured' },
    Embedder: { makes: 'embedder', fixesModel: true, positional: ['model'], when: ([model]) => model?.value.kind !== 'function' },
    DummyLM: { makes: 'test-double' },
    ...Object.fromEntries(PREDICTORS.map(name => [name, predictor])),
    // What a parameter is declared as: nobody makes one.
    [PROGRAM]: { ...predictor, when: () => false },
    ...Object.fromEntries(OPTIMIZERS.map(name => [name, { makes: 'optimizer' }])),
    streamify: { wraps: true },
    asyncify: { wraps: true },
  },
  methods: [{ on: 'optimizer', path: 'compile', makes: 'predictor', positional: ['student'], gives: tuned }],
  baseUrlArguments: ['api_base', 'base_url'],
  calls: [
    ...calls('lm', 'dspy', ['', 'acall', 'forward', 'aforward', 'request', 'basic_request'], ['prompt']),
    ...calls('configured', 'dspy', ['', 'acall'], ['prompt']),
    ...calls('predictor', 'dspy-predict', ['', 'acall', 'forward', 'aforward', 'batch'], []),
    ...calls('embedder', 'dspy-embeddings', ['', 'acall'], ['prompt']).map(shape => ({ ...shape, tools: [], cap: [] })),
  ],
  read,
};

/** The predictor that was tuned, or a program of which nothing is known. */
function tuned(made: SdkObject, objectsOf: ObjectsOf): readonly SdkObject[] {
  const student = namedArguments(made.layers).get(['student'])?.value;
  const known = student === undefined ? [] : objectsOf(student);
  return known.length > 0 ? known : [{ ...made, name: PROGRAM, layers: [], unseen: true }];
}

/** A predictor runs the model it is given, or else the one that is configured. */
function read(call: SdkCall, objectsOf: ObjectsOf, surroundings: Surroundings): SdkCall | readonly SdkCall[] {
  const { object } = call;
  const { kind, layers } = object;
  if (kind !== 'predictor' && kind !== 'configured') return call;
  const own = layers[layers.length - 1] ?? NOTHING;
  const named = namedArguments([...layers, NOTHING]);
  const given = named.get(['lm'])?.value;
  // Of programs only predictors take one; what others ask stands in them.
  if (object.name === PROGRAM && given === undefined) return [];
  const models = (given === undefined ? configured(surroundings) : [given]).flatMap((value): readonly SdkObject[] => {
    const found = objectsOf(value);
    // What was configured before is set again.
    return found.length > 0 ? found.filter(each => each.kind !== 'configured') : [onlyOfModel(object, value)];
  });
  if (models.some(each => each.kind === 'test-double')) return [];
  const args =
    kind === 'configured'
      ? own
      : { args: sentBy(surroundings, named.get(['signature'])?.value, named.get(['tools'])?.value, own.args), positional: [] };
  const at = layers[0]?.args[0]?.at ?? { uri: '', start: 0, end: 0 };
  const elsewhere = onlyOfModel(object, hole(at, 'dspy.configure()', 'no call of it in this file or around it says which model is used'));
  return (models.length > 0 ? models : [elsewhere]).map(model => ({ ...call, object: { ...model, layers: [...model.layers, args] } }));
}

const ENTERED = ['context', 'settings.context'];
const SETTING = ['configure', 'settings.configure', ...ENTERED];

/** What is entered around the call, or else what the file sets as the model, or the code around it. One that is set several times over depends on what ran last. */
function configured(surroundings: Surroundings): readonly Value[] {
  const own = modelsOf([surroundings.entered(ENTERED) ?? []]);
  if (own.length > 0) return own;
  const here = modelsOf(surroundings.callsOf(SETTING));
  return here.length > 0 ? here : modelsOf(surroundings.callsAround(SETTING));
}

function modelsOf(set: readonly (readonly Argument[])[]): readonly Value[] {
  return set.flatMap(args => args.find(({ name }) => name === 'lm')?.value ?? []).filter(model => !isNull(model));
}

/** The adapter writes the signature and the inputs into a prompt of its own. */
function sentBy(
  surroundings: Surroundings,
  signature: Value | undefined,
  tools: Value | undefined,
  inputs: readonly Argument[],
): readonly Argument[] {
  const values = inputs.filter(({ name }) => name !== undefined && !SETTINGS.has(name)).map(({ value }) => value);
  const at = signature?.at ?? values[0]?.at;
  if (at === undefined) return [];
  const written = hole(at, 'the prompt of the signature', 'written by the package and not counted', { volatility: 'static', proven: true });
  const own = signature === undefined ? [] : instructions(signature, surroundings);
  const prompt: Value = own.length === 0 ? written : { kind: 'template', at, parts: [written, ...own], literal: false };
  const messages: Value = { kind: 'list', at, items: [madeMessage('system', prompt, at), ...values] };
  return [{ name: 'messages', value: messages, at }, ...(tools === undefined ? [] : [{ name: 'tools', value: tools, at: tools.at }])];
}

/** What a signature says itself: of its fields, and what is to be done with them. */
function instructions(signature: Value, { describedClass }: Surroundings): readonly Value[] {
  if (signature.kind === 'call') {
    const [, second] = signature.args;
    const stated = signature.args.find(({ name }) => name === 'instructions') ?? (second?.name === undefined ? second : undefined);
    return stated === undefined ? [] : [stated.value];
  }
  const described = describedClass(signature);
  const ofFields = described?.fields.flatMap(field => (field.kind === 'call' ? (namedArgument(field.args, 'desc') ?? []) : [])) ?? [];
  return [...ofFields, ...(described?.doc === undefined ? [] : [described.doc])];
}

/** Arguments of a predictor that are none of its signature's. */
const SETTINGS: ReadonlySet<string> = new Set(['lm', 'config', 'demos', 'signature', 'new_signature']);
