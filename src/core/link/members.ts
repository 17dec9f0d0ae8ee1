import type { Value, ValueOf } from '../source/values';
import { chooseByKey } from './by-caller';
import { choose, chooseOf } from './choose';
import { annotationsOf } from './class-annotations';
import { heldInDict } from './dict-classes';
import { djangoSetting } from './django-settings';
import { configured, isConfiguration, settingOfPackage } from './dotnet/configuration';
import { entryOf, everyValue, keysOf, openPart } from './entries';
import { enumMembers } from './enums';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import { fieldOf } from './fields';
import { flaskSetting } from './flask-settings';
import { ofGlobalObject } from './global-object';
import { heldType, isHolder } from './held-types';
import { hole } from './hole';
import { iniSection } from './ini-settings';
import { rowsLeft } from './keys-left';
import { lineageOf } from './lineage';
import { madeMember } from './made-members';
import { isMapping } from './mapping-types';
import { ofObject } from './object-members';
import { hasConstructor } from './objects';
import { isNull, plainText } from './plain-values';
import { putUnder } from './put-under';
import { hasRequiredField } from './required-fields';
import { lengthOf } from './text-parts';
import { areTypes } from './type-arguments';
import { workerVariable } from './worker-variables';

/** `object.key` of an evaluated object, as far as it is known; otherwise a member that stays a member. */
export function memberOf(evaluation: Evaluation, member: ValueOf<'member'>, object: Value, context: Context): Value {
  const { key, at } = member;
  switch (object.kind) {
    case 'record':
      return ofRecord(evaluation, member, object, context);
    case 'self':
    case 'instance':
      return ofObject(evaluation, member, object, context) ?? optionsIn(evaluation, member, object) ?? { ...member, object };
    case 'class':
      return fieldOf(evaluation, { uri: object.at.uri, scope: object.scope, context, at }, key) ?? { ...member, object };
    case 'external':
      return (
        workerVariable(evaluation, object, key, at) ??
        djangoSetting(evaluation, object, key, at) ??
        ofGlobalObject(evaluation, object, key, at) ??
        evaluation.exportOf(object.module, key, at) ?? { ...object, at, path: [...object.path, key] }
      );
    case 'param':
      return workerVariable(evaluation, object, key, at) ?? ofParam(evaluation, member, object, context);
    case 'choice': {
      const parts = object.options.map(option => memberOf(evaluation, member, option, context));
      const there = parts.filter(part => !isMissing(evaluation, part));
      return chooseOf(at, object, there.length > 0 ? there : parts);
    }
    // An enum's member and a reference to a text read alike.
    case 'text':
      return key === 'value' ? object : (lengthOf(evaluation, object, key, at) ?? { ...member, object });
    case 'call': {
      if (!object.literal)
        return (
          madeMember(evaluation, object, key, at, context) ??
          settingOfPackage(evaluation, object, key, at) ??
          (object === member.object ? member : { ...member, object })
        );
      return object.args.find(({ name }) => name === key)?.value ?? { kind: 'scalar', at, value: null };
    }
    case 'scalar':
      // `options?.model` of no options is nothing, too.
      if (object.written) return { kind: 'scalar', at: object.at, value: null };
      return key === 'value' || object.value === null ? object : { ...member, object };
    case 'hole':
      return { ...object, at, label: withKey(object.label, key).slice(0, 40) };
    default:
      return workerVariable(evaluation, object, key, at) ?? (object === member.object ? member : { ...member, object });
  }
}

/** `options.Value` of an `IOptions<T>`, which is lowered as its T. */
function optionsIn(evaluation: Evaluation, { key, at }: ValueOf<'member'>, object: Value): Value | undefined {
  if (key !== 'Value' && key !== 'CurrentValue') return undefined;
  return evaluation.codeOf(at.uri)?.language === 'csharp' ? object : undefined;
}

/** A field that no class above an object sets: where one of several objects has it, that is the one that is read. */
function isMissing(evaluation: Evaluation, part: Value): boolean {
  if (part.kind !== 'member' || part.object.kind !== 'instance') return false;
  const { others, whole } = lineageOf(evaluation, part.object.at.uri, part.object.scope, NO_CONTEXT);
  return whole && others.every(base => base.kind === 'external' && (base.module === 'abc' || base.module === 'global'));
}

/** Whether a class is, at last, one of an SDK's, or made one by an annotation: what it doesn't define itself is the SDK's. */
function extendsPackage(evaluation: Evaluation, { at, scope }: ValueOf<'class'>): boolean {
  const isPackage = (value: Value) => value.kind === 'external' && value.module !== 'global' && evaluation.isPackage(value.module);
  const { classes, others } = lineageOf(evaluation, at.uri, scope, NO_CONTEXT);
  const annotated = classes.some(type =>
    annotationsOf(evaluation, type.uri, type.scope.id).some(value => isPackage(value.kind === 'call' ? value.callee : value)),
  );
  return annotated || others.some(isPackage);
}

function ofRecord(evaluation: Evaluation, member: ValueOf<'member'>, object: ValueOf<'record'>, context: Context): Value {
  const { key, at } = member;
  const entry = entryOf(object, key);
  const unread = entry.open && partOfUnread(evaluation, member, entry.open, context);
  const missing: Value = { kind: 'scalar', at, value: null };
  const closed = object.entries.slice(1).every(({ key: own, value }) => own !== undefined || openPart(value) === undefined);
  const base = () => memberOfBase(evaluation, member, object, closed, context);
  if (entry.value === undefined) {
    const before = base();
    // What is put into an object by names that aren't in sight is data: its methods stay what they are.
    if (before === undefined || closed || before.kind === 'function' || unread === undefined) return before ?? unread ?? missing;
    return choose(at, [before, unread]);
  }
  if (!entry.sometimes && unread === undefined) return entry.value;
  const otherwise = base();
  if (otherwise !== undefined) return choose(at, [otherwise, entry.value, ...(closed || unread === undefined ? [] : [unread])]);
  return choose(at, [entry.value, ...(entry.sometimes ? [missing] : []), ...(unread === undefined ? [] : [unread])]);
}

/** `{ ...defaults, ...options }.model`, where options are a parameter: a part of that. */
export function partOfUnread(evaluation: Evaluation, member: ValueOf<'member'>, open: Value, context: Context): Value {
  if (open.kind === 'param' || (open.kind === 'hole' && open.volatility === 'deploy')) return memberOf(evaluation, member, open, context);
  return hole(member.at, member.key, 'comes from a value that could not be read');
}

/** `openai.api_key = key` leaves all else of the module as it was; so does `{ ...base, key: 1 }`. `closed`: nothing unread is put in. */
function memberOfBase(
  evaluation: Evaluation,
  member: ValueOf<'member'>,
  record: ValueOf<'record'>,
  closed: boolean,
  context: Context,
): Value | undefined {
  const [first] = record.entries;
  const base = first !== undefined && first.key === undefined && first.value.kind === 'spread' ? first.value.value : undefined;
  if (base === undefined || base.kind === 'hole' || (!closed && base.kind !== 'instance' && base.kind !== 'self')) return undefined;
  const found = memberOf(evaluation, member, base, context);
  // `model.max_tokens = 50` before `model.invoke(…)`: a method of the object as it is now.
  return found.kind === 'member' && found.object === base ? { ...member, object: record } : found;
}

/** A part of what a caller passes comes from the caller as well; a typed object has its class's methods. */
function ofParam(evaluation: Evaluation, member: ValueOf<'member'>, object: ValueOf<'param'>, context: Context): Value {
  const { type, fallback } = object;
  const held = heldType(type, member.key);
  // A framework makes it: no code of the project passes it.
  if (held !== undefined) return { ...partOf(member, object), type: held, outside: true };
  // An enum's member reads like its value.
  if (member.key === 'value' && (fallback?.kind === 'text' || fallback?.kind === 'scalar')) return { ...partOf(member, object), fallback };
  if (type?.kind === 'class') {
    const found = ofObject(evaluation, member, { kind: 'self', at: type.at, scope: type.scope }, context);
    if (found?.kind === 'param' && found.type !== undefined) return { ...partOf(member, object), type: found.type };
    if (found === undefined && extendsPackage(evaluation, type)) return { ...member, object };
    if (found === undefined || found.kind === 'function' || hasConstructor(evaluation, type)) return found ?? partOf(member, object);
    // A field of a data class: whoever made the object may have passed another value.
    const isPlain = found.kind === 'text' || found.kind === 'scalar';
    const saysNothing = isPlain && (fallback === undefined || isNull(fallback)) && hasRequiredField(evaluation, type);
    return saysNothing ? partOf(member, object) : { ...partOf(member, object), fallback: found };
  }
  // `client: OpenAI | AzureOpenAI`
  const types = type?.kind === 'choice' ? type.options : type === undefined ? [] : [type];
  if (types.length > 0 && types.every(isOfPackage)) return { ...member, object };
  const like = fallback ?? type;
  const method =
    like?.kind === 'instance'
      ? ofObject(evaluation, member, like, context)
      : like?.kind === 'record'
        ? entryOf(like, member.key).value
        : undefined;
  if (method?.kind === 'function') return method;
  const isItem = fallback?.kind === 'list' && itemOf(fallback, member.key) !== undefined;
  const made = fallback !== undefined && fallback.kind !== 'record' && fallback.kind !== 'scalar' && !isItem;
  return made ? { ...member, object } : partOf(member, object);
}

function isOfPackage(type: Value): boolean {
  return type.kind === 'call' || (type.kind === 'external' && (type.module !== 'global' || isConfiguration(type)) && !isMapping(type));
}

function partOf({ key, at }: ValueOf<'member'>, { type: _, fallback, ...object }: ValueOf<'param'>): ValueOf<'param'> {
  const entry = fallback?.kind === 'record' ? entryOf(fallback, key).value : fallback?.kind === 'list' ? itemOf(fallback, key) : undefined;
  // A pattern that is taken apart in the body has its source for a name.
  const name = object.name.startsWith('{') ? key : withKey(object.name, key);
  return { ...object, at, name, ...(entry === undefined ? {} : { fallback: entry }) };
}

function itemOf(list: ValueOf<'list'>, key: string): Value | undefined {
  return isFixed(list) && /^-?\d+$/.test(key) ? list.items.at(Number(key)) : undefined;
}

function withKey(name: string, key: string): string {
  return /^-?\d+$/.test(key) ? `${name}[${key}]` : `${name}.${key}`;
}

/** `object[key]`: look-up tables, lists, environment. */
export function indexOf(evaluation: Evaluation, index: ValueOf<'index'>, object: Value, key: Value, context: Context): Value {
  const { at } = index;
  const name = plainText(key);
  const setting = configured(evaluation, object, key, at) ?? (name === undefined ? undefined : flaskSetting(evaluation, object, name, at));
  if (setting !== undefined) return setting;
  if (object.kind === 'choice' || key.kind === 'choice') {
    const of = object.kind === 'choice' ? object : key;
    const each = ofEach(evaluation, index, object, key, context);
    return of.kind === 'choice' ? chooseOf(at, of, each) : choose(at, each);
  }
  // `options?.['model']` of no options is nothing, too.
  if (object.kind === 'scalar' && object.value === null) return object;
  if (object.kind === 'class') {
    const named = name === undefined ? undefined : fieldOf(evaluation, { uri: object.at.uri, scope: object.scope, context, at }, name);
    const members = named === undefined ? enumMembers(evaluation, object) : [named];
    if (members !== undefined) return chooseByKey(at, key, members);
  }
  const put = object.kind === 'record' ? putUnder(evaluation, object, { key: index.key, name, at }, context) : undefined;
  if (put !== undefined) return put;
  if (name !== undefined && (object.kind === 'record' || object.kind === 'param' || object.kind === 'hole'))
    return memberOf(evaluation, { kind: 'member', at, object, key: name }, object, context);
  const left = object.kind === 'record' && object.entries.length > 0 ? rowsLeft(evaluation, index, object, context) : undefined;
  if (left !== undefined) return chooseByKey(at, key, left);
  const all = object.kind === 'record' && object.entries.length > 0 ? everyValue(object) : undefined;
  if (all !== undefined) return chooseByKey(at, key, all);
  if (object.kind === 'record' && object.entries.length > 0 && openPart(object) === undefined)
    return chooseByKey(at, key, valuesOf(object));
  if (object.kind === 'list' && key.kind === 'scalar' && typeof key.value === 'number') {
    const fixed = isFixed(object);
    const item = object.items[key.value < 0 ? object.items.length + key.value : key.value];
    if (fixed && item !== undefined) return item;
  }
  // Any of the items, when all are known.
  if (object.kind === 'list' && object.items.length > 0 && key.kind !== 'scalar' && isFixed(object))
    return chooseByKey(at, key, object.items);
  if (object.kind === 'external' && name !== undefined) return { ...object, at, path: [...object.path, name] };
  const held = name === undefined ? undefined : (heldInDict(evaluation, object, name, at) ?? iniSection(evaluation, object, name, at));
  if (held !== undefined) return held;
  // `Agent[Deps, str](…)` makes what `Agent(…)` makes.
  return !isHolder(object) && (object.kind === 'external' || object.kind === 'class') && areTypes(key) ? object : { ...index, object, key };
}

/** Every key of every object: of large tables there are many more than anybody wants. */
function* ofEach(evaluation: Evaluation, index: ValueOf<'index'>, object: Value, key: Value, context: Context): Iterable<Value> {
  const keys = key.kind === 'choice' ? key.options : [key];
  for (const one of object.kind === 'choice' ? object.options : [object])
    for (const each of keys) yield indexOf(evaluation, index, one, each, context);
}

/** Whether a list's length is known. */
function isFixed(list: ValueOf<'list'>): boolean {
  return list.items.every(item => item.kind !== 'spread' && item.kind !== 'repeat' && item.kind !== 'optional');
}

/** What stands under any of a record's keys. */
export function valuesOf(record: ValueOf<'record'>): readonly Value[] {
  const { entries } = record;
  const isPlain = entries.every(
    ({ key, value, removed }) => key !== undefined && !removed && value.kind !== 'choice' && value.kind !== 'optional',
  );
  if (isPlain && new Set(entries.map(({ key }) => key)).size === entries.length) return entries.map(({ value }) => value);
  return keysOf(record).flatMap(key => entryOf(record, key).value ?? []);
}
