import { entryOf } from '../link/entries';
import type { Entry, Value, ValueOf } from '../source/values';
import { jsonSource } from './json-source';

/** An options object, or an object of a package's class that only holds named values (`types.GenerateContentConfig(…)`). */
export function asRecord(value: Value): ValueOf<'record'> | undefined {
  if (value.kind === 'record') return value;
  // `given ?? { maxTokens: 1000 }`
  if (value.kind === 'param' && value.fallback?.kind === 'record') return spreading(value);
  if (value.kind !== 'call' || value.callee.kind !== 'external') return undefined;
  // `JSON.stringify(req.body)` says all that it is told, whatever that is.
  const source = jsonSource(value);
  if (source !== value) return source.kind === 'record' ? source : spreading(source);
  const entries = value.args.flatMap(({ name, value: given, at }): readonly Entry[] =>
    name !== undefined
      ? [{ key: name, value: given, at }]
      : given.kind === 'spread' || given.kind === 'record' || isOneOfRecords(given)
        ? [{ value: { kind: 'spread', at, value: given }, at }]
        : [],
  );
  return isAllItIsTold(value) ? { kind: 'record', at: value.at, entries } : spreading(value, entries);
}

/**
 * Of an object that a class or a struct makes. What a function gives may hold anything (`JSON.parse(text)`), and so may what a class's
 * own does, which C# writes with a capital (`Settings.For(question)`).
 */
function isAllItIsTold({ callee, literal, chained }: ValueOf<'call'>): boolean {
  const path = callee.kind === 'external' ? callee.path.slice(-2) : [];
  return literal || chained || (path.length > 0 && isClass(path.pop()) && !isClass(path.pop()));
}

function isClass(name: string | undefined): boolean {
  return name !== undefined && /^_*\p{Lu}/u.test(name);
}

/** `JSON.stringify(short ? { … } : { … })` */
function isOneOfRecords(value: Value): boolean {
  return value.kind === 'choice' && value.options.some(({ kind }) => kind === 'record');
}

/** The same of one of several (`short ? { … } : { … }`), each of which may set it. */
export function asOptions(value: Value): ValueOf<'record'> | undefined {
  const record = asRecord(value);
  if (value.kind !== 'choice') return record && settingsOf(record);
  const options = value.options.map(option => asRecord(option) ?? option);
  if (!options.some(({ kind }) => kind === 'record')) return undefined;
  return spreading({ ...value, options });
}

/** An options object that is made and then changed is a record of what it was made with and what was set. */
export function asSettings(value: Value): Value {
  if (value.kind === 'choice') return { ...value, options: value.options.map(asSettings) };
  return value.kind === 'record' ? settingsOf(value) : (asRecord(value) ?? value);
}

function settingsOf(record: ValueOf<'record'>): ValueOf<'record'> {
  if (!record.entries.some(({ value }) => value.kind === 'spread')) return record;
  const entries = record.entries.map(entry =>
    entry.value.kind === 'spread' ? { ...entry, value: { ...entry.value, value: asSettings(entry.value.value) } } : entry,
  );
  return { ...record, entries };
}

function spreading(value: Value, more: readonly Entry[] = []): ValueOf<'record'> {
  const { at } = value;
  return { kind: 'record', at, entries: [{ value: { kind: 'spread', at, value }, at }, ...more] };
}

/** An entry of a record, or of what is written like one. */
export function entryArgument(value: Value | undefined, key: string): Value | undefined {
  const record = value && asRecord(value);
  return record && entryOf(record, key).value;
}
