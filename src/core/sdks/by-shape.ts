import { type Context, type Evaluation, scopeOf } from '../link/evaluation';
import type { Argument, Call, Value, ValueOf } from '../source/values';
import { belongs } from './exports';
import { pathOf } from './objects';
import { called } from './receiver';
import type { CallShape, Sdk, SdkCall, SdkObject } from './sdk';
import type { SdkIndex } from './sdk-index';

/** Objects that tests hand in for a client, by what they call them. */
const DOUBLE = /mock|fake|stub|dummy/i;
const TEST = /^test/i;

/** Whether a call, as it is written, may be told by its shape: `….chat.completions.create(model=…)`. */
export function mayTellByShape({ callee }: Call, sdks: SdkIndex): boolean {
  return callee.kind === 'member' && sdks.callNames.has(callee.key);
}

/**
 * An SDK's call on a client of which nobody says where it comes from (`def ask(client, model): client.chat.completions.create(model=…,
 * messages=…)`), told by the members it goes through together with the arguments that the API demands. Neither is enough by itself:
 * `client.messages.create(to=…, body=…)` sends text messages. Of an object that is known to be something else this says nothing.
 */
export function callsByShape(
  evaluation: Evaluation,
  { callee }: Call,
  args: readonly Argument[],
  context: Context,
  sdks: SdkIndex,
): readonly SdkCall[] {
  const summary = evaluation.codeOf(callee.at.uri);
  if (summary?.language !== 'python') return [];
  for (let { object, steps } = { object: callee, steps: [] as readonly string[] }; object.kind === 'member'; ) {
    steps = [object.key, ...steps];
    object = object.object;
    const path = pathOf(steps);
    const fitting = sdks.withCall(path).flatMap(sdk => {
      const shape = sdk.calls.find(each => (each.on ?? 'client') === 'client' && each.path === path && isTelling(each, args));
      return shape === undefined ? [] : [{ sdk, shape }];
    });
    const imported = fitting.filter(({ sdk }) => summary.imports.some(({ module }) => belongs(module, sdk)));
    const found = theOne(imported) ?? theOne(fitting);
    if (found !== undefined && isUnknown(evaluation, evaluation.evaluate(object, context)))
      return called({ evaluation, context, sdks }, unseenClient(found.sdk), steps, () => args, callee.at.uri);
  }
  if (callee.kind !== 'member') return [];
  const told = toldObject(evaluation, evaluation.evaluate(callee.object, context), sdks);
  return told === undefined ? [] : called({ evaluation, context, sdks }, told, [callee.key], () => args, callee.at.uri);
}

/** `llm.with_structured_output(Answer)` of an `llm` that nobody says anything of: an object of the one package that has the method. */
function toldObject(evaluation: Evaluation, value: Value, sdks: SdkIndex): SdkObject | undefined {
  if (value.kind === 'choice')
    return theOnly(value.options.filter(option => !isNothing(option)).map(option => toldObject(evaluation, option, sdks)));
  if (value.kind !== 'call') return undefined;
  const { callee, at } = value;
  const name = callee.kind === 'member' ? callee.key : callee.kind === 'param' ? callee.name.slice(callee.name.lastIndexOf('.') + 1) : '';
  const sdk = sdks.toldBy(name);
  const object = callee.kind === 'member' ? callee.object : callee;
  if (sdk?.telling === undefined || !isUnknown(evaluation, object)) return undefined;
  const { kind } = sdk.telling;
  const positional = sdk.methods?.find(({ on, path }) => on === kind && path === name)?.positional ?? [];
  const model: Value = callee.kind === 'param' ? { ...callee, name: callee.name.slice(0, -name.length - 1) } : object;
  const layers = [
    { args: [{ name: 'model', value: model, at }], positional: [] },
    { args: value.args, positional },
  ];
  return { sdk, kind, name: undefined, provider: undefined, layers, unseen: true };
}

function theOnly(objects: readonly (SdkObject | undefined)[]): SdkObject | undefined {
  return objects.length === 1 ? objects[0] : undefined;
}

function unseenClient(sdk: Sdk): SdkObject {
  return { sdk, kind: 'client', name: undefined, provider: undefined, layers: [], unseen: true };
}

/** Names of one step say too little, unless the arguments are called like nowhere else (`modelId`). */
function isTelling({ path, model, messages }: CallShape, args: readonly Argument[]): boolean {
  const passes = (names: readonly string[]) => args.some(({ name }) => name !== undefined && names.includes(name));
  return passes(model) && (messages.length === 0 || passes(messages)) && (path.includes('.') || passes(['modelId']));
}

/** Packages that speak one API are one, whichever of them it is. */
function theOne<T extends { readonly sdk: Sdk; readonly shape: CallShape }>(fitting: readonly T[]): T | undefined {
  const [first, ...others] = fitting;
  return others.every(({ shape }) => shape.api === first?.shape.api)
    ? (fitting.find(({ sdk }) => sdk.id === 'openai') ?? first)
    : undefined;
}

function isUnknown(evaluation: Evaluation, value: Value): boolean {
  switch (value.kind) {
    case 'choice':
      return value.options.every(option => isNothing(option) || isUnknown(evaluation, option)) && !value.options.every(isNothing);
    case 'hole':
      return true;
    case 'param':
      return isUnknownParam(evaluation, value);
    case 'member':
    case 'index':
      return value.object.kind === 'self' || value.object.kind === 'instance' || isUnknown(evaluation, value.object);
    default:
      return false;
  }
}

function isNothing(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** What a type says is said elsewhere; members of an object (`request.app.state.client`) are what the type doesn't name. */
function isUnknownParam(evaluation: Evaluation, { name, type, scope, at, fallback }: ValueOf<'param'>): boolean {
  if (DOUBLE.test(name) || (fallback !== undefined && !isNothing(fallback))) return false;
  const owner = scopeOf(evaluation, at.uri, scope);
  if (owner !== undefined && TEST.test(owner.name)) return false;
  return name.includes('.') || type === undefined || type.kind === 'hole';
}
