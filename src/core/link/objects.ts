import type { Uri } from '../source/span';
import type { CodeSummary, Param, Scope } from '../source/summary';
import type { Argument, Call, CallFrame, ScopeId, Value, ValueOf } from '../source/values';
import { bindParams, evaluateArgs, ownParams } from './arguments';
import { isTold } from './builders';
import type { Context, Evaluation } from './evaluation';
import { enclosingClass } from './file-index';
import { MOST_BASES } from './lineage';

type ObjectValue = ValueOf<'self'> | ValueOf<'instance'>;

/** What the constructors of an object were called with, for evaluating its fields. */
export function objectContext(evaluation: Evaluation, object: ObjectValue, context: Context): Context {
  const known = object.kind === 'instance' ? object : undefined;
  return evaluation.within(context, known ?? `${object.at.uri}#${object.scope}`, () => {
    const around = (known?.frames ?? []).reduce<Context>((outer, frame) => evaluation.entered(outer, frame), context);
    const frames = constructorFrames(evaluation, { uri: object.at.uri, scope: object.scope }, known?.args, object, around, 0);
    return frames.length === 0 ? around : [...around, ...frames];
  });
}

/** `self` or `this` in a method: the object it was called on, if that is known here. */
export function knownSelf(evaluation: Evaluation, self: ValueOf<'self'>, context: Context): Value {
  const known = evaluation.reliances.look(context, `self ${self.at.uri}#${self.scope}`, within => selfIn(evaluation, self, within));
  return known ?? self;
}

function selfIn(evaluation: Evaluation, self: ValueOf<'self'>, context: Context): Value | undefined {
  for (let index = context.length - 1; index >= 0; index--) {
    const frame = context[index];
    if (frame?.uri !== self.at.uri || !saysMore(frame.self, self)) continue;
    const summary = evaluation.codeOf(frame.uri);
    const method = summary?.scopes[frame.scope];
    if (summary !== undefined && method !== undefined && enclosingClass(summary, method) === self.scope) return frame.self;
  }
  return undefined;
}

/** An object, or that it is one of a class below: what the class leaves to that, or has from it, is said there. */
function saysMore(known: Value | undefined, { at, scope }: ValueOf<'self'>): known is ObjectValue {
  return known?.kind === 'instance' || (known?.kind === 'self' && (known.scope !== scope || known.at.uri !== at.uri));
}

interface ClassRef {
  readonly uri: Uri;
  readonly scope: ScopeId;
}

/** The constructor's frame, and those of the constructors that it hands its arguments on to. Without `args` only the latter may be known. */
function constructorFrames(
  evaluation: Evaluation,
  type: ClassRef,
  args: readonly Argument[] | undefined,
  self: Value,
  context: Context,
  depth: number,
): readonly CallFrame[] {
  const summary = evaluation.codeOf(type.uri);
  const scope = summary?.scopes[type.scope];
  if (summary === undefined || scope === undefined || depth > MOST_BASES) return [];
  const init = constructorOf(summary, scope, args);
  const base = baseOf(evaluation, scope, context);
  if (init === undefined) return base === undefined ? [] : constructorFrames(evaluation, base, args, self, context, depth + 1);
  const params = ownParams(init.params, true, summary.language);
  const bound = () => builderParam(params, args ?? []) ?? bindParams(evaluation, params, args ?? [], context);
  const own: readonly CallFrame[] = args === undefined ? [] : [{ uri: type.uri, scope: init.id, params: bound(), self }];
  const other = args === undefined ? undefined : otherConstructor(summary, init);
  if (other !== undefined && depth < MOST_BASES) {
    const passed = evaluateArgs(evaluation, other.args, [...context, ...own]);
    return [...constructorFrames(evaluation, type, passed, self, context, depth + 1), ...own];
  }
  const call = base === undefined ? undefined : superCall(summary, init);
  if (base === undefined || call === undefined) return own;
  const passed = evaluateArgs(evaluation, call.args, [...context, ...own]);
  return [...constructorFrames(evaluation, base, passed, self, context, depth + 1), ...own];
}

/** What a class's object passes to the constructor of the package's class that it extends. */
export function argsForBase(evaluation: Evaluation, object: ObjectValue, context: Context): readonly Argument[] | undefined {
  const summary = evaluation.codeOf(object.at.uri);
  const scope = summary?.scopes[object.scope];
  const init = summary === undefined || scope === undefined ? undefined : constructorOf(summary, scope);
  if (summary === undefined || init === undefined) return object.kind === 'instance' ? object.args : undefined;
  const call = superCall(summary, init);
  return call === undefined ? undefined : evaluateArgs(evaluation, call.args, objectContext(evaluation, object, context));
}

/** What an object was made with that its constructor has no parameter for: `**kwargs` keeps it, whether or not it is handed on to the base. */
export function keptKeywords(evaluation: Evaluation, object: ObjectValue): readonly Argument[] {
  const summary = evaluation.codeOf(object.at.uri);
  const scope = summary?.scopes[object.scope];
  if (summary === undefined || scope === undefined || object.kind !== 'instance') return [];
  const params = constructorOf(summary, scope, object.args)?.params ?? [];
  if (!params.some(({ collects }) => collects === 'keywords')) return [];
  return object.args.filter(({ name }) => name !== undefined && !params.some(param => param.name === name));
}

/** Of several constructors the one that takes these arguments. */
export function constructorOf(summary: CodeSummary, type: Scope, args?: readonly Argument[]): Scope | undefined {
  const all = summary.scopes.filter(
    scope => scope.parent === type.id && scope.kind === 'function' && (scope.name === '__init__' || scope.name === 'constructor'),
  );
  return (all.length > 1 ? all.find(scope => scope.params.length === args?.length) : undefined) ?? all[0];
}

/** `X(Builder builder) { this.model = builder.model; }`: the parameter holds what the builder was told. */
function builderParam(params: readonly Param[], args: readonly Argument[]): ReadonlyMap<string, Value> | undefined {
  const [only, ...others] = params;
  const [first] = args;
  if (only === undefined || first === undefined || others.length > 0 || !isTold(args) || args.some(({ name }) => name === only.name))
    return undefined;
  const entries = args.map(({ name: key = '', value, at }) => ({ key, value, at }));
  return new Map([[only.name, { kind: 'record', at: first.at, entries }]]);
}

/** `this(…)` in a constructor calls another one of its class. */
function otherConstructor(summary: CodeSummary, init: Scope): Call | undefined {
  const places = summary.calls.filter(({ scope }) => scope === init.id);
  return places.find(({ call: { callee } }) => callee.kind === 'name' && callee.name === 'this')?.call;
}

/** Whether a class says how it is made; one that can't be read may. */
export function hasConstructor(evaluation: Evaluation, type: ValueOf<'class'>): boolean {
  const summary = evaluation.codeOf(type.at.uri);
  const scope = summary?.scopes[type.scope];
  return summary === undefined || scope === undefined || constructorOf(summary, scope) !== undefined;
}

function baseOf(evaluation: Evaluation, type: Scope, context: Context): ClassRef | undefined {
  for (const base of type.bases) {
    const value = evaluation.evaluate(base, context);
    if (value.kind === 'class') return { uri: value.at.uri, scope: value.scope };
  }
  return undefined;
}

/** `super().__init__(…)`, `super(…)`, `Base.__init__(self, …)`. */
export function superCall(summary: CodeSummary, init: Scope): Call | undefined {
  for (const place of summary.calls) {
    if (place.scope !== init.id) continue;
    const { call } = place;
    const { callee } = call;
    if (callee.kind === 'name' && callee.name === 'super' && summary.language !== 'python') return call;
    if (callee.kind !== 'member' || callee.key !== '__init__') continue;
    const bySuper = callee.object.kind === 'call' && callee.object.callee.kind === 'name' && callee.object.callee.name === 'super';
    return bySuper ? call : { ...call, args: call.args.slice(1) };
  }
  return undefined;
}
