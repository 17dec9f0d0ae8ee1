import { bytePairCounter } from './byte-pairs';
import { PieceCounts } from './piece-counts';
import { NO_RANK, type Vocabulary } from './vocabulary';

/** In bytes: words are remembered in many small slots (590 KB), and what is longer in fewer large ones (270 KB). */
const LONGEST_WORD = 32;
const WORD_SLOT_BITS = 14;
const LONGEST_REMEMBERED = 256;
const LONG_SLOT_BITS = 10;

/** Tokens of the pieces that lie behind each other from `from` on; `ends` holds where the first `pieces` of them end. */
export type PiecesCounter = (view: DataView, from: number, ends: Int32Array, pieces: number) => number;

/** A piece that is a token counts one, as in tiktoken, which looks pieces up first. Others are merged, unless their count is remembered. */
export function piecesCounter(vocabulary: Vocabulary): PiecesCounter {
  const merge = bytePairCounter(vocabulary);
  const words = new PieceCounts(WORD_SLOT_BITS, LONGEST_WORD, merge);
  const longer = new PieceCounts(LONG_SLOT_BITS, LONGEST_REMEMBERED, merge);
  return (view, from, ends, pieces) => {
    let tokens = 0;
    let start = from;
    for (let piece = 0; piece < pieces; piece++) {
      const end = ends[piece] as number;
      const length = end - start;
      if (vocabulary.rankOf(view, start, length) !== NO_RANK) tokens++;
      else if (length <= LONGEST_WORD) tokens += words.of(view, start, length);
      else if (length <= LONGEST_REMEMBERED) tokens += longer.of(view, start, length);
      else tokens += merge(view, start, length);
      start = end;
    }
    return tokens;
  };
}
