/** Rank of a token given as a binary string (one character per byte); undefined: no such token. */
export type RankOf = (bytes: string) => number | undefined;

/** Heap keys pack rank and position, so a piece must have fewer bytes than this. */
export const MAX_PIECE_BYTES = 65_536;

/**
 * Number of tokens that byte pair encoding leaves of one piece. Always merges the pair of lowest rank, the leftmost of equals.
 * O(n log n): a heap of candidate merges over a linked list, because a scan per merge takes minutes on 20,000 equal letters.
 * `longest` is the length of the longest token in bytes, which bounds each lookup. `bytes` is shorter than MAX_PIECE_BYTES.
 */
export function countBytePairs(bytes: string, rankOf: RankOf, longest: number): number {
  const length = bytes.length;
  if (length < 2) return length;
  // Part i starts at byte i; parts that were merged into their left neighbour have next[i] = 0.
  const next = new Int32Array(length + 1);
  const previous = new Int32Array(length + 1);
  const rankAt = new Float64Array(length).fill(-1);
  for (let index = 0; index < length; index++) {
    next[index] = index + 1;
    previous[index + 1] = index;
  }
  const heap: number[] = [];
  const offer = (index: number): void => {
    const middle = next[index] as number;
    const end = middle < length ? (next[middle] as number) : 0;
    const rank = end > 0 && end - index <= longest ? rankOf(bytes.slice(index, end)) : undefined;
    rankAt[index] = rank ?? -1;
    if (rank !== undefined) push(heap, rank * MAX_PIECE_BYTES + index);
  };
  for (let index = 0; index < length - 1; index++) offer(index);

  let parts = length;
  for (let key = pop(heap); key !== undefined; key = pop(heap)) {
    const index = key % MAX_PIECE_BYTES;
    // A candidate is stale when its part is gone or has grown since.
    if (rankAt[index] !== (key - index) / MAX_PIECE_BYTES) continue;
    const swallowed = next[index] as number;
    const end = next[swallowed] as number;
    next[index] = end;
    previous[end] = index;
    rankAt[swallowed] = -1;
    parts--;
    offer(index);
    if (index > 0) offer(previous[index] as number);
  }
  return parts;
}

function push(heap: number[], key: number): void {
  let at = heap.length;
  heap.push(key);
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if ((heap[parent] as number) <= key) break;
    heap[at] = heap[parent] as number;
    at = parent;
  }
  heap[at] = key;
}

function pop(heap: number[]): number | undefined {
  const top = heap[0];
  const last = heap.pop();
  if (top === undefined || last === undefined || heap.length === 0) return top;
  let at = 0;
  for (let child = 1; child < heap.length; child = 2 * at + 1) {
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++;
    if ((heap[child] as number) >= last) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = last;
  return top;
}
