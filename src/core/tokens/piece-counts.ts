import type { BytePairCounter } from './byte-pairs';
import { hashOf, wordAt } from './vocabulary';

/** Bits of a count, which is at most as large as a piece is long. */
const COUNT_BITS = 16;

/**
 * Counts of the pieces met last that are several tokens: names in code, rare words, rulers. A fixed table, in which a piece takes its slot
 * from the one that had it, so nothing ever grows. A slot is its piece's length and count, then its bytes.
 */
export class PieceCounts {
  readonly #hashShift: number;
  readonly #slotWords: number;
  readonly #words: Int32Array;
  readonly #count: BytePairCounter;

  /** Holds 2 ** `slotBits` pieces of up to `longestPiece` bytes, in 4 bytes more than that each. `count` is asked for what isn't known. */
  constructor(slotBits: number, longestPiece: number, count: BytePairCounter) {
    this.#hashShift = 32 - slotBits;
    this.#slotWords = 1 + Math.ceil(longestPiece / 4);
    this.#words = new Int32Array(this.#slotWords << slotBits);
    this.#count = count;
  }

  /** Tokens of a piece that is not too long. `view` has three more bytes behind it. */
  of(view: DataView, start: number, length: number): number {
    const words = this.#words;
    const at = (hashOf(view, start, length) >>> this.#hashShift) * this.#slotWords;
    const head = words[at] as number;
    if (head >>> COUNT_BITS === length && this.#isAt(at, view, start, length)) return head & ((1 << COUNT_BITS) - 1);
    const tokens = this.#count(view, start, length);
    words[at] = (length << COUNT_BITS) | tokens;
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
