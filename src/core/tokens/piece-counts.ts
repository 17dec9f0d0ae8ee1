import type { BytePairCounter } from './byte-pairs';
import { hashOf, wordAt } from './vocabulary';

const SLOT_BITS = 14;
/** In bytes. Longer pieces seldom come back. */
const LONGEST_PIECE = 32;
/** Length and count, then the bytes. */
const SLOT_WORDS = 1 + LONGEST_PIECE / 4;

/**
 * Counts of the pieces met last that are several tokens: names in code, rare words. A fixed table of 16,384 slots, 590 KB; a piece takes
 * its slot from the one that had it, so nothing ever grows.
 */
export class PieceCounts {
  readonly #words = new Int32Array(SLOT_WORDS << SLOT_BITS);
  readonly #count: BytePairCounter;

  constructor(count: BytePairCounter) {
    this.#count = count;
  }

  /** Tokens of a piece. `view` has three more bytes behind it. */
  of(view: DataView, start: number, length: number): number {
    if (length > LONGEST_PIECE) return this.#count(view, start, length);
    const words = this.#words;
    const at = (hashOf(view, start, length) >>> (32 - SLOT_BITS)) * SLOT_WORDS;
    const head = words[at] as number;
    if (head >>> 8 === length && this.#isAt(at, view, start, length)) return head & 0xff;
    const tokens = this.#count(view, start, length);
    words[at] = (length << 8) | tokens;
    for (let offset = 0, word = at + 1; offset < length; offset += 4) words[word++] = wordAt(view, start + offset, length - offset);
    return tokens;
  }

  #isAt(at: number, view: DataView, start: number, length: number): boolean {
    const words = this.#words;
    for (let offset = 0, word = at + 1; offset < length; offset += 4)
      if (words[word++] !== wordAt(view, start + offset, length - offset)) return false;
    return true;
  }
}
