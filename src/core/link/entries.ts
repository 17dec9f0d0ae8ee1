import type { Value, ValueOf } from '../source/values';
import { choose, chooseOf } from './choose';
import { asksFor } from './given';
import { partOfParam } from './param-parts';
import { isNull } from './plain-values';

/** What a key of an evaluated record holds. */
export interface Found {
  /** A choice when several entries may set it. */
  readonly value?: Value;
  /** It may be missing all the same: every entry that sets it stands under a condition. */
  readonly sometimes: boolean;
  /** The condition asks for it: it is set where it isn't there. */
  readonly ifMissing?: boolean;
  /** Something unread, spread in later or instead, that may set it as well. */
  readonly open: Value | undefined;
}

const NOTHING: Found = { sometimes: false, open: undefined };

function oneOrMore(first: Value, options: readonly Value[]): Value {
  return options.length === 1 ? first : choose(first.at, options);
}

/** The entry a key means, the last one winning; one that is set under a condition leaves the ones before it possible. */
export function entryOf(record: ValueOf<'record'>, key: string): Found {
  const options: Value[] = [];
  let open: Value | undefined;
  let ifMissing = true;
  for (let index = record.entries.length - 1; index >= 0; index--) {
    const entry = record.entries[index];
    if (entry === undefined || (entry.key !== undefined && entry.key !== key)) continue;
    if (entry.removed) break;
    const found = entry.key === undefined ? inSpread(entry.value, key) : certain(entry.value);
    open ??= found.open;
    if (found.value === undefined) continue;
    options.unshift(found.value);
    ifMissing &&= found.ifMissing === true;
    if (!found.sometimes) return { value: oneOrMore(found.value, options), sometimes: false, open };
  }
  const [first] = options;
  return first === undefined ? { ...NOTHING, open } : { value: oneOrMore(first, options), sometimes: true, ifMissing, open };
}

function certain(value: Value): Found {
  if (value.kind !== 'optional') return { value, sometimes: false, open: undefined };
  return { value: value.item, sometimes: true, ifMissing: value.ifMissing === true, open: undefined };
}

function inSpread(spread: Value, key: string): Found {
  switch (spread.kind) {
    case 'spread':
      return inSpread(spread.value, key);
    case 'record':
      return entryOf(spread, key);
    case 'optional':
    case 'repeat':
      return { ...inSpread(spread.item, key), sometimes: true };
    case 'choice':
      return inChoice(spread, key);
    // Spreading false or null adds nothing.
    case 'scalar':
      return NOTHING;
    case 'param':
      return inDefault(spread, key);
    default:
      return { ...NOTHING, open: spread };
  }
}

/** `{ ...config }`, where `config = given ?? { model: "gpt-5.4" }`: what stands there unless something else is passed. */
function inDefault(param: ValueOf<'param'>, key: string): Found {
  const found = param.fallback?.kind === 'record' ? entryOf(param.fallback, key) : NOTHING;
  if (found.value === undefined) return { ...NOTHING, open: param };
  return { ...found, value: partOfParam(param, key, found.value) };
}

function inChoice(choice: ValueOf<'choice'>, key: string): Found {
  const each = choice.options.map(option => inSpread(option, key));
  if (each.every(({ value }) => value === undefined)) return { ...NOTHING, open: each.find(({ open }) => open !== undefined)?.open };
  // `config ?? { model: "gpt-5.4" }`: what is passed says the same of it as what stands in its place.
  const all = each.map((found, index) => {
    const option = choice.options[index];
    return found.value === undefined && option?.kind === 'param' ? certain(partOfParam(option, key, undefined)) : found;
  });
  const values = all.flatMap(({ value }) => value ?? []);
  const open = all.find(found => found.open !== undefined)?.open;
  const sometimes = values.length < all.length || all.some(found => found.sometimes);
  const conditions = [...(choice.under ?? []), ...(choice.condition === undefined ? [] : [choice.condition])];
  const ifMissing = conditions.some(condition => asksFor(condition, key, false));
  return { value: chooseOf(choice.at, choice, values), sometimes, ifMissing, open };
}

/** What stands under any of a record's keys, those included that are computed; undefined where something unread is spread into it. */
export function everyValue({ entries }: ValueOf<'record'>): readonly Value[] | undefined {
  const values = entries.flatMap(({ key, computed, value, removed }) => {
    if (removed) return [];
    const held = key === undefined ? computed?.value : value;
    return held?.kind === 'optional' ? [held.item] : (held ?? []);
  });
  return values.length === entries.filter(({ removed }) => !removed).length ? values : undefined;
}

/** Every key that a record may have, in the order of their first appearance. */
export function keysOf(value: Value): readonly string[] {
  if (value.kind === 'spread') return keysOf(value.value);
  if (value.kind === 'optional' || value.kind === 'repeat') return keysOf(value.item);
  if (value.kind === 'choice') return [...new Set(value.options.flatMap(keysOf))];
  if (value.kind !== 'record') return [];
  return [...new Set(value.entries.flatMap(entry => (entry.key === undefined ? keysOf(entry.value) : [entry.key])))];
}

/** What is spread into a record without being known; undefined when all of it is. */
export function openPart(value: Value): Value | undefined {
  switch (value.kind) {
    case 'spread':
      return openPart(value.value);
    case 'optional':
    case 'repeat':
      return openPart(value.item);
    case 'choice':
      return firstOpen(value.options);
    case 'record':
      return firstOpen(value.entries.flatMap(entry => (entry.key === undefined ? [entry.value] : [])));
    case 'scalar':
      return undefined;
    default:
      return isNull(value) ? undefined : value;
  }
}

function firstOpen(values: readonly Value[]): Value | undefined {
  for (const value of values) {
    const found = openPart(value);
    if (found !== undefined) return found;
  }
  return undefined;
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

/** What stands under a key of settings that are read from a file; undefined where they are no table. */
export function heldUnder(value: Value | undefined, key: string): Value | undefined {
  return value?.kind === 'record' ? entryOf(value, key).value : undefined;
}
