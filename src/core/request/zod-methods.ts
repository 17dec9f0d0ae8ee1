import { entryOf, keysOf } from '../link/entries';
import type { Span } from '../source/span';
import type { Value, ValueOf } from '../source/values';
import { type Made, type Making, of, record, saying, word, words } from './zod-parts';

/** What a bound is called in JSON, by the type that it bounds. */
const BOUNDS: Readonly<Record<string, { readonly text?: string; readonly list?: string; readonly number?: string }>> = {
  min: { text: 'minLength', list: 'minItems', number: 'minimum' },
  max: { text: 'maxLength', list: 'maxItems', number: 'maximum' },
  gte: { number: 'minimum' },
  lte: { number: 'maximum' },
  gt: { number: 'exclusiveMinimum' },
  lt: { number: 'exclusiveMaximum' },
  multipleOf: { number: 'multipleOf' },
  step: { number: 'multipleOf' },
};

const FORMATS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(['email', 'uuid', 'guid', 'cuid', 'cuid2', 'ulid', 'nanoid', 'base64', 'date', 'time'].map(name => [name, name])),
  url: 'uri',
  datetime: 'date-time',
  ip: 'ipv4',
};

/** The schema as a method changes it (`.optional()`, `.describe('…')`, `.min(1)`); a method that JSON has no word for leaves it as it is. */
export function changedByMethod(
  before: Made,
  method: string,
  args: readonly Value[],
  at: Span,
  { inner, fields }: Making,
): Made | undefined {
  const { json } = before;
  const [first] = args;
  const bound = BOUNDS[method];
  const format = FORMATS[method];
  const says = (...entries: readonly (readonly [string, Value])[]): Made => ({ ...before, json: saying(json, ...entries) });
  if (bound !== undefined && first !== undefined) {
    const name = typeOf(json) === 'string' ? bound.text : typeOf(json) === 'array' ? bound.list : bound.number;
    return name === undefined ? before : says([name, first]);
  }
  if (format !== undefined) return says(['format', word(format, at)]);
  switch (method) {
    case 'optional':
      return { ...before, optional: true };
    case 'nullable':
      return { ...before, json: orNull(json) };
    case 'nullish':
      return { json: orNull(json), optional: true };
    case 'default':
    case 'prefault':
      return first === undefined || first.kind === 'function' ? before : { ...says(['default', first]), optional: true };
    case 'describe':
      return first && says(['description', first]);
    case 'meta':
      return first?.kind === 'record' ? says(...entriesOf(first).filter(([key]) => key !== 'id')) : before;
    case 'int':
      return says(['type', word('integer', at)]);
    case 'array':
      return { json: record(at, ['type', word('array', at)], ['items', json]) };
    case 'or':
      return first && { json: record(at, ['anyOf', of([json, inner(first).json], at)]) };
    case 'and':
      return first && { json: record(at, ['allOf', of([json, inner(first).json], at)]) };
    case 'extend':
    case 'safeExtend':
    case 'augment':
    case 'merge':
      return first && merged(json, fields(first).json);
    case 'pick':
    case 'omit':
      return first && ofFields(json, name => (entryOf(asRecord(first), name).value !== undefined) === (method === 'pick'));
    case 'partial':
    case 'deepPartial':
      return says(['required', words([], at)]);
    case 'required':
      return json.kind === 'record' ? says(['required', words(keysOf(propertiesOf(json)), at)]) : before;
    default:
      return before;
  }
}

function typeOf(json: Value): string | undefined {
  const type = json.kind === 'record' ? entryOf(json, 'type').value : undefined;
  return type?.kind === 'text' ? type.text.text : undefined;
}

function orNull(json: Value): Value {
  return record(json.at, ['anyOf', of([json, record(json.at, ['type', word('null', json.at)])], json.at)]);
}

function asRecord(value: Value): ValueOf<'record'> {
  return value.kind === 'record' ? value : record(value.at);
}

function entriesOf(value: ValueOf<'record'>): readonly (readonly [string, Value])[] {
  return value.entries.flatMap(({ key, value: own }) => (key === undefined ? [] : [[key, own] as const]));
}

function propertiesOf(json: ValueOf<'record'>): ValueOf<'record'> {
  return asRecord(entryOf(json, 'properties').value ?? json);
}

function requiredOf(json: ValueOf<'record'>): readonly string[] {
  const required = entryOf(json, 'required').value;
  return required?.kind === 'list' ? required.items.flatMap(item => (item.kind === 'text' ? [item.text.text] : [])) : [];
}

/** The fields of both, the later ones counting; undefined where one of them isn't seen. */
function merged(base: Value, more: Value): Made | undefined {
  if (base.kind !== 'record' || more.kind !== 'record') return undefined;
  const [own, added] = [propertiesOf(base), propertiesOf(more)];
  const names = keysOf(added);
  const properties = { ...own, entries: [...own.entries.filter(({ key }) => key === undefined || !names.includes(key)), ...added.entries] };
  const required = [...requiredOf(base).filter(name => !names.includes(name)), ...requiredOf(more)];
  return { json: saying(base, ['properties', properties], ['required', words(required, base.at)]) };
}

function ofFields(json: Value, takes: (name: string) => boolean): Made | undefined {
  if (json.kind !== 'record') return undefined;
  const all = propertiesOf(json);
  const properties = { ...all, entries: all.entries.filter(({ key }) => key === undefined || takes(key)) };
  return { json: saying(json, ['properties', properties], ['required', words(requiredOf(json).filter(takes), json.at)]) };
}
