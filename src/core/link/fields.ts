import type { Span, Uri } from '../source/span';
import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { ScopeId, Value } from '../source/values';
import { choose, type Context, type Evaluation, isNull, scopeOf } from './evaluation';
import { valueAt } from './variable';

/** A class of the project, and what is known of the object at hand. */
export interface ClassUse {
  readonly uri: Uri;
  readonly scope: ScopeId;
  readonly context: Context;
  /** Where the field is read, to tell what came before in the same method. */
  readonly at: Span;
}

/** A method, a field set in the constructor or at class level, or one inherited. Undefined when nothing sets it. */
export function fieldOf(evaluation: Evaluation, use: ClassUse, key: string): Value | undefined {
  const summary = evaluation.codeOf(use.uri);
  const type = summary?.scopes[use.scope];
  if (summary === undefined || type === undefined) return undefined;
  return evaluation.once(`${use.uri}#${use.scope}.${key}@${use.at.uri}:${use.at.start}`, () => {
    const own = ownField(evaluation, summary, type, use, key);
    return own ?? inherited(evaluation, type, use, key);
  });
}

function ownField(evaluation: Evaluation, summary: CodeSummary, type: Scope, use: ClassUse, key: string): Value | undefined {
  // Python's class attributes and TypeScript's static members are names of the class, TypeScript's fields are the object's own.
  const atClass = [...evaluation.effectsOn(type, key), ...touching(type, key)];
  const declared = valueAt(type, atClass, { at: use.at, flow: false });
  if (declared?.kind === 'function' || declared?.kind === 'class') return declared;
  const state = onObject(summary, type, use, key) ?? declared;
  if (state === undefined) return undefined;
  const value = evaluation.evaluate(state, use.context);
  const annotated = atClass.find(effect => effect.kind === 'assign' && effect.type !== undefined);
  if (value.kind !== 'hole' || annotated?.kind !== 'assign' || annotated.type === undefined) return value;
  return { kind: 'param', at: use.at, scope: type.id, name: key, type: evaluation.evaluate(annotated.type, use.context) };
}

/** What the methods make of `self.key`: the constructor's value, grown by other methods, then by the reading method so far. */
function onObject(summary: CodeSummary, type: Scope, use: ClassUse, key: string): Value | undefined {
  const methods = summary.scopes.filter(scope => scope.kind === 'function' && enclosingClass(summary, scope) === type.id);
  const constructor = methods.filter(scope => isConstructor(scope));
  const others = methods.filter(scope => !isConstructor(scope));
  let state: Value | undefined;
  for (const scope of constructor) state = valueAt(scope, touching(scope, key), { at: use.at, flow: false }, state);
  const reading = others.find(scope => scope.at.uri === use.at.uri && scope.at.start <= use.at.start && use.at.start < scope.at.end);
  const set: Value[] = state === undefined ? [] : [state];
  for (const scope of others) {
    const effects = touching(scope, key);
    if (scope !== reading) set.push(...assigned(effects));
  }
  if (set[0] !== undefined) state = choose(set[0].at, set.some(option => !isNull(option)) ? set.filter(option => !isNull(option)) : set);
  for (const scope of others) if (scope !== reading && state !== undefined) state = grown(state, touching(scope, key));
  return reading === undefined ? state : valueAt(reading, touching(reading, key), { at: use.at, flow: true }, state);
}

/** Appends of other methods happen an unknown number of times. */
function grown(state: Value, effects: readonly Effect[]): Value {
  return effects.reduce<Value>((list, effect) => {
    if (effect.kind !== 'append' && effect.kind !== 'extend' && effect.kind !== 'insert' && effect.kind !== 'prepend') return list;
    const item: Value = effect.kind === 'extend' ? { kind: 'spread', at: effect.at, value: effect.value } : effect.value;
    const repeated: Value = { kind: 'repeat', at: effect.at, item };
    return { kind: 'list', at: list.at, items: [{ kind: 'spread', at: list.at, value: list }, repeated] };
  }, state);
}

function assigned(effects: readonly Effect[]): readonly Value[] {
  return effects.flatMap(effect => (effect.kind === 'assign' && effect.target.path.length === 0 ? [effect.value] : []));
}

/** Effects on `self.key`, as effects on a variable of that name. */
function touching(scope: Scope, key: string): readonly Effect[] {
  return scope.effects.flatMap(effect => {
    if (effect.kind === 'return' || effect.target.root !== 'self' || effect.target.path[0] !== key) return [];
    return [{ ...effect, target: { root: { name: key }, path: effect.target.path.slice(1) } }];
  });
}

function isConstructor(scope: Scope): boolean {
  return scope.name === '__init__' || scope.name === 'constructor' || scope.name === '__post_init__';
}

export function enclosingClass(summary: CodeSummary, scope: Scope): ScopeId | undefined {
  for (let current: Scope | undefined = scope; current?.parent !== undefined; current = summary.scopes[current.parent]) {
    const parent = summary.scopes[current.parent];
    if (parent?.kind === 'class') return parent.id;
    if (parent?.kind === 'module') return undefined;
  }
  return undefined;
}

function inherited(evaluation: Evaluation, type: Scope, use: ClassUse, key: string): Value | undefined {
  for (const base of type.bases) {
    const value = evaluation.evaluate(base, use.context);
    if (value.kind !== 'class' || scopeOf(evaluation, value.at.uri, value.scope) === undefined) continue;
    const found = fieldOf(evaluation, { ...use, uri: value.at.uri, scope: value.scope }, key);
    if (found !== undefined) return found;
  }
  return undefined;
}
