import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';
import { hashOf, hashOfWords, INLINE_BYTES, RANK_BITS, TABLE_FORMAT, TABLE_HEADER_WORDS, wordAt } from '../src/core/tokens/vocabulary';

/** As js-tiktoken publishes an encoding; ranks are lines of `! <first rank> <base64 token> <base64 token> …`. */
const Published = z.object({ bpe_ranks: z.string() });

/** Compiles the tables that `src/core/tokens/vocabulary.ts` views, `<folder>/<encoding>.bin`. */
export function writeTokenTables(folder: string): void {
  const packages = createRequire(__filename);
  mkdirSync(folder, { recursive: true });
  for (const encoding of ['o200k_base', 'cl100k_base']) {
    const { bpe_ranks } = Published.parse(packages(`js-tiktoken/ranks/${encoding}`));
    writeFileSync(path.join(folder, `${encoding}.bin`), tokenTable(tokensByRank(bpe_ranks)));
  }
}

/** Throws unless every rank from 0 up has one token. */
function tokensByRank(packed: string): Uint8Array[] {
  const tokens: Uint8Array[] = [];
  for (const line of packed.split('\n').filter(line => line !== '')) {
    const [, first, ...encoded] = line.split(' ');
    if (Number(first) !== tokens.length) throw new Error(`Rank ${tokens.length} is missing, ${first} follows.`);
    for (const token of encoded) tokens.push(Buffer.from(token, 'base64'));
  }
  return tokens;
}

/** The hash table over these tokens, whose ranks are their places: header, sizes of buckets, entries, rests of longer tokens. */
export function tokenTable(tokens: readonly Uint8Array[]): Uint8Array {
  if (tokens.length >= 1 << RANK_BITS) throw new Error(`An entry has no room for ${tokens.length} ranks.`);
  // Two to four entries a bucket: smaller buckets are hardly faster, and the table takes more space in the package.
  const bucketBits = Math.max(2, Math.ceil(Math.log2(tokens.length)) - 2);
  const bucketed = tokens.map((token, rank) => ({ rank, length: token.length, ...hashed(token, bucketBits) }));
  // Tokens of low rank are frequent, so they stand first in their buckets.
  bucketed.sort((a, b) => a.bucket - b.bucket || a.rank - b.rank);
  const sizes = new Uint8Array(1 << bucketBits);
  const entries: number[] = [];
  const rests: number[] = [];
  for (const { rank, length, bucket, words } of bucketed) {
    if (length === 0 || length >= 1 << (31 - RANK_BITS)) throw new Error(`An entry has no room for a token of ${length} bytes.`);
    const [first = 0, second = 0] = words;
    const isInline = length <= INLINE_BYTES;
    entries.push(first, isInline ? second : rests.length, (length << RANK_BITS) | rank);
    if (!isInline) rests.push(...words.slice(1));
    const size = (sizes[bucket] ?? 0) + 1;
    if (size > 255) throw new Error(`A bucket's size has no room for ${size} entries.`);
    sizes[bucket] = size;
  }
  const longest = Math.max(...new Set(tokens.map(({ length }) => length)));
  const header = [TABLE_FORMAT, bucketBits, tokens.length, longest];
  const entriesStart = TABLE_HEADER_WORDS + sizes.length / 4;
  const table = new Int32Array(entriesStart + entries.length + rests.length);
  const bytes = new Uint8Array(table.buffer);
  table.set(header);
  bytes.set(sizes, TABLE_HEADER_WORDS * 4);
  table.set(entries, entriesStart);
  table.set(rests, entriesStart + entries.length);
  return bytes;
}

function hashed(token: Uint8Array, bucketBits: number): { readonly words: readonly number[]; readonly bucket: number } {
  const { length } = token;
  // Whole words are read, past the end.
  const padded = new Uint8Array(length + 3);
  padded.set(token);
  const view = new DataView(padded.buffer);
  const words = Array.from({ length: Math.ceil(length / 4) }, (_, word) => wordAt(view, word * 4, length - word * 4));
  const hash = length <= INLINE_BYTES ? hashOfWords(words[0] ?? 0, words[1] ?? 0, length) : hashOf(view, 0, length);
  return { words, bucket: hash >>> (32 - bucketBits) };
}
