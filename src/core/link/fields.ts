import { firstOf } from '../first-of';
import type { Span, Uri } from '../source/span';
import type { CodeSummary, Effect, Scope } from '../source/summary';
import type { Argument, ScopeId, Value, ValueOf } from '../source/values';
import { isUnset } from './changes';
import { choose } from './choose';
import { decideIn } from './conditions';
import { fromContainer } from './container';
import { fieldOfEnvironment, isSettings, orEnvironment } from './environment-fields';
import type { Context, Evaluation } from './evaluation';
import { withoutItself } from './field-itself';
import { onlyByNames } from './fields-by-name';
import { frameFor } from './frames';
import { withFrames } from './invoke';
import { lineageOf } from './lineage';
import { methodsAbove } from './methods-above';
import { effectsOnField } from './passes-that-change';
import { afterMethods } from './set-up';
import { saidBelow, withElsewhere } from './stated-elsewhere';
import { asStated } from './stated-type';
import { changedElsewhere, valueAt } from './variable';

/** A class of the project, and what is known of the object at hand. */
export interface ClassUse {
  readonly uri: Uri;
  readonly scope: ScopeId;
  readonly context: Context;
  /** Where the field is read, to tell what came before in the same method. */
  readonly at: Span;
  /** The object's making is in sight: what literals elsewhere set says nothing of it. */
  readonly made?: boolean;
  /** What was set on the object after it was made, the last one winning. */
  readonly set?: readonly Argument[];
  /** The only field of the field's object that is asked for: what sets others of it is left out. */
  readonly only?: string;
}

/** A method, a field set in the constructor or at class level, or one inherited. Undefined when nothing sets it. */
export function fieldOf(evaluation: Evaluation, use: ClassUse, key: string): Value | undefined {
  const summary = evaluation.codeOf(use.uri);
  const type = summary?.scopes[use.scope];
  if (summary === undefined || type === undefined) return undefined;
  return evaluation.once(`${use.uri}#${use.scope}.${key}.${use.only ?? ''}@${use.at.uri}:${use.at.start}`, () => {
    const found = declaredField(evaluation, summary, type, use, key);
    const field = { summary, type, use, key };
    return found === undefined
      ? (onlyByNames(evaluation, use, key) ?? saidBelow(evaluation, field))
      : withElsewhere(evaluation, field, found);
  });
}

/** A field by what the class and those above it say. */
export function declaredField(evaluation: Evaluation, summary: CodeSummary, type: Scope, use: ClassUse, key: string): Value | undefined {
  return evaluation.once(`${summary.uri}#${type.id}.${key}.${use.only ?? ''}@${use.at.uri}:${use.at.start} declared`, () => {
    const parts = partsOf(evaluation, summary, type);
    return ownField(evaluation, parts, type, use, key) ?? inherited(evaluation, parts, use, key);
  });
}

/** The same, of what is above the class alone. */
export function inheritedField(evaluation: Evaluation, use: ClassUse, key: string): Value | undefined {
  const summary = evaluation.codeOf(use.uri);
  const type = summary?.scopes[use.scope];
  return summary === undefined || type === undefined ? undefined : inherited(evaluation, partsOf(evaluation, summary, type), use, key);
}

/** A class, and what other files of its package declare of it. */
function partsOf(evaluation: Evaluation, summary: CodeSummary, type: Scope): readonly ClassPart[] {
  const own = { summary, type };
  if (type.name === '' || type.parent !== 0) return [own];
  const others = evaluation
    .packageOf(summary)
    .flatMap(file => evaluation.lookup.classesNamed(file, type.name).map(part => ({ summary: file, type: part })));
  return [own, ...others.filter(part => part.type.partial || type.partial)];
}

interface ClassPart {
  readonly summary: CodeSummary;
  readonly type: Scope;
}

function ownField(evaluation: Evaluation, parts: readonly ClassPart[], type: Scope, use: ClassUse, key: string): Value | undefined {
  const { lookup } = evaluation;
  const decide = decideIn(evaluation, use.context);
  const declared = firstOf(parts, part => {
    const atClass = [...lookup.effectsOn(part.type, key), ...lookup.effectsOnField(part.type, key)];
    return valueAt(lookup, part.type, atClass, { at: use.at, flow: false, decide });
  });
  if (declared?.kind === 'function' || declared?.kind === 'class') return withFrames(evaluation, declared, use.context);
  const elsewhere = [
    ...parts.flatMap(part => lookup.effectsOnClass(part.summary, part.type, key)).filter(effect => !isInitial(effect)),
    ...(use.made ? [] : madeInPackage(evaluation, parts, type, key)),
  ];
  const methods = parts.flatMap(part => lookup.methodsOf(part.summary, part.type));
  // Methods that change what a base class has set.
  const isChanged = declared === undefined && methods.some(scope => effectsOnField(evaluation, scope, key).length > 0);
  const start = isChanged ? inherited(evaluation, parts, use, key) : declared;
  const [own] = parts;
  const above = declared === undefined || own === undefined ? undefined : methodsAbove(evaluation, own.summary, type.id);
  const all = [...elsewhere, ...(above?.others.flatMap(scope => effectsOnField(evaluation, scope, key)) ?? [])];
  const state = onObject(evaluation, { methods: [...(above?.constructors ?? []), ...methods], elsewhere: all, use, key }, start);
  const value = state === undefined || isUnset(state) ? undefined : withoutItself(evaluation.evaluate(state, use.context), use.scope, key);
  const annotation = firstOf(parts, part => annotationOf(evaluation, part.type, use, key));
  if (value !== undefined && value.kind !== 'hole') {
    const stated = asStated(evaluation, value, { type: annotation, name: key, scope: type, at: use.at }, use.context) ?? value;
    if (isSettings(evaluation, type, use)) return orEnvironment(stated, key);
    return stated;
  }
  if (annotation === undefined) return value;
  const stated = evaluation.evaluate(annotation, use.context);
  if (stated.kind === 'external' && stated.module === 'global' && isSettings(evaluation, type, use)) return fieldOfEnvironment(use.at, key);
  const [{ summary } = { summary: undefined }] = parts;
  const service = summary && fromContainer(evaluation, summary, { scope: type, type: stated, name: key });
  if (service !== undefined && service.kind !== 'class') return service;
  return { kind: 'param', at: use.at, scope: type.id, name: key, type: service ?? stated, outside: true };
}

/** What the literals of a struct set, and functions that are handed a pointer to one: those of all files of its package. */
function madeInPackage(evaluation: Evaluation, parts: readonly ClassPart[], type: Scope, key: string): readonly Effect[] {
  const [own] = parts;
  if (own === undefined || own.summary.language !== 'go') return [];
  const files = type.parent === 0 ? [own.summary, ...evaluation.packageOf(own.summary)] : [own.summary];
  return files.flatMap(file => evaluation.lookup.effectsOnClass(file, type, key)).filter(isInitial);
}

function isInitial(effect: Effect): boolean {
  return effect.kind === 'assign' && effect.initial === true;
}

/** What a class and those above it set for each of its objects, by name, where that is a value and no method. */
export function declaredFields(
  evaluation: Evaluation,
  { at, scope }: ValueOf<'self'> | ValueOf<'instance'>,
  context: Context,
): readonly Argument[] {
  const effects = lineageOf(evaluation, at.uri, scope, context).classes.flatMap(type => type.scope.effects);
  const names = effects.flatMap(effect =>
    effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.path.length === 0 ? [effect.target.root.name] : [],
  );
  return [...new Set(names)].flatMap(name => {
    const value = fieldOf(evaluation, { uri: at.uri, scope, context, at }, name);
    const says = value?.kind === 'text' || value?.kind === 'scalar' || value?.kind === 'choice' || value?.kind === 'template';
    return says ? [{ name, value, at: value.at }] : [];
  });
}

interface FieldUse {
  readonly methods: readonly Scope[];
  readonly elsewhere: readonly Effect[];
  readonly use: ClassUse;
  readonly key: string;
}

/** What the methods make of `self.key`: the constructor's value, changed by other methods, then by the reading method so far. */
export function onObject(
  evaluation: Evaluation,
  { methods, elsewhere, use, key }: FieldUse,
  declared: Value | undefined,
): Value | undefined {
  const { lookup } = evaluation;
  const effectsOn = (scope: Scope) => effectsOnField(evaluation, scope, key, use.only);
  const decide = decideIn(evaluation, use.context);
  const reading = [...methods]
    .reverse()
    .find(scope => scope.at.uri === use.at.uri && scope.at.start <= use.at.start && use.at.start < scope.at.end);
  // In the constructor itself, what stands below hasn't happened.
  const after = (scope: Scope, before: Value | undefined) =>
    valueAt(lookup, scope, effectsOn(scope), { at: use.at, flow: scope === reading, decide }, before);
  let state = withSet(use, key, afterConstructors(evaluation, methods.filter(isConstructor), use, declared, after));
  const others = methods.filter(scope => !isConstructor(scope));
  // An object lives on: the reading method, too, may have run before.
  const changed = changedElsewhere(lookup, state, [elsewhere, ...others.map(effectsOn)]);
  const setting = others.filter(scope => effectsOn(scope).length > 0);
  state = changed && afterMethods(evaluation, changed, { constructors: methods.filter(isConstructor), others, setting }, use);
  if (reading === undefined || isConstructor(reading)) return state;
  return valueAt(lookup, reading, effectsOn(reading), { at: use.at, flow: true, decide }, state);
}

/** `engine.client = double` replaces what the constructor made; under a condition it may. */
export function withSet({ set = [] }: ClassUse, key: string, before: Value | undefined): Value | undefined {
  return set.reduce((state, { name, value, at }) => {
    if (name === undefined) return amongAll(value, at, key, state);
    if (name !== key) return state;
    if (value.kind !== 'optional') return value;
    return state === undefined ? value.item : choose(value.at, [value.item, state]);
  }, before);
}

/** `setattr(engine, name, value)`: a field that may be among those that are set by names which aren't written out. */
function amongAll(given: Value, at: Span, key: string, before: Value | undefined): Value | undefined {
  if (before === undefined) return undefined;
  const fields: Value = {
    kind: 'record',
    at,
    entries: [
      { key, value: before, at: before.at },
      { value: given, at },
    ],
  };
  return { kind: 'member', at, object: fields, key };
}

/** Of several constructors of one class those that were called, or else any one of them. */
function afterConstructors(
  evaluation: Evaluation,
  constructors: readonly Scope[],
  use: ClassUse,
  declared: Value | undefined,
  after: (scope: Scope, before: Value | undefined) => Value | undefined,
): Value | undefined {
  const isOverloaded = constructors.filter(scope => scope.name === 'constructor').length > 1;
  if (!isOverloaded) return constructors.reduce<Value | undefined>((state, scope) => after(scope, state), declared);
  const called = constructors.filter(scope => frameFor(evaluation, use.context, use.uri, scope.id) !== undefined);
  if (called.length > 0) return called.reduce<Value | undefined>((state, scope) => after(scope, state), declared);
  const ends = constructors.flatMap(scope => after(scope, declared) ?? []).filter(value => !isUnset(value));
  const [first] = ends;
  return first === undefined ? declared : choose(first.at, ends);
}

/** The type that a field is declared with: in the class or its constructor, or else where another method sets it. */
export function annotationOf(evaluation: Evaluation, type: Scope, use: ClassUse, key: string): Value | undefined {
  const { lookup } = evaluation;
  const within = (evaluation.codeOf(use.uri)?.scopes ?? []).filter(scope => scope.parent === type.id && scope.kind === 'function');
  const effects = [type, ...within.filter(isConstructor), ...within.filter(scope => !isConstructor(scope))].flatMap(scope => [
    ...lookup.effectsOnField(scope, key),
    ...(scope === type ? lookup.effectsOn(type, key) : []),
  ]);
  for (const effect of effects) if (effect.kind === 'assign' && effect.type !== undefined) return effect.type;
  return undefined;
}

function isConstructor(scope: Scope): boolean {
  return scope.name === '__new__' || scope.name === '__init__' || scope.name === 'constructor' || scope.name === '__post_init__';
}

function inherited(evaluation: Evaluation, parts: readonly ClassPart[], use: ClassUse, key: string): Value | undefined {
  for (const base of parts.flatMap(({ type }) => type.bases)) {
    const value = evaluation.evaluate(base, use.context);
    const summary = value.kind === 'class' ? evaluation.codeOf(value.at.uri) : undefined;
    const type = value.kind === 'class' ? summary?.scopes[value.scope] : undefined;
    if (summary === undefined || type === undefined) continue;
    const found = declaredField(evaluation, summary, type, { ...use, uri: summary.uri, scope: type.id }, key);
    if (found !== undefined) return found;
  }
  return undefined;
}
