import { configured } from '../link/builders';
import { annotationsOf } from '../link/class-annotations';
import { entryOf, keysOf } from '../link/entries';
import type { Context, Evaluation } from '../link/evaluation';
import { asDefaults } from '../link/made-by-default';
import { objectsMadeWith } from '../link/made-with';
import { madeText } from '../source/made-values';
import type { Span } from '../source/span';
import type { Argument, Value, ValueOf } from '../source/values';
import { inherited, splits } from './callee-splits';
import { construct } from './constructed';
import { exportPath, makerOf } from './exports';
import { withHanded } from './handed';
import { pathOf, SAME_OBJECT_METHODS } from './path-steps';
import type { Sdk } from './sdk';
import type { ArgumentLayer, SdkObject } from './sdk-call';
import type { SdkIndex } from './sdk-index';
import { ofSubclass } from './subclass-objects';

export interface Search {
  readonly evaluation: Evaluation;
  readonly context: Context;
  readonly sdks: SdkIndex;
  /** Where the call is written, whose callee may have been made elsewhere. */
  readonly written?: Span;
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
  const { callee } = call;
  // `client_class=OpenAI`, then `client_class(api_key=…)`: another class may be passed, which speaks the same.
  if (callee.kind === 'param' && callee.fallback !== undefined)
    return made(search, { ...call, callee: callee.fallback }).map(object => ({ ...object, unseen: true }));
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
  const byDefault = param.fallback === undefined ? whereMade(search, param, types) : objectsOf(search, param.fallback);
  const defaults = byDefault.map(object => asDefault(object, param));
  // Of objects without a model's name whoever makes them is asked, one by one.
  const isTold =
    param.fallback !== undefined ||
    defaults.every(({ layers }) => layers.some(({ args }) => args.some(({ value }) => isNamedBy(param, value))));
  return defaults.length > 0 && isTold ? defaults : typed;
}

function isNamedBy(param: ValueOf<'param'>, value: Value): boolean {
  if (value.kind === 'record') return value.entries.some(entry => isNamedBy(param, entry.value));
  return value.kind === 'param' && value.at === param.at && value.fallback?.kind === 'text';
}

/** What objects of a class are made with for a parameter of an SDK's type, if all of that is in sight. */
function whereMade(search: Search, param: ValueOf<'param'>, types: readonly Value[]): readonly SdkObject[] {
  const isOfSdk = types.some(type => type.kind === 'external' && search.sdks.ofModule(type.module).length > 0);
  if (!isOfSdk) return [];
  const { evaluation } = search;
  const found = evaluation.once(`objects made with ${param.at.uri}#${param.scope}.${param.name}`, () =>
    objectsMadeWith(evaluation, param)?.map(value => objectsOf(search, value)),
  );
  return found?.every(objects => objects.length > 0) ? found.flat() : [];
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

/** What an object that is made for a parameter says of model and cap holds where nobody passes another. */
function asDefault(object: SdkObject, param: ValueOf<'param'>): SdkObject {
  const asked = new Set(object.sdk.calls.flatMap(({ model, cap }) => [...model, ...cap]));
  const layers = object.layers.map(layer => ({
    ...layer,
    args: asDefaults(layer.args, param, ({ name }, index) => asked.has(name ?? layer.positional[index] ?? '')),
  }));
  return { ...object, layers };
}

/** `model.max_tokens = 50`: the object with what was set on it later. */
function changed(search: Search, { entries }: ValueOf<'record'>): readonly SdkObject[] {
  const [first, ...set] = entries;
  if (first === undefined || first.key !== undefined || first.value.kind !== 'spread') return [];
  const named = set.flatMap(({ key, value, at }) => (key === undefined ? setInBranches(value) : [{ name: key, value, at }]));
  const surely = named.filter(({ value }) => value.kind !== 'optional');
  const all = named.map(({ value, ...argument }): Argument => ({ ...argument, value: value.kind === 'optional' ? value.item : value }));
  return objectsOf(search, first.value.value).flatMap(object =>
    (surely.length < all.length ? [surely, all] : [all]).map(args => ({ ...object, layers: [...object.layers, { args, positional: [] }] })),
  );
}

/** What branches set, of which one is taken: `if base != "" { config.BaseURL = base } else { config.BaseURL = own }`. */
function setInBranches(value: Value): readonly (Argument & { readonly name: string })[] {
  if (value.kind !== 'spread' || value.value.kind !== 'choice') return [];
  const { at } = value;
  const branches: ValueOf<'record'> = { kind: 'record', at, entries: [{ value, at }] };
  return keysOf(branches).flatMap(name => {
    const { value: held, sometimes } = entryOf(branches, name);
    return held === undefined ? [] : [{ name, value: sometimes ? { kind: 'optional' as const, at, item: held } : held, at }];
  });
}

/** Steps put behind each other, of which an SDK knows one: what they are together is made of all of them. `first`: what the first of them is. */
function piped(search: Search, first: readonly SdkObject[], steps: readonly Value[]): readonly SdkObject[] {
  const isPipe = (object: SdkObject) => object.sdk.pipes !== undefined;
  const known =
    first.find(isPipe) ??
    steps
      .slice(1)
      .flatMap(step => objectsOf(search, step))
      .find(isPipe) ??
    // `{"question": prompt | llm} | retrieve`: what runs beside each other as one step.
    steps
      .flatMap(step => (step.kind === 'record' ? step.entries : []))
      .flatMap(({ value }) => objectsOf(search, value))
      .find(isPipe);
  if (known?.sdk.pipes === undefined) return [];
  const args = steps.map((value): Argument => ({ value, at: value.at }));
  return [
    { sdk: known.sdk, kind: known.sdk.pipes, name: undefined, provider: undefined, layers: [{ args, positional: [] }], unseen: false },
  ];
}
