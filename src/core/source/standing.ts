import { moveSpans } from './move-spans';
import { type Passages, shiftBetween } from './passages';
import type { Uri } from './span';

/** Plain data that speaks of places in a file, with where the file's passages stood when it was put like this. */
export interface Standing<T> {
  readonly value: T;
  readonly passages: Passages;
  /** All its places in the file lie before this one, in UTF-16 code units; undefined: nobody has seen so. */
  readonly allBefore?: number;
}

/** The same as it reads now; see `moveSpans`. What stands before the edit isn't even looked through, once that is known. */
export function standingNow<T>(was: Standing<T>, uri: Uri, now: Passages, still: StillUpTo): Standing<T> {
  const upTo = still(was.passages);
  if (upTo !== undefined && was.allBefore !== undefined && was.allBefore <= upTo) return { ...was, passages: now };
  const value = moveSpans(was.value, uri, shiftBetween(was.passages, now));
  const isStill = upTo !== undefined && value === was.value;
  return { value, passages: now, ...(isStill && { allBefore: upTo }) };
}

/**
 * Up to where a file's passages stand where they stood in a state before; all behind it is gone or has moved. Undefined: something behind
 * it stands where it stood, too.
 */
export type StillUpTo = (before: Passages) => number | undefined;

/** Remembers the state that was asked for last, since most of what is kept of a file is of one state. */
export function stillUpTo(now: Passages): StillUpTo {
  let last: { readonly before: Passages; readonly upTo: number | undefined } | undefined;
  return before => {
    if (last?.before !== before) last = { before, upTo: find(before, now) };
    return last.upTo;
  };
}

function find(before: Passages, now: Passages): number | undefined {
  const stands = (index: number) => {
    const [one, other] = [before.placed[index], now.placed[index]];
    return one !== undefined && one.passage === other?.passage && one.start === other.start;
  };
  let first = 0;
  while (stands(first)) first++;
  const others = before.placed.slice(first);
  if (others.some(({ passage, start }) => now.placeOf(passage)?.start === start)) return undefined;
  return others[0]?.start ?? Number.POSITIVE_INFINITY;
}
