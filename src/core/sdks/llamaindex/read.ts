import { hole } from '../../link/hole';
import { type NamedArguments, namedArguments } from '../../request/arguments';
import { asArgument } from '../../source/named-argument';
import type { Argument, Value } from '../../source/values';
import type { Surroundings } from '../call-surroundings';
import { filled } from '../placeholders';
import type { ArgumentLayer, SdkCall, SdkObject } from '../sdk-call';
import { WITH_TOOLS } from './calls';
import { conversation } from './messages';
import { modelsOf } from './models-of';

type ObjectsOf = (value: Value) => readonly SdkObject[];

const NOTHING: ArgumentLayer = { args: [], positional: [] };

const TAKEN_IN = ['documents', 'nodes', 'document'];

const MESSAGES = ['messages', 'prompt', 'input', 'user_msg', 'userMsg', 'message', 'query', 'query_str', 'chat_history', 'chatHistory'];

/** A call of a model with its prompt filled in, or of an engine or an agent as a call of the model it runs. */
export function read(call: SdkCall, objectsOf: ObjectsOf, surroundings: Surroundings): SdkCall | readonly SdkCall[] {
  const { object } = call;
  const own = object.layers[object.layers.length - 1] ?? NOTHING;
  const passed = namedArguments([own, NOTHING]);
  const made = { ...object, layers: object.layers.slice(0, -1) };
  if (call.path === WITH_TOOLS) return askedOf(call, object, ['tools'], objectsOf, surroundings);
  if (object.kind === 'module' || object.kind === 'index') return indexed(call, own, objectsOf, surroundings, TAKEN_IN);
  if (object.kind === 'retriever') return indexed(call, own, objectsOf, surroundings, ['query', 'str_or_query_bundle']);
  if (object.kind === 'pipeline') return ingested(call, own, objectsOf, surroundings);
  if (object.kind === 'embeddings') return isOfSettings(object) ? ofSettings(call, own, objectsOf, surroundings) : call;
  if (object.kind === 'llm') {
    const prompt = passed.get(MESSAGES)?.value;
    const messages = prompt && conversation(prompt, own.args, objectsOf);
    const sent = [
      ...asArguments(passed, ['max_tokens', 'model', 'stream', 'tools', 'output_cls', 'responseFormat']),
      ...asArgument('messages', messages),
    ];
    if (isOfSettings(object)) return ofSettings(call, { args: sent, positional: [] }, objectsOf, surroundings);
    return withRequest(call, made, sent);
  }
  return askedOf(call, made, ['system_prompt', 'systemPrompt', 'tools', 'output_cls'], objectsOf, surroundings);
}

/** What an engine or an agent, or a function that is handed a model, asks the model with. */
function askedOf(
  call: SdkCall,
  made: SdkObject,
  settings: readonly string[],
  objectsOf: ObjectsOf,
  surroundings: Surroundings,
): readonly SdkCall[] {
  const { object } = call;
  const own = object.layers[object.layers.length - 1] ?? NOTHING;
  const passed = namedArguments([own, NOTHING]);
  const prompt = object.kind === 'program' ? templateOf(made, passed) : passed.get(MESSAGES)?.value;
  const messages = prompt && conversation(prompt, own.args, objectsOf);
  const told = asArguments(namedArguments([...made.layers, NOTHING]), settings);
  const sends = SENDING[object.kind]?.(messages, call) ?? messages;
  const args = [...told, ...asArgument('messages', sends)];
  return modelsOf(made, objectsOf, surroundings).flatMap(model =>
    isOfSettings(model) && model.layers.length === 0
      ? ofSettings({ ...call, object: model }, { args, positional: [] }, objectsOf, surroundings)
      : [withRequest(call, model, args)],
  );
}

/**
 * What an index is made of, takes in or is asked for is embedded by the model that it was told, or else by the one that is set for
 * all.
 */
function indexed(
  call: SdkCall,
  own: ArgumentLayer,
  objectsOf: ObjectsOf,
  surroundings: Surroundings,
  sends: readonly string[],
): readonly SdkCall[] {
  const { object } = call;
  const named = namedArguments([...object.layers, NOTHING]);
  const sent = named.get(sends);
  const isVector = object.kind === 'module' || /Vector/.test(object.name ?? '');
  if (!isVector || sent === undefined || (sent.value.kind === 'list' && sent.value.items.length === 0)) return [];
  const told = named.get(['embed_model', 'embedModel', 'service_context.embed_model', 'serviceContext.embedModel'])?.value;
  const layer = { args: asArgument('documents', sent.value), positional: [] };
  const models = told === undefined ? [] : objectsOf(told).filter(each => each.kind === 'embeddings');
  if (models.length > 0) return models.map(each => ({ ...call, object: { ...each, layers: [...each.layers, layer] } }));
  const setting = { ...object, kind: 'embeddings', name: 'Settings.embed_model', provider: undefined, layers: [own] };
  return told === undefined
    ? ofSettings({ ...call, object: setting }, layer, objectsOf, surroundings)
    : [{ ...call, object: { ...setting, layers: [{ args: asArgument('model', told), positional: [] }, layer] } }];
}

/** What a pipeline takes in is embedded by the model among its steps. */
function ingested(call: SdkCall, own: ArgumentLayer, objectsOf: ObjectsOf, surroundings: Surroundings): readonly SdkCall[] {
  const { object } = call;
  const steps = namedArguments([...object.layers, NOTHING]).get(['transformations'])?.value;
  const told = namedArguments([own, NOTHING]);
  const layer = { args: asArgument('documents', told.get(TAKEN_IN)?.value ?? told.openValue), positional: [] };
  return (steps?.kind === 'list' ? steps.items : []).flatMap(objectsOf).flatMap((each): readonly SdkCall[] => {
    if (each.kind !== 'embeddings') return [];
    if (isOfSettings(each)) return ofSettings({ ...call, object: each }, layer, objectsOf, surroundings);
    return [{ ...call, object: { ...each, layers: [...each.layers, layer] } }];
  });
}

/** `Settings.llm` itself, which a file uses and does not set. */
function isOfSettings({ name }: SdkObject): boolean {
  return name?.startsWith('Settings.') === true;
}

/** The models that code around sets there, or one of which nothing is known. */
function ofSettings(call: SdkCall, own: ArgumentLayer, objectsOf: ObjectsOf, { setOn }: Surroundings): readonly SdkCall[] {
  const { object } = call;
  const [, key = ''] = object.name?.split('.') ?? [];
  const set = setOn('Settings', key) ?? (key === 'embed_model' ? setOn('Settings', 'embedModel') : undefined);
  const found = set === undefined ? [] : objectsOf(set);
  if (found.some(each => each.kind === 'test-double')) return [];
  const models = found.filter(each => each.kind === object.kind && each.layers.length > 0);
  return (models.length > 0 ? models : [unknown(object)]).map(each => ({ ...call, object: { ...each, layers: [...each.layers, own] } }));
}

function unknown(object: SdkObject): SdkObject {
  const at = object.layers[0]?.args[0]?.at ?? { uri: '', start: 0, end: 0 };
  const model = asArgument('model', hole(at, object.name ?? 'model', 'is set elsewhere'));
  return { ...object, layers: [{ args: model, positional: [] }], capsItself: true };
}

/** `LLMTextCompletionProgram.from_defaults(prompt_template_str="… {topic} …")`, called with its variables. */
function templateOf(program: SdkObject, passed: NamedArguments): Value | undefined {
  const template = namedArguments([...program.layers, NOTHING]).get(['prompt_template_str', 'prompt'])?.value;
  return template && filled(template, 'f-string', name => passed.get([name])?.value);
}

/** What stands around the question in prompts of the package, by who asks. */
const SENDING: Readonly<Record<string, (question: Value | undefined, call: SdkCall) => Value | undefined>> = {
  // Engines write the question into a prompt of their own, together with what they have found.
  engine: (question, call) => withPrompt(question, call, 'engine', ['what was retrieved', 'read from the index and not counted']),
  evaluator: (question, call) =>
    withPrompt(question, call, 'evaluator', ['what is judged', 'a result of the program, which is not counted']),
  fusion: (question, call) => withPrompt(question, call, 'retriever'),
};

function withPrompt(question: Value | undefined, { object }: SdkCall, whose: string, found?: readonly [string, string]): Value | undefined {
  const at = question?.at ?? object.layers.flatMap(layer => layer.args)[0]?.at;
  if (at === undefined) return question;
  const prompt = hole(at, `the prompt of the ${whose}`, 'a prompt of the package, which is not counted', {
    volatility: 'static',
    proven: true,
  });
  const holes = found === undefined ? [] : [hole(at, found[0], found[1], { volatility: 'call', proven: true })];
  return { kind: 'list', at, items: [prompt, ...holes, ...(question === undefined ? [] : [question])] };
}

function withRequest(call: SdkCall, model: SdkObject, args: readonly Argument[]): SdkCall {
  return { ...call, object: { ...model, layers: [...model.layers, { args, positional: [] }] } };
}

function asArguments(named: NamedArguments, names: readonly string[]): readonly Argument[] {
  return names.flatMap(name => asArgument(name, named.get([name])?.value));
}
