import type { Span } from '../source/span';
import type { Value, ValueOf } from '../source/values';
import { choose, isPlain } from './choose';
import { entryOf } from './entries';
import { plainText } from './plain-values';
import { settingWithDefault } from './setting-with-default';

/**
 * `MODELS[process.env.SIZE || "small"]`: what is set where the program is deployed, and the row that stands under what counts where
 * nothing is. Rows that can be called stay all of them, as each of them is another call.
 */
export function rowByDefault(at: Span, object: Value, key: Value): Value | undefined {
  const setting = object.kind === 'record' ? settingWithDefault(key) : undefined;
  const name = setting && plainText(setting.fallback);
  if (object.kind !== 'record' || setting === undefined || name === undefined || !areData(object)) return undefined;
  const { value, sometimes: isOptional, open } = entryOf(object, name);
  if (value === undefined || isOptional || open !== undefined) return undefined;
  const rows = object.entries.map(entry => entry.value);
  return orAsSet(
    at,
    setting.set,
    value,
    rows.filter(row => row !== value),
  );
}

/**
 * A row by default, of which another may be meant as well. What a row is made of keeps its names, so that who takes all of a row
 * (`...row`) still knows what may be among it.
 */
function orAsSet(at: Span, set: readonly Value[], row: Value, others: readonly Value[]): Value {
  if (row.kind !== 'record') return choose(at, [...set, row]);
  const records = others.filter(other => other.kind === 'record');
  const own = row.entries.map(entry => {
    const same = records.flatMap(other => (entry.key === undefined ? [] : (entryOf(other, entry.key).value ?? [])));
    return { ...entry, value: orAsSet(entry.value.at, set, entry.value, same) };
  });
  const named = new Set(row.entries.map(({ key }) => key));
  const more = records.flatMap(({ entries }) => entries.filter(({ key }) => !named.has(key)));
  return { ...row, entries: [...own, ...more.map(entry => ({ ...entry, value: sometimes(entry.value) }))] };
}

function sometimes(item: Value): Value {
  return item.kind === 'optional' ? item : { kind: 'optional', at: item.at, item };
}

function areData({ entries }: ValueOf<'record'>): boolean {
  return entries.every(({ key, value }) => key !== undefined && isPlain(value, 0));
}
