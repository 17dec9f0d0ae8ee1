import type { Argument, Value } from '../source/values';
import { type Context, type Evaluation, isNull, scopeOf } from '../link/evaluation';
import type { CallShape, Sdk } from './sdk';
import { SAME_CLIENT_METHODS, TRANSPARENT_STEPS } from './sdk';

/** A callee that was traced to an SDK. */
export interface SdkCall {
  readonly sdk: Sdk;
  readonly shape: CallShape;
  /** Name of the client class; undefined for a module used as its own client. */
  readonly client: string | undefined;
  /** What the client was constructed with; undefined when that is not in sight (a parameter). */
  readonly clientArgs: readonly Argument[] | undefined;
}

/** Follows an evaluated callee back to what it is a member of. Undefined: not proven to be a call of any SDK. */
export function matchSdk(evaluation: Evaluation, callee: Value, context: Context, sdks: readonly Sdk[]): SdkCall | undefined {
  if (callee.kind === 'choice') {
    const matches = callee.options.filter(option => !isNull(option)).map(option => matchSdk(evaluation, option, context, sdks));
    return matches.every(match => match?.shape === matches[0]?.shape) ? matches[0] : undefined;
  }
  const steps: string[] = [];
  let current: Value = callee;
  while (current.kind === 'member') {
    steps.unshift(current.key);
    current = current.object;
  }
  for (const root of current.kind === 'choice' ? current.options : [current]) {
    const found = fromRoot(evaluation, root, steps, context, sdks);
    if (found !== undefined) return found;
  }
  return undefined;
}

function fromRoot(evaluation: Evaluation, root: Value, steps: readonly string[], context: Context, sdks: readonly Sdk[]): SdkCall | undefined {
  if (root.kind === 'call') {
    if (root.callee.kind === 'member' && SAME_CLIENT_METHODS.has(root.callee.key)) return followed(evaluation, root.callee.object, steps, context, sdks);
    return root.callee.kind === 'external' ? constructed(root.callee, root.args, steps, sdks) : undefined;
  }
  if (root.kind === 'external') return asModule(root, steps, sdks);
  if (root.kind === 'param' && root.type?.kind === 'external') return constructed(root.type, undefined, steps, sdks);
  if (root.kind === 'param' && root.fallback !== undefined) return followed(evaluation, root.fallback, steps, context, sdks);
  if (root.kind === 'instance' || root.kind === 'self') {
    for (const base of scopeOf(evaluation, root.at.uri, root.scope)?.bases ?? []) {
      const type = evaluation.evaluate(base, context);
      if (type.kind === 'external') return constructed(type, root.kind === 'instance' ? root.args : undefined, steps, sdks);
    }
  }
  return undefined;
}

function followed(evaluation: Evaluation, client: Value, steps: readonly string[], context: Context, sdks: readonly Sdk[]): SdkCall | undefined {
  return matchSdk(evaluation, steps.reduce<Value>((object, key) => ({ kind: 'member', at: client.at, object, key }), client), context, sdks);
}

type External = Extract<Value, { kind: 'external' }>;

function constructed(type: External, clientArgs: readonly Argument[] | undefined, steps: readonly string[], sdks: readonly Sdk[]): SdkCall | undefined {
  const name = type.path[type.path.length - 1] ?? 'default';
  for (const sdk of sdks) {
    if (!belongs(type.module, sdk) || !Object.hasOwn(sdk.clients, name)) continue;
    const shape = shapeOf(sdk, steps);
    if (shape !== undefined) return { sdk, shape, client: name, clientArgs };
  }
  return undefined;
}

function asModule(root: External, steps: readonly string[], sdks: readonly Sdk[]): SdkCall | undefined {
  for (const sdk of sdks) {
    if (!belongs(root.module, sdk) || !sdk.moduleIsClient) continue;
    const shape = shapeOf(sdk, [...root.path, ...steps]);
    if (shape !== undefined) return { sdk, shape, client: undefined, clientArgs: [] };
  }
  return undefined;
}

function shapeOf(sdk: Sdk, steps: readonly string[]): CallShape | undefined {
  const path = steps.filter(step => !TRANSPARENT_STEPS.has(step)).join('.');
  return sdk.calls.find(call => call.path === path);
}

/** `openai.lib.azure` and `openai/index` are parts of `openai`; `openai_helpers` is not. */
export function belongs(module: string, sdk: Sdk): boolean {
  return sdk.modules.some(name => module === name || module.startsWith(`${name}/`) || module.startsWith(`${name}.`));
}
