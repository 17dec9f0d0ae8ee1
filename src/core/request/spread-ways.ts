import { keysOf } from '../link/entries';
import type { ArgumentLayer } from '../sdks/sdk-call';
import type { Value, ValueOf } from '../source/values';

/** More ways than a condition has. */
const MOST_WAYS = 4;

/** An options object, and what Python spreads into a call (`**options`). */
const SPREAD: ReadonlySet<Value['kind']> = new Set(['record', 'spread']);

/** The arguments in each of the ways in which one spread sets some keys: `...(thinks ? { max_completion_tokens: n } : { max_tokens: n })`. */
export function waysToSet(layers: readonly ArgumentLayer[], keys: ReadonlySet<string>): readonly (readonly ArgumentLayer[])[] {
  for (const [nth, layer] of layers.entries())
    for (const [place, argument] of layer.args.entries()) {
      const ways = SPREAD.has(argument.value.kind) ? inSpread(argument.value, keys) : undefined;
      if (ways !== undefined)
        return ways.map(value => {
          const args = replaced(layer.args, place, { ...argument, value });
          return replaced(layers, nth, { ...layer, args });
        });
    }
  return [];
}

function inRecord(record: ValueOf<'record'>, keys: ReadonlySet<string>): readonly ValueOf<'record'>[] | undefined {
  for (const [place, entry] of record.entries.entries()) {
    if (entry.key !== undefined) continue;
    const ways = inSpread(entry.value, keys);
    if (ways !== undefined) return ways.map(value => ({ ...record, entries: replaced(record.entries, place, { ...entry, value }) }));
  }
  return undefined;
}

function inSpread(value: Value, keys: ReadonlySet<string>): readonly Value[] | undefined {
  if (value.kind === 'spread') return inSpread(value.value, keys)?.map(way => ({ ...value, value: way }));
  if (value.kind === 'record') return inRecord(value, keys);
  if (value.kind !== 'choice' || value.options.length > MOST_WAYS) return undefined;
  return value.options.some(option => keysOf(option).some(key => keys.has(key))) ? value.options : undefined;
}

function replaced<T>(all: readonly T[], place: number, by: T): readonly T[] {
  return all.map((each, index) => (index === place ? by : each));
}
