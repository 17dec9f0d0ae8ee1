import type { EncodingName } from '../prices/model';
import { characterClasses } from './character-classes';
import { textClassifier } from './classified-text';
import { piecesCounter } from './count-pieces';
import { type PieceScanner, scanCl100k, scanO200k } from './scan-pieces';
import { Vocabulary } from './vocabulary';

/** Exact number of tokens of a text as ordinary text: special tokens such as `<|endoftext|>` count as what they are spelled with. Total. */
export type TokenCounter = (text: string) => number;

/** What shells give the core: a counter for each encoding, loaded when first asked for. */
export type Counters = (encoding: EncodingName) => TokenCounter;

const SCANNERS: Readonly<Record<EncodingName, PieceScanner>> = { o200k_base: scanO200k, cl100k_base: scanCl100k };

/** How many pieces are cut before they are counted: few enough to stay in the processor's cache. */
const PIECES_AT_ONCE = 256;

/**
 * A counter for an encoding, over its vocabulary as scripts/token-tables.ts writes it. Gives the numbers that tiktoken gives.
 *
 * 1. `textClassifier` makes UTF-8 of the text, and notes the class of each character.
 * 2. A scanner cuts pieces, as the encoding's regular expression would.
 * 3. A piece that is a token counts one, by one look-up.
 * 4. The rest is merged from single bytes (`byte-pairs.ts`), unless the same piece was met before.
 *
 * Steps 1 to 3 are linear; merging a piece of n bytes takes n · log n, so no text takes more. A counter holds, besides the table: 1.1 MB
 * of character classes, 0.9 MB of remembered counts, and between calls at most 2 MB for texts. While it counts it needs six bytes for each
 * UTF-16 unit of the text, and 28 for each byte of the longest piece.
 */
export function createTokenCounter(encoding: EncodingName, table: Uint8Array): TokenCounter {
  const classified = textClassifier(characterClasses());
  const scan = SCANNERS[encoding];
  const countPieces = piecesCounter(new Vocabulary(table));
  const ends = new Int32Array(PIECES_AT_ONCE);
  return string => {
    const text = classified(string);
    let tokens = 0;
    for (let start = 0; start < text.length; ) {
      const pieces = scan(text, start, ends);
      tokens += countPieces(text.view, start, ends, pieces);
      start = ends[pieces - 1] as number;
    }
    return tokens;
  };
}
