import { textBuilder } from '../source/text-map';
import type { Entry, Value } from '../source/values';
import { openPart } from './entries';
import { isFixed } from './fixed-lists';

/** Functions and methods that make lists to loop over: `enumerate(xs)`, `zip(xs, ys)`, `Object.entries(table)`. */
export function listFunction(name: string, [first, ...others]: readonly Value[], at: Value['at']): Value | undefined {
  if (first === undefined) return undefined;
  const list = (items: readonly Value[]): Value => ({ kind: 'list', at, items });
  switch (name) {
    case 'global.enumerate':
      return first.kind === 'list' && isFixed(first)
        ? list(first.items.map((item, value) => list([{ kind: 'scalar', at, value }, item])))
        : undefined;
    case 'global.zip': {
      const lists = [first, ...others].flatMap(each => (each.kind === 'list' && isFixed(each) ? [each.items] : []));
      const shortest = Math.min(...lists.map(items => items.length));
      if (lists.length <= others.length) return undefined;
      return list(Array.from({ length: shortest }, (_, index) => list(lists.flatMap(items => items[index] ?? []))));
    }
    case 'global.reversed':
      return first.kind === 'list' && isFixed(first) ? list([...first.items].reverse()) : undefined;
    case 'global.sorted': {
      if (first.kind !== 'list') return undefined;
      const { unordered: _, ...ordered } = first;
      return ordered;
    }
    case 'global.set':
    case 'global.frozenset':
      return first.kind === 'list' ? { ...first, unordered: at } : undefined;
    case 'global.iter':
    case 'tqdm.tqdm':
    case 'tqdm.auto.tqdm':
      return first.kind === 'list' ? first : undefined;
    // Of a table that is handed on nobody misses what is nothing.
    case 'funcy.select_values':
      return others[0] && isNotNone(first) ? withoutNothing(others[0], at) : undefined;
    case 'funcy.compact':
      return first.kind === 'record' ? withoutNothing(first, at) : undefined;
    case 'global.Object.entries':
      return tableList(first, 'items', at);
    case 'global.Object.keys':
      return tableList(first, 'keys', at);
    case 'global.Object.values':
      return tableList(first, 'values', at);
    default:
      return undefined;
  }
}

/** `funcy.notnone` */
function isNotNone(test: Value): boolean {
  return test.kind === 'external' && test.module === 'funcy' && test.path.join('.') === 'notnone';
}

function withoutNothing(table: Value, at: Value['at']): Value {
  return { kind: 'record', at, entries: [{ value: { kind: 'spread', at: table.at, value: table, filled: true }, at }] };
}

/** A table's keys, values, or pairs of both. */
export function tableList(table: Value, method: string, at: Value['at']): Value | undefined {
  if (table.kind !== 'record' || openPart(table) !== undefined || !['items', 'keys', 'values', 'entries'].includes(method))
    return undefined;
  const rows = table.entries.filter(entry => entry.key !== undefined && !entry.removed);
  if (rows.length < table.entries.length || new Set(rows.map(row => row.key)).size < rows.length) return undefined;
  const items = rows.map((row): Value => {
    const [key] = keyOf(row);
    if (method === 'values' || key === undefined) return row.value;
    return method === 'keys' ? key : { kind: 'list', at: row.at, items: [key, row.value] };
  });
  return { kind: 'list', at, items };
}

/** An entry's key as a text. */
export function keyOf({ key, keyAt, at }: Entry): readonly Value[] {
  if (key === undefined) return [];
  const source = keyAt ?? at;
  const built = textBuilder(source.uri);
  built.add(key, source.start, source.end - source.start);
  return [{ kind: 'text', at: source, text: built.build() }];
}
