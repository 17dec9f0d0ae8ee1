import { hole } from '../../link/hole';
import { toHole } from '../../link/volatility';
import { namedArguments } from '../../request/arguments';
import { providerOfModel } from '../../request/model-owners';
import { madeMessage } from '../../source/made-values';
import { asArgument } from '../../source/named-argument';
import type { Argument, Value } from '../../source/values';
import type { Surroundings } from '../call-surroundings';
import { isText, mayBeObject } from '../may-be-object';
import { withOwnCap } from '../own-cap';
import type { ArgumentLayer, SdkCall, SdkObject } from '../sdk-call';
import { LOOKING_UP } from './calls';
import type { ObjectsOf } from './chat-messages';
import { askedIn, givenBehind, givenBy, inputOf } from './inputs';
import { withLoaded } from './loaded-prompts';
import { sentByPrompt } from './prompt-text';
import { sent } from './sent';
import { isRetriever, type Stage, type Stages, stagesOf, stagesOfNode } from './stages';
import { embedded } from './stores';

const NOTHING: ArgumentLayer = { args: [], positional: [] };

/** A call of a model, a chain or an agent as calls of the models that it runs, with what is sent to them. */
export function read(call: SdkCall, given: ObjectsOf, surroundings: Surroundings): readonly SdkCall[] | SdkCall | undefined {
  const objectsOf = withLoaded(given, surroundings);
  const { object } = call;
  const own = object.layers[object.layers.length - 1] ?? NOTHING;
  const made = { ...object, layers: object.layers.slice(0, -1) };
  if (object.kind === 'store' || object.kind === 'retriever') return embedded(call);
  if (object.kind === 'embeddings' || object.kind === 'images' || object.kind === 'module') return call;
  if (object.kind === 'graph') return ofNode(call, own, objectsOf);
  const whole = object.kind === 'chat-model' ? askedIn(own) : inputOf(own);
  const input = whole && oneOfBatch(whole, call);
  if (object.kind === 'chat-model') {
    const messages = input && sent(input, objectsOf);
    return withRequest(call, made, [...optionsOf(own), ...asArgument('messages', messages)]);
  }
  return ofStages(call, made, stagesOf(made, objectsOf), input, objectsOf);
}

/** An agent or a chain as a node of a graph; a node that is a function asks by calls of its own. */
function ofNode(call: SdkCall, { args }: ArgumentLayer, objectsOf: ObjectsOf): readonly SdkCall[] | undefined {
  const nodes = args.slice(0, 2).map(({ value, at }) => ({ stages: stagesOfNode(value, objectsOf), at }));
  const node = nodes.find(({ stages }) => stages.length > 0);
  const state = node && hole(node.at, 'state', 'made by the nodes before it');
  return ofStages(call, { ...call.object, layers: [] }, node?.stages ?? [], state, objectsOf);
}

function ofStages(
  call: SdkCall,
  made: SdkObject,
  stages: Stages,
  input: Value | undefined,
  objectsOf: ObjectsOf,
): readonly SdkCall[] | undefined {
  if (stages.length === 0) return undefined;
  return stages.flatMap((each, nth) =>
    each.map(stage => ({
      ...ofStage(call, made, stage, input, objectsOf),
      ...(stages.length > 1 && { step: { nth, of: stages.length } }),
    })),
  );
}

function ofStage(call: SdkCall, made: SdkObject, stage: Stage, input: Value | undefined, objectsOf: ObjectsOf): SdkCall {
  const { model, before } = stage;
  const own = call.object.layers[call.object.layers.length - 1] ?? NOTHING;
  const at = call.object.layers[0]?.args[0]?.at ?? { uri: '', start: 0, end: 0 };
  if (isRetriever(model)) {
    const query = before === undefined && input !== undefined && isText(input) ? input : hole(at, 'the question', 'made by the chain');
    return {
      ...call,
      shape: LOOKING_UP,
      object: { ...model, layers: [...model.layers, { args: asArgument('query', query), positional: [] }] },
    };
  }
  const messages: Value = { kind: 'list', at, items: sentIn(stage, input, objectsOf) };
  return withRequest(call, modelOf(made, stage), [
    ...runBy(made, own),
    ...asArgument('tools', stage.tools),
    ...asArgument('response_format', stage.schema),
    ...asArgument('messages', messages),
  ]);
}

/** What decides how often the model is called, and with what of a store of documents. */
const OF_RUNS = ['max_iterations', 'maxIterations', 'config', 'retriever'];

function runBy({ layers }: SdkObject, own: ArgumentLayer): readonly Argument[] {
  const named = namedArguments([...layers, own, NOTHING]);
  return OF_RUNS.flatMap(name => {
    const found = named.get([name]);
    return found === undefined ? [] : [{ name, value: found.value, at: found.at }];
  });
}

/** The messages of one stage: its system prompt, its prompt with what the call passes, or else what is passed itself. */
function sentIn(stage: Stage, input: Value | undefined, objectsOf: ObjectsOf): readonly Value[] {
  const { prompts, before, system, ownPrompt, model } = stage;
  const told = system === undefined ? [] : [isText(system) ? madeMessage('system', system, system.at) : system];
  if (prompts.length > 0) {
    const given = ownPrompt && input?.kind !== 'record' ? givenBy(undefined) : givenBehind(before, input);
    const each = prompts.flatMap(prompt => sentByPrompt(prompt, given, objectsOf) ?? []);
    const [only] = each;
    if (only === undefined) return told;
    const whole: Value = each.length === 1 ? only : { kind: 'choice', at: only.at, options: each };
    return [...told, ...(whole.kind === 'list' ? whole.items : [whole])];
  }
  const at = input?.at ?? (model !== undefined && 'at' in model ? model.at : undefined);
  if (ownPrompt) {
    const instructions =
      at && hole(at, 'the prompt of the chain', 'a prompt of the package, which is not counted', { volatility: 'static', proven: true });
    return [...told, ...(instructions === undefined ? [] : [instructions]), ...(input === undefined ? [] : [asInput(input)])];
  }
  if (before !== undefined && at !== undefined) return [...told, hole(at, 'input', 'made by the step before the model')];
  const messages = input?.kind === 'record' ? givenBy(input)('messages') : undefined;
  if (messages !== undefined) return [...told, ...listed(sent(messages, objectsOf))];
  return [...told, ...(input === undefined ? [] : listed(sent(input, objectsOf)))];
}

/** A conversation goes in with all of its messages, everything else as one. */
function listed(value: Value): readonly Value[] {
  if (value.kind === 'list') return value.items;
  const isConversation = !isText(value) && value.kind !== 'choice' && toHole(value).growth === 'append';
  return [isConversation ? { kind: 'spread', at: value.at, value } : value];
}

function asInput(input: Value): Value {
  if (input.kind !== 'record') return input;
  const [first] = input.entries;
  return first === undefined ? input : first.value;
}

/** The model of a stage; one that is not in sight is told by what should be it. */
function modelOf(made: SdkObject, { model }: Stage): SdkObject {
  if (model !== undefined && 'sdk' in model) return model;
  const args = model === undefined ? [] : asArgument('model', model);
  // A name alone sets no cap; an object that is not in sight may.
  return { ...made, provider: undefined, layers: [{ args, positional: [] }], unseen: model === undefined || mayBeObject(model) };
}

function withRequest(call: SdkCall, model: SdkObject, args: readonly Argument[]): SdkCall {
  const layers = [...model.layers, { args, positional: [] }];
  return { ...call, object: withProvider({ ...model, layers }) };
}

/** `init_chat_model("gpt-5.4", model_provider="openai")` */
function withProvider(object: SdkObject): SdkObject {
  const named = namedArguments([...object.layers, NOTHING]);
  const stated = named.get(['model_provider', 'modelProvider'])?.value;
  const told = stated?.kind === 'text' ? providerOfModel(`${stated.text.text}:`, ':') : undefined;
  const provider = told ?? object.provider;
  const model = named.get(['model', 'model_name', 'modelName'])?.value;
  const isAnthropics = provider === 'anthropic' || (provider === undefined && model?.kind === 'text' && isClaude(model.text.text));
  return withOwnCap({ ...object, provider }, isAnthropics);
}

function isClaude(id: string): boolean {
  return providerOfModel(id.replace(/^anthropic:/, ''), undefined) === 'anthropic';
}

/** `batch([a, b])` and `generate([a, b])` are a call for each: one of them stands for all. */
function oneOfBatch(input: Value, { shape }: SdkCall): Value {
  if (!/batch|generate|apply/.test(shape.path) || input.kind !== 'list') return input;
  const items = input.items.map(item => (item.kind === 'repeat' || item.kind === 'optional' ? item.item : item));
  const [only] = items;
  return items.length === 1 && only !== undefined ? only : { kind: 'choice', at: input.at, options: items };
}

/** Arguments of the call itself that change the request: `invoke(messages, max_tokens=20)`. */
function optionsOf({ args }: ArgumentLayer): readonly Argument[] {
  return args.filter(({ name }, index) => index > 0 && name !== undefined && name !== 'config');
}
