/** Places take the lower 32 bits of a key, ranks what is above: together they fit into the 53 bits that a number holds exactly. */
const RANK_UNIT = 2 ** 32;

/** A binary heap of merges: the lowest rank first, of equals the leftmost place. Holds at most as many at once as `keys` has places. */
export class MergeHeap {
  readonly #keys: Float64Array;
  #size = 0;

  constructor(keys: Float64Array) {
    this.#keys = keys;
  }

  get size(): number {
    return this.#size;
  }

  lowestRank(): number {
    return Math.floor((this.#keys[0] as number) / RANK_UNIT);
  }

  lowestPlace(): number {
    const key = this.#keys[0] as number;
    return key - Math.floor(key / RANK_UNIT) * RANK_UNIT;
  }

  /** Adds without regard to the order: `order` must follow before anything else. */
  append(rank: number, place: number): void {
    this.#keys[this.#size++] = rank * RANK_UNIT + place;
  }

  order(): void {
    for (let at = (this.#size >> 1) - 1; at >= 0; at--) this.#sink(at, this.#keys[at] as number);
  }

  insert(rank: number, place: number): void {
    const keys = this.#keys;
    const key = rank * RANK_UNIT + place;
    let at = this.#size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = keys[parent] as number;
      if (above <= key) break;
      keys[at] = above;
      at = parent;
    }
    keys[at] = key;
  }

  removeLowest(): void {
    this.#size--;
    if (this.#size > 0) this.#sink(0, this.#keys[this.#size] as number);
  }

  /** Puts a key at `from`, or below, where it belongs. */
  #sink(from: number, key: number): void {
    const keys = this.#keys;
    const size = this.#size;
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && (keys[child + 1] as number) < (keys[child] as number)) child++;
      const lower = keys[child] as number;
      if (lower >= key) break;
      keys[at] = lower;
      at = child;
    }
    keys[at] = key;
  }
}
