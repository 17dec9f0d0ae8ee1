/** A slot is three words: two of the key, then length and rank. */
const SLOT = 3;
const RANK_BITS = 18;
const RANK_MASK = (1 << RANK_BITS) - 1;
/** Keys up to this many bytes stand in their slot. */
const INLINE_BYTES = 8;

/** The first bytes of a word that was read from four. */
const FIRST_BYTES = Int32Array.of(0, 0xff, 0xffff, 0xffffff, -1);

export const NO_RANK = -1;

/**
 * The tokens of an encoding with their ranks: a flat hash table with open addressing over the tokens' UTF-8 bytes, at most half full.
 *
 * A look-up reads four bytes at once, so most words are hashed in two steps and found with one access to memory: a token of up to eight
 * bytes stands in its slot. Of a longer one the slot holds hash and place, and the bytes are compared. A look-up is therefore exact, and
 * its time is bounded by the longest token, whatever the text is.
 */
export class Vocabulary {
  readonly #slots: Int32Array;
  readonly #lastSlot: number;
  /** Tokens that don't stand in their slots, each padded with zeros to whole words. */
  readonly #long: Int32Array;
  /** In bytes. */
  readonly longestToken: number;

  /**
   * `table` is what scripts/token-table.ts writes: the number of tokens (32 bits, little endian), the length of each token in the order of
   * ranks (a byte each), then their bytes. Takes some milliseconds; throws on anything that isn't such a table.
   */
  constructor(table: Uint8Array) {
    const count = table.length < 4 ? 0 : new DataView(table.buffer, table.byteOffset).getUint32(0, true);
    const lengths = table.subarray(4, 4 + count);
    // Reads of whole words go past the last token.
    const bytes = new Uint8Array(Math.max(0, table.length - 4 - count) + 4);
    bytes.set(table.subarray(4 + count));
    let size = 16;
    while (size < 2 * count) size *= 2;
    this.#slots = new Int32Array(size * SLOT);
    this.#lastSlot = size - 1;
    let total = 0;
    let longWords = 0;
    let longest = 0;
    for (const length of lengths) {
      total += length;
      if (length > INLINE_BYTES) longWords += (length + 3) >> 2;
      if (length > longest) longest = length;
    }
    if (count === 0 || count > RANK_MASK || lengths.length !== count || total + 4 !== bytes.length) throw new Error('not a token table');
    this.longestToken = longest;
    this.#long = new Int32Array(longWords);
    this.#fill(lengths, new DataView(bytes.buffer));
  }

  #fill(lengths: Uint8Array, view: DataView): void {
    const slots = this.#slots;
    let start = 0;
    let place = 0;
    for (let rank = 0; rank < lengths.length; rank++) {
      const length = lengths[rank] as number;
      const hash = hashOf(view, start, length);
      let slot = hash & this.#lastSlot;
      while (slots[slot * SLOT + 2] !== 0) slot = (slot + 1) & this.#lastSlot;
      const at = slot * SLOT;
      slots[at + 2] = (length << RANK_BITS) | rank;
      if (length <= INLINE_BYTES) {
        slots[at] = firstWord(view, start, length);
        slots[at + 1] = secondWord(view, start, length);
      } else {
        slots[at] = hash;
        slots[at + 1] = place;
        for (let offset = 0; offset < length; offset += 4) this.#long[place++] = wordAt(view, start + offset, length - offset);
      }
      start += length;
    }
  }

  /** The rank of the token with these bytes, or NO_RANK. `view` has three more bytes behind them. */
  rankOf(view: DataView, start: number, length: number): number {
    if (length > this.longestToken) return NO_RANK;
    const slots = this.#slots;
    const last = this.#lastSlot;
    const hash = hashOf(view, start, length);
    if (length > INLINE_BYTES) return this.#rankOfLong(view, start, length, hash);
    const first = firstWord(view, start, length);
    const second = secondWord(view, start, length);
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const at = slot * SLOT;
      const meta = slots[at + 2] as number;
      if (meta === 0) return NO_RANK;
      if (slots[at] === first && slots[at + 1] === second && meta >>> RANK_BITS === length) return meta & RANK_MASK;
    }
  }

  #rankOfLong(view: DataView, start: number, length: number, hash: number): number {
    const slots = this.#slots;
    const last = this.#lastSlot;
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const at = slot * SLOT;
      const meta = slots[at + 2] as number;
      if (meta === 0) return NO_RANK;
      if (slots[at] === hash && meta >>> RANK_BITS === length && this.#isAt(slots[at + 1] as number, view, start, length))
        return meta & RANK_MASK;
    }
  }

  #isAt(place: number, view: DataView, start: number, length: number): boolean {
    for (let offset = 0, word = place; offset < length; offset += 4, word++)
      if (this.#long[word] !== wordAt(view, start + offset, length - offset)) return false;
    return true;
  }
}

/** Of no special quality but speed: a table is at most half full, and never grows, so a bad text can't make long chains. */
export function hashOf(view: DataView, start: number, length: number): number {
  let hash = length;
  let at = start;
  const wholeEnd = start + (length & ~3);
  for (; at < wholeEnd; at += 4) hash = mix(hash, view.getInt32(at, true));
  const rest = length & 3;
  if (rest !== 0) hash = mix(hash, view.getInt32(at, true) & (FIRST_BYTES[rest] as number));
  return hash ^ (hash >>> 15);
}

function mix(hash: number, word: number): number {
  const product = Math.imul(hash ^ word, 0x9e3779b1);
  return product ^ (product >>> 15);
}

/** The next four bytes, or fewer, at the end of a text of which `left` bytes are left. */
export function wordAt(view: DataView, at: number, left: number): number {
  return left >= 4 ? view.getInt32(at, true) : view.getInt32(at, true) & (FIRST_BYTES[left] as number);
}

function firstWord(view: DataView, start: number, length: number): number {
  return wordAt(view, start, length);
}

function secondWord(view: DataView, start: number, length: number): number {
  return length > 4 ? wordAt(view, start + 4, length - 4) : 0;
}
