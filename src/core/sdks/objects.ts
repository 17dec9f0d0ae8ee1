import { configured } from '../link/builders';
import { annotationsOf } from '../link/class-annotations';
import { isOfDoublesClass } from '../link/doubles';
import { type Context, type Evaluation, NO_CONTEXT, scopeOf } from '../link/evaluation';
import { declaredFields } from '../link/fields';
import { lineageOf, MOST_BASES } from '../link/lineage';
import { argsForBase, keptKeywords } from '../link/objects';
import { madeText } from '../source/made-values';
import type { Argument, Value, ValueOf } from '../source/values';
import { asked } from './asked';
import { exportPath, makerOf, wrappedArgument } from './exports';
import { FREE, withHanded } from './handed';
import { pathOf, SAME_OBJECT_METHODS } from './path-steps';
import type { Sdk } from './sdk';
import type { ArgumentLayer, SdkObject } from './sdk-call';
import type { SdkIndex } from './sdk-index';

export interface Search {
  readonly evaluation: Evaluation;
  readonly context: Context;
  readonly sdks: SdkIndex;
}

/** A callee taken apart: what it is a member of, and by which steps. */
export interface Split {
  readonly base: Value;
  readonly steps: readonly string[];
}

/** `ProjectRunner.run` of `class ProjectRunner(Runner)` is `Runner.run`, where no class of the project has it. */
export function inherited({ evaluation, sdks }: Search, callee: Value): Value {
  if (callee.kind !== 'member' || callee.object.kind !== 'class') return callee;
  const { at, scope } = callee.object;
  const { others } = lineageOf(evaluation, at.uri, scope, NO_CONTEXT);
  const above = others.find(base => base.kind === 'external' && sdks.ofModule(base.module).length > 0);
  return above?.kind === 'external' ? { ...above, at: callee.at, path: [...above.path, callee.key] } : callee;
}

/** All ways to take a callee apart, the longest base first: `a.b.c` is `a.b.c`, `c` of `a.b`, `b.c` of `a`. */
export function splits(callee: Value): readonly Split[] {
  const found: Split[] = [{ base: callee, steps: [] }];
  for (let { base, steps } = { base: callee, steps: [] as readonly string[] }; ; ) {
    if (base.kind === 'member') {
      steps = [base.key, ...steps];
      base = base.object;
    } else if (base.kind === 'external' && base.path.length > 0) {
      steps = [...base.path.slice(-1), ...steps];
      base = { ...base, path: base.path.slice(0, -1) };
    } else return base.kind === 'call' && base.args.length === 0 ? [...found, ...throughAccessors(base, steps)] : found;
    found.push({ base, steps });
  }
}

/** `client.chat().completions().create`: methods without arguments lead to a part of an object like members do. Only what they begin with counts. */
function throughAccessors(call: Value, from: readonly string[]): readonly Split[] {
  let [base, steps] = [call, from];
  for (;;) {
    if (base.kind === 'call' && base.args.length === 0 && base.callee.kind === 'member') base = base.callee;
    else if (base.kind === 'member') {
      steps = [base.key, ...steps];
      base = base.object;
    } else return [{ base, steps }];
  }
}

/** The SDK objects that an evaluated value may be; what is nothing known among its candidates (`None` until set) adds nothing. */
export function objectsOf(search: Search, value: Value): readonly SdkObject[] {
  switch (value.kind) {
    case 'choice':
      return value.options.flatMap(option => objectsOf(search, option));
    case 'external':
      return search.sdks.ofModule(value.module).flatMap(sdk => exported(sdk, value));
    case 'call':
      return made(search, value);
    case 'param':
      return ofParam(search, value);
    case 'instance':
    case 'self':
      return ofSubclass(search, value);
    case 'record':
      return changed(search, value);
    case 'index':
      // `plugin["Summarize"]`
      return objectsOf(search, value.object).flatMap(object => byMethod(search, object, ['[]'], [{ value: value.key, at: value.key.at }]));
    case 'operation':
      return value.operator === '|' ? piped(search, objectsOf(search, value.left), [value.left, value.right]) : [];
    default:
      return [];
  }
}

/** A module, or an export that is an object by itself. */
function exported(sdk: Sdk, value: ValueOf<'external'>): readonly SdkObject[] {
  const path = exportPath(value, sdk);
  if (path === undefined) return [];
  const base = { sdk, layers: [], unseen: false };
  const found = makerOf(sdk, path, value.module);
  if (found?.maker.is !== undefined) {
    const { is: kind, provider, defaultModel } = found.maker;
    return [{ ...base, kind, name: found.name, provider, layers: defaultModel === undefined ? [] : [modelOf(value, defaultModel)] }];
  }
  return path.length === 0 ? [{ ...base, kind: sdk.moduleIs ?? 'module', name: undefined, provider: undefined }] : [];
}

/** What an export that stands for a model says. */
function modelOf({ at }: Value, model: string): ArgumentLayer {
  return { args: [{ name: 'model', value: madeText(model, at), at }], positional: [] };
}

function made(search: Search, call: ValueOf<'call'>): readonly SdkObject[] {
  for (const { base, steps } of splits(inherited(search, call.callee))) {
    const constructed =
      steps.length === 0 && base.kind === 'external'
        ? search.sdks.ofModule(base.module).flatMap(sdk => construct(search, sdk, base, call.args))
        : [];
    if (constructed.length > 0) return constructed;
    // Once for each base: a chain of calls would double the work with each link.
    const objects = objectsOf(search, base);
    const [last = '', ...others] = steps;
    if (others.length === 0 && SAME_OBJECT_METHODS.has(last) && objects.length > 0 && !objects.some(tellsOf(last))) return objects;
    const found =
      others.length === 0 && last === 'pipe'
        ? piped(search, objects, [base, ...call.args.map(argument => argument.value)])
        : objects.flatMap(object => byMethod(search, object, steps, call.args));
    if (found.length > 0) return found;
    // A statement's call that no table knows may have told it anything.
    if (call.told && others.length === 0 && objects.length > 0) return objects.map(object => ({ ...object, unseen: true }));
  }
  return [];
}

/** Whether an SDK reads what such a method is told. */
function tellsOf(method: string): (object: SdkObject) => boolean {
  return ({ sdk }) => sdk.methods?.some(({ path }) => path === method) === true;
}

function construct(search: Search, sdk: Sdk, type: ValueOf<'external'>, args: readonly Argument[] | undefined): readonly SdkObject[] {
  const path = exportPath(type, sdk);
  const found = path === undefined ? undefined : makerOf(sdk, path, type.module);
  if (found === undefined) return [];
  const { name, maker } = found;
  if (maker.wraps !== undefined) {
    const wrapped = wrappedArgument(maker, args ?? []);
    const objects = wrapped === undefined ? [] : objectsOf(search, wrapped);
    const around = maker.around === undefined ? objects : objects.map(object => maker.around?.(object, args ?? []) ?? object);
    return wrapped === undefined ? [] : wrapping(sdk, name, maker.makes, around);
  }
  if (maker.makes === undefined || (args !== undefined && maker.when?.(args) === false)) return [];
  const told = args === undefined || maker.asked === undefined ? args : asked(search, args, maker.asked);
  const layers = told === undefined ? [] : [{ args: told, positional: maker.positional ?? [] }];
  const stated: SdkObject = {
    ...{ sdk, kind: maker.makes, name, provider: maker.provider, layers, unseen: args === undefined },
    ...(maker.defaultModel === undefined ? {} : { defaultModel: maker.defaultModel }),
  };
  return withHanded(maker.gives?.(stated) ?? stated, maker.objects ?? [], value => objectsOf(search, value));
}

/** What gives back what it wraps: with calls of its own where it has some (`makes`) that the wrapped object doesn't have anyway. */
function wrapping(sdk: Sdk, name: string, makes: string | undefined, wrapped: readonly SdkObject[]): readonly SdkObject[] {
  if (makes === undefined) return wrapped;
  const [first] = wrapped;
  const known = new Set(wrapped.flatMap(object => object.sdk.calls.map(({ path }) => path)));
  const calls = sdk.calls.filter(({ path }) => !known.has(path));
  const { provider, layers } = first ?? { provider: undefined, layers: [] };
  return [...wrapped, { sdk: { ...sdk, calls }, kind: makes, name, provider, layers, unseen: false }];
}

function byMethod(search: Search, object: SdkObject, steps: readonly string[], args: readonly Argument[]): readonly SdkObject[] {
  const path = pathOf(steps);
  const method = object.sdk.methods?.find(each => each.on === object.kind && each.path === path);
  if (method === undefined) return [];
  const told = configured(search.evaluation, args, search.context);
  const layers = [...object.layers, { args: told, positional: method.positional ?? [] }];
  const made = { ...object, kind: method.makes, provider: method.provider ?? object.provider, layers };
  const find = (value: Value) => objectsOf(search, value);
  return method.gives === undefined ? withHanded(made, method.objects ?? [], find) : method.gives(made, find);
}

function ofParam(search: Search, param: ValueOf<'param'>): readonly SdkObject[] {
  const types = param.type?.kind === 'choice' ? param.type.options : param.type === undefined ? [] : [param.type];
  const typed = types.flatMap(type => {
    if (type.kind === 'external')
      return search.sdks.ofModule(type.module).flatMap(sdk => construct(search, sdk, type, undefined).map(object => passed(object, param)));
    if (type.kind === 'call') return objectsOf(search, type).map(object => passed(object, param));
    if (type.kind !== 'class') return [];
    const inherited = ofSubclass(search, { kind: 'self', at: type.at, scope: type.scope });
    return inherited.length > 0 ? inherited : ofDecorated(search, type);
  });
  return typed.length > 0 || param.fallback === undefined ? typed : objectsOf(search, param.fallback);
}

/** `@AiService interface Assistant`, `@Agent String plan(…)`: an SDK makes the object that is asked for by this type. */
function ofDecorated(search: Search, type: ValueOf<'class'>): readonly SdkObject[] {
  return annotationsOf(search.evaluation, type.at.uri, type.scope).flatMap(decorator => {
    const callee = decorator.kind === 'call' ? decorator.callee : decorator;
    if (callee.kind !== 'external') return [];
    const args = [
      { name: 'type', value: type, at: type.at },
      ...(decorator.kind === 'call' ? decorator.args.filter(each => each.name !== undefined) : []),
    ];
    return search.sdks.ofModule(callee.module).flatMap(sdk => construct(search, sdk, callee, args));
  });
}

/** Where a class fixes the model, whoever passes its object decides about it. */
function passed(object: SdkObject, param: ValueOf<'param'>): SdkObject {
  const fixes = object.name !== undefined && object.sdk.makers[object.name]?.fixesModel !== undefined;
  const paths = object.sdk.calls.find(({ on = 'client' }) => on === object.kind)?.model ?? [];
  const name = paths.includes('model') ? 'model' : (paths.find(path => !path.includes('.')) ?? 'model');
  return fixes ? { ...object, layers: [{ args: [{ name, value: param, at: param.at }], positional: [] }] } : object;
}

/** `class Short(ChatOpenAI): max_tokens = 50` makes such a model with what the class and its constructors say. */
function ofSubclass(search: Search, object: ValueOf<'instance'> | ValueOf<'self'>): readonly SdkObject[] {
  const { evaluation, context } = search;
  const made = constructedAbove(search, object, 0);
  if (made.length === 0) return [];
  if (isOfDoublesClass(evaluation, object)) return made.map(each => ({ ...each, kind: FREE }));
  const own = [declaredFields(evaluation, object, context), keptKeywords(evaluation, object)].map(args => ({ args, positional: [] }));
  return made.map(each => ({ ...each, layers: [...own, ...each.layers] }));
}

function constructedAbove(search: Search, object: ValueOf<'instance'> | ValueOf<'self'>, depth: number): readonly SdkObject[] {
  const { evaluation, context } = search;
  return (scopeOf(evaluation, object.at.uri, object.scope)?.bases ?? []).flatMap(base => {
    const type = evaluation.evaluate(base, context);
    if (type.kind !== 'external' && (type.kind !== 'class' || depth > MOST_BASES)) return [];
    const args = argsForBase(evaluation, object, context);
    if (type.kind === 'external') return search.sdks.ofModule(type.module).flatMap(sdk => construct(search, sdk, type, args));
    const place = { at: type.at, scope: type.scope };
    return constructedAbove(search, args === undefined ? { kind: 'self', ...place } : { kind: 'instance', ...place, args }, depth + 1);
  });
}

/** `model.max_tokens = 50`: the object with what was set on it later. */
function changed(search: Search, { entries }: ValueOf<'record'>): readonly SdkObject[] {
  const [first, ...set] = entries;
  if (first === undefined || first.key !== undefined || first.value.kind !== 'spread') return [];
  const named = set.flatMap(({ key, value, at }) => (key === undefined ? [] : [{ name: key, value, at }]));
  const surely = named.filter(({ value }) => value.kind !== 'optional');
  const all = named.map(({ value, ...argument }): Argument => ({ ...argument, value: value.kind === 'optional' ? value.item : value }));
  return objectsOf(search, first.value.value).flatMap(object =>
    (surely.length < all.length ? [surely, all] : [all]).map(args => ({ ...object, layers: [...object.layers, { args, positional: [] }] })),
  );
}

/** Steps put behind each other, of which an SDK knows one: what they are together is made of all of them. `first`: what the first of them is. */
function piped(search: Search, first: readonly SdkObject[], steps: readonly Value[]): readonly SdkObject[] {
  const isPipe = (object: SdkObject) => object.sdk.pipes !== undefined;
  const known =
    first.find(isPipe) ??
    steps
      .slice(1)
      .flatMap(step => objectsOf(search, step))
      .find(isPipe);
  if (known?.sdk.pipes === undefined) return [];
  const args = steps.map((value): Argument => ({ value, at: value.at }));
  return [
    { sdk: known.sdk, kind: known.sdk.pipes, name: undefined, provider: undefined, layers: [{ args, positional: [] }], unseen: false },
  ];
}
