import type { Entry, Value } from '../source/values';
import { chooseOf } from './choose';
import { isNull } from './plain-values';

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

/** What is left of a dictionary without what is nothing. */
export function filledOf(entries: readonly Entry[]): readonly Entry[] {
  const removed = entries.map(entry => (entry.key !== undefined && isNull(entry.value) ? { ...entry, removed: true as const } : entry));
  return withoutRemoved(removed).map(entry => ({ ...entry, value: entry.key === undefined ? entry.value : sometimesFilled(entry.value) }));
}

function sometimesFilled(value: Value): Value {
  if (value.kind !== 'choice' || !value.options.some(isNull)) return value;
  const { at, options } = value;
  return {
    kind: 'optional',
    at,
    item: chooseOf(
      at,
      value,
      options.filter(option => !isNull(option)),
    ),
  };
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

function merged(item: Value): Value | undefined {
  if (item.kind === 'spread') return item.value;
  return (item.kind === 'optional' || item.kind === 'repeat') && item.item.kind === 'spread' ? item.item.value : undefined;
}
