import type { EncodingName } from '../prices/model';
import { bytePairCounter } from './byte-pairs';
import { characterClasses } from './character-classes';
import { textClassifier } from './classified-text';
import { PieceCounts } from './piece-counts';
import { type PieceScanner, scanCl100k, scanO200k } from './scan-pieces';
import { NO_RANK, Vocabulary } from './vocabulary';

/** Exact number of tokens of a text as ordinary text: special tokens such as `<|endoftext|>` count as what they are spelled with. Total. */
export type TokenCounter = (text: string) => number;

/** What shells give the core: a counter for each encoding, loaded when first asked for. */
export type Counters = (encoding: EncodingName) => TokenCounter;

const SCANNERS: Readonly<Record<EncodingName, PieceScanner>> = { o200k_base: scanO200k, cl100k_base: scanCl100k };

/** How many pieces are cut before they are counted: few enough to stay in the processor's cache. */
const PIECES_AT_ONCE = 256;

/**
 * A counter for an encoding, over its vocabulary as `scripts/token-table.ts` writes it. Gives the numbers that tiktoken gives, in time
 * that grows with n · log n at worst, n being the bytes of the longest piece. Holds for o200k_base 6.3 MB of slots, 1.4 MB of long
 * tokens, 1.1 MB of character classes and 0.6 MB of remembered counts, and between calls at most 2 MB of text.
 *
 * 1. `textClassifier` makes UTF-8 of the text, and notes the class of each character.
 * 2. A scanner cuts pieces, as the encoding's regular expression would.
 * 3. A piece that is a token counts one, by a look-up of the whole piece. This is also what tiktoken does first.
 * 4. The rest is merged from single bytes, unless the same piece was met before.
 */
export function createTokenCounter(encoding: EncodingName, table: Uint8Array): TokenCounter {
  const vocabulary = new Vocabulary(table);
  const classified = textClassifier(characterClasses());
  const scan = SCANNERS[encoding];
  const counts = new PieceCounts(bytePairCounter(vocabulary));
  const ends = new Int32Array(PIECES_AT_ONCE);
  return string => {
    const text = classified(string);
    let tokens = 0;
    for (let start = 0; start < text.length; ) {
      const pieces = scan(text, start, ends);
      tokens += countPieces(vocabulary, counts, text.view, start, ends, pieces);
      start = ends[pieces - 1] as number;
    }
    return tokens;
  };
}

/** Tokens of the pieces that start at `from` and end at the first of `ends`. */
function countPieces(vocabulary: Vocabulary, counts: PieceCounts, view: DataView, from: number, ends: Int32Array, pieces: number): number {
  let tokens = 0;
  let start = from;
  for (let piece = 0; piece < pieces; piece++) {
    const end = ends[piece] as number;
    tokens += vocabulary.rankOf(view, start, end - start) === NO_RANK ? counts.of(view, start, end - start) : 1;
    start = end;
  }
  return tokens;
}
