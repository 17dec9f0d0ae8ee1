import { MergeHeap } from './merge-heap';
import { NO_RANK } from './vocabulary';

/** What merging needs to know of a vocabulary. */
export interface Ranks {
  /** Rank of the token with these bytes, or NO_RANK. */
  rankOf(view: DataView, start: number, length: number): number;
}

/** Pieces up to this many bytes are merged without a heap: looking at each part in turn is faster while there are few. */
const FEW_BYTES = 96;

/** Number of tokens that byte pair encoding makes of one piece, given as its place in bytes. `length` is at least 1. */
export type BytePairCounter = (view: DataView, start: number, length: number) => number;

/**
 * Byte pair encoding as its definition says: a piece starts as single bytes; of all neighbours that together are a token, those of the
 * lowest rank become one part, of equals the leftmost, until there are none left. No token is left out and no order is changed, so the
 * result is what any other implementation gets. Only the search for the lowest rank differs: a scan over the parts (n² steps, n ≤ 96),
 * or a heap (n · log n).
 */
export function bytePairCounter(ranks: Ranks): BytePairCounter {
  const starts = new Int32Array(FEW_BYTES + 1);
  const pairRanks = new Int32Array(FEW_BYTES + 1);
  return (view, start, length) =>
    length > FEW_BYTES ? countByHeap(ranks, view, start, length) : countByScan(ranks, view, start, length, starts, pairRanks);
}

/** `starts` holds where each part starts, and behind the last one the end; `pairRanks` the rank of each part with the next. */
function countByScan(ranks: Ranks, view: DataView, start: number, length: number, starts: Int32Array, pairRanks: Int32Array): number {
  let parts = length;
  for (let part = 0; part < parts; part++) {
    starts[part] = start + part;
    pairRanks[part] = part + 1 < parts ? ranks.rankOf(view, start + part, 2) : NO_RANK;
  }
  starts[parts] = start + length;
  for (;;) {
    let lowest = NO_RANK;
    let at = 0;
    for (let part = 0; part < parts; part++) {
      const rank = pairRanks[part] as number;
      if (rank < lowest) {
        lowest = rank;
        at = part;
      }
    }
    if (lowest === NO_RANK) return parts;
    parts--;
    for (let part = at + 1; part <= parts; part++) {
      starts[part] = starts[part + 1] as number;
      pairRanks[part] = pairRanks[part + 1] as number;
    }
    // Both pairs that the new part is in have changed: with the part after it, then with the part before it.
    pairRanks[at] = at + 1 < parts ? rankOfPair(ranks, view, starts, at) : NO_RANK;
    if (at > 0) pairRanks[at - 1] = rankOfPair(ranks, view, starts, at - 1);
  }
}

function rankOfPair(ranks: Ranks, view: DataView, starts: Int32Array, part: number): number {
  const start = starts[part] as number;
  return ranks.rankOf(view, start, (starts[part + 2] as number) - start);
}

/**
 * The parts as a linked list, and the possible merges in a heap, by rank and place. A merge changes at most two neighbouring pairs, which
 * are put into the heap anew; an older entry for the same place is recognised by its rank and passed over. So there are fewer than 3n
 * look-ups and 3n steps on a heap of fewer than 2n entries: n · log n. The list and the heap live as long as the call, 28 bytes for
 * each byte of the piece.
 */
function countByHeap(ranks: Ranks, view: DataView, start: number, length: number): number {
  // Part i starts at byte i. next[i] is where it ends; previous[i] is where the part before it starts.
  const next = new Int32Array(length + 1);
  const previous = new Int32Array(length + 1);
  /** The rank with which part i and the next one make a token, as it is now; NO_RANK: none, or part i was merged into another. */
  const pairRanks = new Int32Array(length);
  const heap = new MergeHeap(new Float64Array(2 * length));
  for (let at = 0; at < length; at++) {
    next[at] = at + 1;
    previous[at + 1] = at;
    const rank = at + 1 < length ? ranks.rankOf(view, start + at, 2) : NO_RANK;
    pairRanks[at] = rank;
    if (rank !== NO_RANK) heap.append(rank, at);
  }
  heap.order();
  let parts = length;
  while (heap.size > 0) {
    const at = heap.lowestPlace();
    const isCurrent = pairRanks[at] === heap.lowestRank();
    heap.removeLowest();
    if (!isCurrent) continue;
    const swallowed = next[at] as number;
    const end = next[swallowed] as number;
    next[at] = end;
    previous[end] = at;
    pairRanks[swallowed] = NO_RANK;
    parts--;
    const rank = end < length ? ranks.rankOf(view, start + at, (next[end] as number) - at) : NO_RANK;
    pairRanks[at] = rank;
    if (rank !== NO_RANK) heap.insert(rank, at);
    if (at === 0) continue;
    const before = previous[at] as number;
    const rankBefore = ranks.rankOf(view, start + before, end - before);
    pairRanks[before] = rankBefore;
    if (rankBefore !== NO_RANK) heap.insert(rankBefore, before);
  }
  return parts;
}
