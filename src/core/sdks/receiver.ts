import { type Context, type Evaluation, scopeOf } from '../link/evaluation';
import { argsForBase } from '../link/objects';
import type { Argument, Value, ValueOf } from '../source/values';
import type { CallShape, Sdk } from './sdk';
import { SAME_CLIENT_METHODS, TRANSPARENT_STEPS } from './sdk';

/** A callee that was traced to an SDK. */
export interface SdkCall {
  readonly sdk: Sdk;
  readonly shape: CallShape;
  /** The client it is called on: several when the program chooses between them. */
  readonly clients: readonly Client[];
}

export interface Client {
  /** Name of its class; undefined for a module used as its own client. */
  readonly name: string | undefined;
  /** What it was constructed with; undefined when that is not in sight (a parameter). */
  readonly args: readonly Argument[] | undefined;
}

interface Search {
  readonly evaluation: Evaluation;
  readonly context: Context;
  readonly sdks: readonly Sdk[];
}

/** Follows an evaluated callee back to what it is a member of. Undefined: not proven to be a call of any SDK. */
export function matchSdk(evaluation: Evaluation, callee: Value, context: Context, sdks: readonly Sdk[]): SdkCall | undefined {
  const [first, ...others] = matches({ evaluation, context, sdks }, callee, []);
  if (first === undefined || others.some(other => other.shape !== first.shape)) return undefined;
  return { ...first, clients: [first, ...others].flatMap(match => match.clients) };
}

/** A call on something that a caller passes, which is an SDK's call if the caller passes its client: `client.messages.create`. */
export function mayBeClientsCall({ name, outside }: ValueOf<'param'>, sdks: readonly Sdk[]): boolean {
  const steps = name.split('.');
  return outside === undefined && steps.some((_, index) => index > 0 && sdks.some(sdk => shapeOf(sdk, steps.slice(index)) !== undefined));
}

/** All that a value may be, with `steps` taken from it; what is nothing known among them (`None` until set) adds nothing. */
function matches(search: Search, value: Value, steps: readonly string[]): readonly SdkCall[] {
  switch (value.kind) {
    case 'member':
      return matches(search, value.object, [value.key, ...steps]);
    case 'choice':
      return value.options.flatMap(option => matches(search, option, steps));
    case 'call':
      if (value.callee.kind === 'member' && SAME_CLIENT_METHODS.has(value.callee.key)) return matches(search, value.callee.object, steps);
      return value.callee.kind === 'external' ? constructed(search, value.callee, value.args, steps) : [];
    case 'external':
      return asModule(search, value, steps);
    case 'param':
      return ofParam(search, value, steps);
    case 'instance':
    case 'self':
      return ofSubclass(search, value, steps);
    default:
      return [];
  }
}

function ofParam(search: Search, param: ValueOf<'param'>, steps: readonly string[]): readonly SdkCall[] {
  const types = param.type?.kind === 'choice' ? param.type.options : param.type === undefined ? [] : [param.type];
  const typed = types.flatMap(type => (type.kind === 'external' ? constructed(search, type, undefined, steps) : []));
  return typed.length > 0 || param.fallback === undefined ? typed : matches(search, param.fallback, steps);
}

function ofSubclass(search: Search, object: ValueOf<'instance'> | ValueOf<'self'>, steps: readonly string[]): readonly SdkCall[] {
  const { evaluation, context } = search;
  return (scopeOf(evaluation, object.at.uri, object.scope)?.bases ?? []).flatMap(base => {
    const type = evaluation.evaluate(base, context);
    return type.kind === 'external' ? constructed(search, type, argsForBase(evaluation, object, context), steps) : [];
  });
}

function constructed(
  { sdks }: Search,
  type: ValueOf<'external'>,
  args: readonly Argument[] | undefined,
  steps: readonly string[],
): readonly SdkCall[] {
  const name = type.path[type.path.length - 1] ?? 'default';
  return sdks.flatMap(sdk => {
    const shape = belongs(type.module, sdk) && Object.hasOwn(sdk.clients, name) ? shapeOf(sdk, steps) : undefined;
    return shape === undefined ? [] : [{ sdk, shape, clients: [{ name, args }] }];
  });
}

function asModule({ sdks }: Search, root: ValueOf<'external'>, steps: readonly string[]): readonly SdkCall[] {
  return sdks.flatMap(sdk => {
    const shape = belongs(root.module, sdk) && sdk.moduleIsClient ? shapeOf(sdk, [...root.path, ...steps]) : undefined;
    return shape === undefined ? [] : [{ sdk, shape, clients: [{ name: undefined, args: [] }] }];
  });
}

function shapeOf(sdk: Sdk, steps: readonly string[]): CallShape | undefined {
  if (steps.length === 0) return undefined;
  const path = steps.filter(step => !TRANSPARENT_STEPS.has(step)).join('.');
  return sdk.calls.find(call => call.path === path);
}

/** `openai.lib.azure` and `openai/index` are parts of `openai`; `openai_helpers` is not. */
export function belongs(module: string, sdk: Sdk): boolean {
  return sdk.modules.some(name => module === name || module.startsWith(`${name}/`) || module.startsWith(`${name}.`));
}
