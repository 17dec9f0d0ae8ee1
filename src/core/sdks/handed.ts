import { choose } from '../link/choose';
import { isHandedByTest } from '../link/doubles';
import { entryOf } from '../link/entries';
import { isNull } from '../link/plain-values';
import type { Argument, Value } from '../source/values';
import { mayBeObject } from './may-be-object';
import type { ArgumentPaths, ObjectKind } from './sdk';
import type { ArgumentLayer, SdkObject } from './sdk-call';

/** The kind of an object that no money is spent on: what stands for a model in tests, a model that a table doesn't have. */
export const FREE: ObjectKind = 'free';

/**
 * An object together with those that the last of its layers hands to it (`model: openai('gpt-5.4')`, `Runner.run(agent)`): what
 * made them counts as said just before. One for each candidate of a choice; none where all that is handed over is free.
 */
export function withHanded(
  object: SdkObject,
  names: ArgumentPaths,
  objectsOf: (value: Value) => readonly SdkObject[],
): readonly SdkObject[] {
  return names.reduce<readonly SdkObject[]>((objects, name) => objects.flatMap(each => withArgument(each, name, objectsOf)), [object]);
}

function withArgument(given: SdkObject, name: string, objectsOf: (value: Value) => readonly SdkObject[]): readonly SdkObject[] {
  const last = given.layers[given.layers.length - 1];
  const own = last && spelledOut(last);
  const object = own === last || own === undefined ? given : { ...given, layers: [...given.layers.slice(0, -1), own] };
  const value = own && argumentIn(own, name);
  if (own === undefined || value === undefined) return [object];
  if (isWrittenForTests(value) || isHandedByTest(value)) return [];
  const rest = object.layers.slice(0, -1);
  // A parameter's default stays in sight as what callers may replace.
  const taken = value.kind === 'param' ? object : { ...object, layers: [...rest, without(own, name)] };
  if (value.kind !== 'choice') return joined(taken, objectsOf(value), withoutSight(name, value)) ?? [askingWhom(object, name, value)];
  const options = value.options
    .filter(option => !isNull(option) && !isWrittenForTests(option))
    .map(option => ({ option, objects: objectsOf(option) }));
  // A fixture that stands for a model is what is used where a test hands one over.
  if (options.some(({ option, objects: [first] }) => option.kind === 'param' && first?.kind === FREE)) return [];
  const plain = options.flatMap(({ option, objects }) => (objects.length === 0 ? [option] : []));
  if (plain.length === options.length) return [askingWhom(object, name, value)];
  const found = options.flatMap(({ option, objects }) => {
    const holder = option.kind === 'param' ? { ...object, layers: [...rest, withOption(own, name, option)] } : taken;
    return joined(holder, objects, withoutSight(name, option)) ?? [];
  });
  const left = choose(value.at, plain);
  const others = plain.length === 0 ? [] : [askingWhom({ ...object, layers: [...rest, withOption(own, name, left)] }, name, left)];
  return [...found, ...others];
}

/** What says whose servers are asked, of which the class that takes it knows only whose protocol they speak. */
const CLIENTS: ReadonlySet<string> = new Set(['openai_client', 'async_client']);

/**
 * A client that can't be followed may ask anybody who speaks the protocol (`OpenAIChatCompletionsModel(openai_client=clients[name])`),
 * and a model's object may state a cap.
 */
function askingWhom(given: SdkObject, name: string, value: Value): SdkObject {
  const handed = withoutSight(name, value);
  const object = handed === undefined ? given : { ...given, handed };
  if (object.sdk.modelsStateCaps && !isNull(value) && mayBeObject(value)) return { ...object, capsItself: true };
  if (!CLIENTS.has(name) || object.provider === undefined || isNull(value)) return object;
  return { ...object, provider: undefined, anyHost: true };
}

/** Arguments that state settings of a call, or are objects that do. */
const STATING: ReadonlySet<string> = new Set([
  ...['params', 'options', 'command', 'initialMessageParams', 'recipient', 'llm', 'chain', 'index'],
  ...['embedding', 'embeddings', 'embedding_function', 'embedder', 'embeddingModel'],
]);

/** It leaves open what is stated, unless what it stands for is found. */
function withoutSight(name: string, value: Value): Value | undefined {
  return STATING.has(name) && !isNull(value) && value.kind !== 'record' && mayBeObject(value) ? value : undefined;
}

/** `super().__init__(**kwargs)`: keywords that are known one by one. */
export function spelledOut(layer: ArgumentLayer): ArgumentLayer {
  if (!layer.args.some(isKeywords)) return layer;
  return { ...layer, args: layer.args.flatMap(argument => (isKeywords(argument) ? keywordsOf(argument) : [argument])) };
}

function isKeywords(argument: Argument): boolean {
  return argument.name === undefined && argument.value.kind === 'spread' && keywordsOf(argument).length > 0;
}

function keywordsOf({ value }: Argument): readonly Argument[] {
  const table = value.kind === 'spread' && value.value.kind === 'record' ? value.value.entries : [];
  const named = table.flatMap(({ key, value, at }) => (key === undefined || value.kind === 'optional' ? [] : [{ name: key, value, at }]));
  return named.length === table.length ? named : [];
}

/** A test of JavaScript's, by its file's name. */
const TEST_FILE = /\.(?:test|spec)\.[cm]?[jt]sx?$/;

/** Whether a value is made in a file of test doubles (`models.mock.ts`, `__mocks__/model.ts`), or is a model that a test's file writes itself. */
export function isWrittenForTests(value: Value): boolean {
  const { uri } = value.at;
  if (/(^|[/._-])mocks?[/._-]/i.test(uri.split('/').slice(-2).join('/'))) return true;
  return isWritten(value) && TEST_FILE.test(uri);
}

/** `class SimpleModel { async doGenerate() { … } }`, `{ doGenerate: async () => … }` */
function isWritten(value: Value): boolean {
  return value.kind === 'instance' || (value.kind === 'record' && entryOf(value, 'doGenerate').value !== undefined);
}

function joined(object: SdkObject, found: readonly SdkObject[], whole: Value | undefined): readonly SdkObject[] | undefined {
  if (found.length === 0) return undefined;
  return found
    .filter(each => each.kind !== FREE)
    .map(each => ({
      ...object,
      name: each.name ?? object.name,
      provider: each.provider ?? object.provider,
      layers: [...object.layers.slice(0, -1), ...each.layers, ...object.layers.slice(-1)],
      unseen: object.unseen || each.unseen,
      ...(each.unseen && whole !== undefined && { handed: whole }),
      ...(each.handed !== undefined && { handed: each.handed }),
      ...(each.defaultModel === undefined ? {} : { defaultModel: each.defaultModel }),
      ...(each.capsItself && { capsItself: each.capsItself }),
      ...(each.anyHost && { anyHost: each.anyHost }),
    }));
}

/** An argument by name, by place, or as an entry of the options object. */
export function argumentIn({ args, positional }: ArgumentLayer, name: string): Value | undefined {
  const placed = args[positional.indexOf(name)];
  const named = args.find(argument => argument.name === name) ?? (placed?.name === undefined ? placed : undefined);
  if (named !== undefined && !(named.name === undefined && holds(named.value, name))) return named.value;
  const options = args.find(argument => argument.name === undefined && argument.value.kind === 'record')?.value;
  return options?.kind === 'record' ? entryOf(options, name).value : undefined;
}

/** `ask({ agent })`: JavaScript passes by name in one object what Python passes in order. */
function holds(value: Value, name: string): boolean {
  return value.kind === 'record' && entryOf(value, name).value !== undefined;
}

/** The layer without an argument for which the object stands that was handed over. */
function without(layer: ArgumentLayer, name: string): ArgumentLayer {
  const place = layer.positional.indexOf(name);
  const args = layer.args.map((argument, index): Argument => {
    const { value } = argument;
    if (argument.name === name) return nothing(argument);
    if (argument.name !== undefined) return argument;
    if (value.kind !== 'record' || !holds(value, name)) return index === place ? nothing(argument) : argument;
    return { ...argument, value: { ...value, entries: value.entries.filter(entry => entry.key !== name) } };
  });
  return { ...layer, args };
}

/** What is passed nothing in the place of an argument: others keep theirs. */
function nothing({ at }: Argument): Argument {
  return { value: { kind: 'spread', at, value: { kind: 'record', at, entries: [] } }, at };
}

/** The layer with one of several candidates for an argument. */
function withOption(layer: ArgumentLayer, name: string, value: Value): ArgumentLayer {
  const argument: Argument = { name, value, at: value.at };
  const others = layer.args.filter(each => each.name !== name);
  return { ...layer, args: [...others, argument] };
}
