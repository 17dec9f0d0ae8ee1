import type { Shift } from './move-spans';

/**
 * A statement at the top of a file, as it was read. It stays the same object for as long as its text does, wherever edits elsewhere
 * move it: what was found out of it still holds.
 */
export interface Passage {
  /** The syntax node's type. */
  readonly type: string;
}

/** Where a passage stands in one state of a file, in UTF-16 code units. */
export interface Placed {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
}

/** A file as the row of its passages. What stands between them (space, and what no parser reads) belongs to none. */
export interface Passages {
  readonly placed: readonly Placed[];
  /** The file's length. */
  readonly length: number;
  /** The passage that a stretch stands in; undefined: in none, or in more than one. */
  around(start: number, end: number): Placed | undefined;
  placeOf(passage: Passage): Placed | undefined;
}

export function passagesOf(placed: readonly Placed[], length: number): Passages {
  let places: ReadonlyMap<Passage, Placed> | undefined;
  return {
    placed,
    length,
    around(start, end) {
      const index = lastFrom(placed, start);
      const found = placed[index];
      // An empty stretch between two that touch may belong to either.
      if (found === undefined || end > found.end || (start === end && placed[index - 1]?.end === start)) return undefined;
      return found;
    },
    placeOf(passage) {
      places ??= new Map(placed.map(place => [place.passage, place]));
      return places.get(passage);
    },
  };
}

/** Index of the last passage that begins at or before an offset; -1: none does. */
function lastFrom(placed: readonly Placed[], offset: number): number {
  let [low, high] = [0, placed.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((placed[middle]?.start ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** How far stretches have moved between two states of a file, with the passages that they stand in. */
export function shiftBetween(before: Passages, now: Passages): Shift {
  return (start, end) => {
    const from = before.around(start, end);
    const to = from && now.placeOf(from.passage);
    return from === undefined || to === undefined ? undefined : to.start - from.start;
  };
}
