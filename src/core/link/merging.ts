import type { Entry, Value, ValueOf } from '../source/values';

/** Takes removed keys out; where something unread may hold them, the removal itself stays. */
export function withoutRemoved(entries: readonly Entry[]): readonly Entry[] {
  if (!entries.some(entry => entry.removed)) return entries;
  let kept: Entry[] = [];
  for (const entry of entries) {
    if (entry.removed) kept = kept.filter(other => other.key !== entry.key);
    if (!entry.removed || kept.some(other => other.key === undefined)) kept.push(entry);
  }
  return kept;
}

/** Merging into a dictionary (`params.update(more)`) is written down like extending a list. */
export function listOrRecord(list: Extract<Value, { kind: 'list' }>): Value {
  const isMerge =
    list.items.length > 0 &&
    list.items.every(item => merged(item) !== undefined) &&
    list.items.some(item => merged(item)?.kind === 'record');
  if (!isMerge) return list;
  return {
    kind: 'record',
    at: list.at,
    entries: list.items.flatMap((item): readonly Entry[] =>
      item.kind === 'spread' && item.value.kind === 'record' ? item.value.entries : [{ value: item, at: item.at }],
    ),
  };
}

/** `self.client.clear()`: what isn't a list, but an object, has methods of its own by such names, and stays what it is. */
export function objectItself(list: ValueOf<'list'>, isPackage: (module: string) => boolean): Value | undefined {
  const [only, ...others] = list.items;
  if (others.length > 0 || only?.kind !== 'optional' || only.item.kind !== 'spread') return undefined;
  const { value } = only.item;
  const isObject = (each: Value): boolean => {
    if (each.kind === 'choice') return each.options.every(isObject);
    if (each.kind === 'call') return each.callee.kind === 'external' && isPackage(each.callee.module);
    if (each.kind !== 'param') return each.kind === 'instance' || each.kind === 'self';
    return each.type?.kind === 'class' || (each.type?.kind === 'external' && each.type.module !== 'global' && isPackage(each.type.module));
  };
  return isObject(value) ? value : undefined;
}

function merged(item: Value): Value | undefined {
  if (item.kind === 'spread') return item.value;
  return (item.kind === 'optional' || item.kind === 'repeat') && item.item.kind === 'spread' ? item.item.value : undefined;
}
