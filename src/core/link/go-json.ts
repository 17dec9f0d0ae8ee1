import type { Entry, Value, ValueOf } from '../source/values';
import { type Evaluation, scopeOf } from './evaluation';
import { mapGiven } from './set-in-branches';
import { mapItems } from './value-parts';

/** A field's name in JSON, by its own. */
type JsonNames = Readonly<Record<string, string>>;

/** Structs inside of each other; deeper ones stay what they are. */
const DEEPEST = 8;

/** Structs of the project as the JSON that is made of them, by the names that their fields' tags say. */
export function asJson(evaluation: Evaluation, value: Value, depth = 0): Value {
  const inner = (each: Value) => asJson(evaluation, each, depth + 1);
  if (depth > DEEPEST) return value;
  switch (value.kind) {
    case 'instance': {
      const names = jsonNamesOf(evaluation, value);
      const entries = value.args.flatMap(({ name, value: given, at }): readonly Entry[] =>
        name === undefined || names[name] === '-' ? [] : [{ key: names[name] ?? name, value: inner(given), at }],
      );
      return { kind: 'record', at: value.at, entries };
    }
    case 'record':
      return ofRecord(evaluation, value, inner);
    default:
      return mapItems(value, inner);
  }
}

/** `around`: the names of the struct on which branches set what this record says. */
function ofRecord(evaluation: Evaluation, record: ValueOf<'record'>, inner: (value: Value) => Value, around: JsonNames = {}): Value {
  const names = { ...around, ...jsonNamesOf(evaluation, record) };
  const entries = record.entries.map(entry => {
    if (entry.key !== undefined) return { ...entry, key: names[entry.key] ?? entry.key, value: inner(entry.value) };
    return { ...entry, value: mapGiven(entry.value, fields => ofRecord(evaluation, fields, inner, names), inner) };
  });
  return { ...record, entries };
}

/** A struct's, also of one that was changed after it was made (`body.MaxTokens = 60`). */
function jsonNamesOf(evaluation: Evaluation, value: ValueOf<'instance'> | ValueOf<'record'>): JsonNames {
  if (value.kind === 'instance') return scopeOf(evaluation, value.at.uri, value.scope)?.jsonNames ?? {};
  const [first] = value.entries;
  const base = first?.key === undefined && first?.value.kind === 'spread' ? first.value.value : undefined;
  return base?.kind === 'instance' || base?.kind === 'record' ? jsonNamesOf(evaluation, base) : {};
}
