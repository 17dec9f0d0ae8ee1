import { configured, isHanded } from '../link/builders';
import type { Context, Evaluation } from '../link/evaluation';
import { namedArguments } from '../request/arguments';
import type { Span } from '../source/span';
import type { Argument, Value, ValueOf } from '../source/values';
import { inherited, splits } from './callee-splits';
import { exportPath, makerOf } from './exports';
import { withHanded } from './handed';
import { objectsOf, type Search } from './objects';
import { pathOf } from './path-steps';
import type { CallShape, Maker, ObjectKind, Sdk } from './sdk';
import type { ArgumentLayer, SdkCall, SdkObject } from './sdk-call';
import type { SdkIndex } from './sdk-index';
import { surroundingsOf } from './surroundings';

/** Follows an evaluated callee back to the object it is a member of: an SDK's call on each object it may be made on, or nothing that is proven. */
export function matchSdk(
  evaluation: Evaluation,
  callee: Value,
  args: () => readonly Argument[],
  context: Context,
  sdks: SdkIndex,
  written: Span = callee.at,
): readonly SdkCall[] {
  if (callee.kind === 'choice') return callee.options.flatMap(option => matchSdk(evaluation, option, args, context, sdks, written));
  const search: Search = { evaluation, context, sdks, written };
  const meant = inherited(search, callee);
  if (meant.kind === 'external' && !sdks.mayBeCalled(meant)) return [];
  for (const { base, steps } of splits(meant)) {
    const calls = objectsOf(search, base).flatMap(object => called(search, object, steps, args, callee.at));
    if (calls.length > 0) return calls;
  }
  return [];
}

/** An SDK's call by these members of one of its objects, if it has such a call. */
export function called(
  search: Search,
  object: SdkObject,
  steps: readonly string[],
  args: () => readonly Argument[],
  at: Span,
): readonly SdkCall[] {
  const { sdk } = object;
  const shape = shapeOf(sdk, object.kind, steps);
  if (shape === undefined) return [];
  const find = (value: Value) => objectsOf(search, value);
  const own = {
    ...object,
    provider: object.provider ?? shape.provider,
    layers: [...object.layers, ...ownLayers(configured(search.evaluation, args(), search.context), shape)],
  };
  return withHanded(own, shape.objects ?? [], find).flatMap(each => {
    const call = { sdk, shape, object: each, path: pathOf(steps) };
    return (sdk.read === undefined ? call : sdk.read(call, find, surroundingsOf(search, sdk, at))) ?? [];
  });
}

/** The call's own arguments; what a lambda told the builder of the request (`r -> r.modelId(m)`) is said by name. */
function ownLayers(args: readonly Argument[], { positional = [] }: CallShape): readonly ArgumentLayer[] {
  const told = args.flatMap(({ value }) => (value.kind === 'call' && isHanded(value) ? [value.args] : []))[0];
  return told === undefined
    ? [{ args, positional }]
    : [
        { args: told, positional: [] },
        { args: [], positional },
      ];
}

/** Names that are told apart from those of all functions that do something: `generateObject`, not `run`. */
const OF_TWO_WORDS = /[a-z][A-Z]|[a-z]_[a-z]/;

/**
 * A call on something that a caller passes, which is an SDK's call if the caller passes its object (`client.messages.create`), or
 * of a function that a caller passes, called like an SDK's (`generateObject`).
 */
export function mayBeClientsCall({ name, outside }: ValueOf<'param'>, sdks: SdkIndex): boolean {
  const steps = name.split('.');
  if (outside !== undefined) return false;
  if (steps.length === 1 && OF_TWO_WORDS.test(name)) return sdks.callPaths.has(name);
  return steps.some((_, index) => index > 0 && sdks.callPaths.has(pathOf(steps.slice(index))));
}

/** Methods that give what they are called on once more, told something. */
const TELLING = /(?:^|\.)(?:with_?(?:config|retry|fallbacks|structured_?output)|bind(?:_?tools)?)$/i;

/** `(prompt | llm).invoke(…)`, of steps that a caller passes, and `agent.with_config(options).invoke(…)`, of an agent that one does. */
export function mayBeOfPassed({ object, key }: ValueOf<'member'>, sdks: SdkIndex): boolean {
  if (!sdks.callPaths.has(key)) return false;
  if (object.kind === 'operation') return object.operator === '|' && hasOpenStep(object);
  return (
    object.kind === 'call' && object.callee.kind === 'param' && object.callee.outside === undefined && TELLING.test(object.callee.name)
  );
}

function hasOpenStep(value: Value): boolean {
  if (value.kind === 'operation') return hasOpenStep(value.left) || hasOpenStep(value.right);
  return value.kind === 'param' && value.outside === undefined;
}

function shapeOf(sdk: Sdk, kind: ObjectKind, steps: readonly string[]): CallShape | undefined {
  const path = pathOf(steps);
  const isMethod = steps.length === 1;
  return sdk.calls.find(call => (call.path === path || (call.path === '*' && isMethod)) && (call.on ?? 'client') === kind);
}

/** What an evaluated call constructs, if that fixes a model: what the calls on it will use, without what they will send. One for each candidate. */
export function constructionsOf(evaluation: Evaluation, made: Value, context: Context, sdks: SdkIndex): readonly SdkCall[] {
  if (made.kind !== 'instance' && (made.kind !== 'call' || !mayConstruct(made.callee, sdks))) return [];
  return objectsOf({ evaluation, context, sdks }, made).flatMap(object => {
    const { sdk } = object;
    const fixes = made.kind === 'call' ? fixesModel(made.callee, object) : makerFor(object)?.fixesModel !== undefined;
    const shape = fixes ? sdk.calls.find(call => (call.on ?? 'client') === object.kind) : undefined;
    const converted = object.layers.map(layer => sdk.convert?.(layer) ?? layer);
    const layers = [...converted, { args: [], positional: [] }];
    const isUnstated =
      shape !== undefined && makerFor(object)?.fixesModel === 'if stated' && !states({ ...object, layers: converted }, shape);
    return shape === undefined || isUnstated
      ? []
      : [{ sdk, shape: { ...shape, messages: [], positional: [] }, object: { ...object, layers } }];
  });
}

function makerFor({ sdk, name }: SdkObject): Maker | undefined {
  return sdk.makers[name ?? ''];
}

/** Whether a callee may be what fixes a model, by its last name; or a class of the project, whose base may. */
export function mayConstruct(callee: Value, sdks: SdkIndex): boolean {
  if (callee.kind === 'external') return sdks.mayFixModel(callee);
  if (callee.kind === 'class') return true;
  return callee.kind === 'member' && sdks.fixingMethods.has(callee.key);
}

function fixesModel(callee: Value, { sdk, kind }: SdkObject): boolean {
  const path = callee.kind === 'external' ? exportPath(callee, sdk) : undefined;
  if (path !== undefined && makerOf(sdk, path, callee.kind === 'external' ? callee.module : '')?.maker.fixesModel !== undefined)
    return true;
  const paths = splits(callee).map(({ steps }) => pathOf(steps));
  return sdk.methods?.some(method => method.fixesModel === true && method.makes === kind && paths.includes(method.path)) ?? false;
}

function states({ layers, defaultModel }: SdkObject, { model }: CallShape): boolean {
  const named = namedArguments(layers);
  return defaultModel !== undefined || named.open !== undefined || named.get(model) !== undefined;
}
