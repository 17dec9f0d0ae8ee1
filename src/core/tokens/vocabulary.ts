/** The first word of a table of tokens; another layout gets another number. */
export const TABLE_FORMAT = 0x50465432;
/** Format, bits of a bucket's number, number of tokens, longest token in bytes. */
export const TABLE_HEADER_WORDS = 4;
/** Words of a token's entry: its first four bytes; the next four, or where the rest of a longer token stands; length and rank. */
const ENTRY_WORDS = 3;
export const RANK_BITS = 18;
/** Tokens up to this many bytes stand in their entry. */
export const INLINE_BYTES = 8;

const RANK_MASK = (1 << RANK_BITS) - 1;
/** Of what is no token: above every rank. */
export const NO_RANK = 0x7fffffff;

/**
 * The tokens of an encoding with their ranks: a flat hash table over the tokens' UTF-8 bytes. It never changes, so it needs no empty
 * slots: entries are sorted by bucket, and `starts` says where each bucket starts. It is made when the extension is built
 * (scripts/token-tables.ts), so that to load it is to view its bytes, and to add up how many entries the buckets have: sums would take
 * six times the space in the package.
 *
 * A look-up reads four bytes at once, so most words are hashed in two steps and compared in two, in one line of the processor's cache.
 * All bytes are compared, so it is exact. Its time is bounded by the longest token and the fullest bucket, whatever the text is.
 */
export class Vocabulary {
  readonly #bucketShift: number;
  readonly #starts: Int32Array;
  readonly #entries: Int32Array;
  /** Longer tokens from their fifth byte on, each padded with zeros to whole words. */
  readonly #rests: Int32Array;
  readonly #longestToken: number;

  /** Views a table, which must start at a multiple of four in its buffer (one that threads share will do). Throws on anything else. */
  constructor(table: Uint8Array) {
    const isAligned = table.byteOffset % 4 === 0 && table.length % 4 === 0;
    const words = isAligned ? new Int32Array(table.buffer, table.byteOffset, table.length / 4) : new Int32Array();
    const [format, bucketBits = 0, tokens = 0, longestToken = 0] = words;
    const buckets = 1 << bucketBits;
    const entriesStart = TABLE_HEADER_WORDS + buckets / 4;
    const restsStart = entriesStart + tokens * ENTRY_WORDS;
    this.#bucketShift = 32 - bucketBits;
    this.#entries = words.subarray(entriesStart, restsStart);
    this.#rests = words.subarray(restsStart);
    this.#longestToken = longestToken;
    if (format !== TABLE_FORMAT || words.length < restsStart) throw new Error('not a token table');
    this.#starts = startsOf(table.subarray(TABLE_HEADER_WORDS * 4, entriesStart * 4));
  }

  /** The rank of the token with these bytes, or NO_RANK. `view` has three more bytes behind them. */
  rankOf(view: DataView, start: number, length: number): number {
    if (length > INLINE_BYTES) return this.#rankOfLong(view, start, length);
    // wordAt and hashOfWords written out, because this runs for each piece, at first uncompiled.
    let first = view.getInt32(start, true);
    let second = 0;
    if (length < 4) first &= (1 << (length << 3)) - 1;
    else if (length > 4) {
      second = view.getInt32(start + 4, true);
      if (length < 8) second &= (1 << ((length - 4) << 3)) - 1;
    }
    const hash = Math.imul(first ^ length, 0x9e3779b1);
    const entries = this.#entries;
    const bucket = Math.imul(hash ^ (hash >>> 15) ^ second, 0x85ebca6b) >>> this.#bucketShift;
    const end = (this.#starts[bucket + 1] as number) * ENTRY_WORDS;
    for (let at = (this.#starts[bucket] as number) * ENTRY_WORDS; at < end; at += ENTRY_WORDS) {
      const lengthAndRank = entries[at + 2] as number;
      if (entries[at] === first && entries[at + 1] === second && lengthAndRank >>> RANK_BITS === length) return lengthAndRank & RANK_MASK;
    }
    return NO_RANK;
  }

  #rankOfLong(view: DataView, start: number, length: number): number {
    if (length > this.#longestToken) return NO_RANK;
    const first = view.getInt32(start, true);
    const entries = this.#entries;
    const bucket = hashOf(view, start, length) >>> this.#bucketShift;
    const end = (this.#starts[bucket + 1] as number) * ENTRY_WORDS;
    for (let at = (this.#starts[bucket] as number) * ENTRY_WORDS; at < end; at += ENTRY_WORDS) {
      const lengthAndRank = entries[at + 2] as number;
      if (entries[at] !== first || lengthAndRank >>> RANK_BITS !== length) continue;
      if (this.#hasRest(entries[at + 1] as number, view, start, length)) return lengthAndRank & RANK_MASK;
    }
    return NO_RANK;
  }

  #hasRest(place: number, view: DataView, start: number, length: number): boolean {
    for (let offset = 4, word = place; offset < length; offset += 4, word++)
      if (this.#rests[word] !== wordAt(view, start + offset, length - offset)) return false;
    return true;
  }
}

function startsOf(sizes: Uint8Array): Int32Array {
  const starts = new Int32Array(sizes.length + 1);
  let start = 0;
  for (let bucket = 0; bucket < sizes.length; ) {
    start += sizes[bucket] as number;
    starts[++bucket] = start;
  }
  return starts;
}

/** Of a token that stands in its entry; the upper bits are the best. */
export function hashOfWords(first: number, second: number, length: number): number {
  const hash = Math.imul(first ^ length, 0x9e3779b1);
  return Math.imul(hash ^ (hash >>> 15) ^ second, 0x85ebca6b);
}

/** Of any other bytes. */
export function hashOf(view: DataView, start: number, length: number): number {
  let hash = length;
  for (let offset = 0; offset < length; offset += 4) {
    hash = Math.imul(hash ^ (hash >>> 15) ^ wordAt(view, start + offset, length - offset), 0x9e3779b1);
  }
  return hash;
}

/** The next four bytes, or the fewer that are left of a text; zeros for those that are missing. */
export function wordAt(view: DataView, at: number, left: number): number {
  const word = view.getInt32(at, true);
  return left >= 4 ? word : word & ((1 << (left << 3)) - 1);
}
