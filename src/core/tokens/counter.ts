import type { TiktokenBPE } from 'js-tiktoken/lite';
import type { EncodingName } from '../prices/model';
import { countBytePairs, MAX_PIECE_BYTES, type RankOf } from './byte-pairs';
import { fromBase64, toUtf8 } from './bytes';

interface TokenCount {
  readonly tokens: number;
  /** False when a run without any break was so long that it was counted in chunks. */
  readonly exact: boolean;
}

/** Tokens of a text as ordinary text: special tokens such as `<|endoftext|>` count as what they are spelled with. Total. */
export type TokenCounter = (text: string) => TokenCount;

/** What shells give the core: a counter for each encoding, loaded when first asked for. */
export type Counters = (encoding: EncodingName) => TokenCounter;

/** Longest piece that is counted whole, in UTF-8 bytes. Words are far shorter; this is 64 KB without a break. */
export const LONGEST_WHOLE_PIECE_BYTES = MAX_PIECE_BYTES - 1;

const REMEMBERED_PIECES = 50_000;
const LONGEST_REMEMBERED_PIECE = 200;

/** A counter over js-tiktoken's tables; gives the numbers its own encoder gives, without its quadratic time on long pieces. */
export function createTokenCounter(tables: TiktokenBPE): TokenCounter {
  const { rankOf, longest } = readRanks(tables.bpe_ranks);
  const pieces = new RegExp(tables.pat_str, 'gu');
  const remembered = new Map<string, number>();

  const countPiece = (piece: string): TokenCount => {
    const known = remembered.get(piece);
    if (known !== undefined) return { tokens: known, exact: true };
    const bytes = toUtf8(piece);
    if (bytes.length > LONGEST_WHOLE_PIECE_BYTES) return { tokens: countInChunks(bytes, rankOf, longest), exact: false };
    const tokens = rankOf(bytes) === undefined ? countBytePairs(bytes, rankOf, longest) : 1;
    if (remembered.size >= REMEMBERED_PIECES) remembered.clear();
    if (piece.length <= LONGEST_REMEMBERED_PIECE) remembered.set(piece, tokens);
    return { tokens, exact: true };
  };

  return text => {
    let tokens = 0;
    let exact = true;
    for (const match of text.matchAll(pieces)) {
      const count = countPiece(match[0]);
      tokens += count.tokens;
      exact &&= count.exact;
    }
    return { tokens, exact };
  };
}

function countInChunks(bytes: string, rankOf: RankOf, longest: number): number {
  // Such runs are mostly one character over and over, so most chunks are equal.
  const counted = new Map<string, number>();
  let tokens = 0;
  for (let start = 0; start < bytes.length; start += LONGEST_WHOLE_PIECE_BYTES) {
    const chunk = bytes.slice(start, start + LONGEST_WHOLE_PIECE_BYTES);
    const count = counted.get(chunk) ?? countBytePairs(chunk, rankOf, longest);
    counted.set(chunk, count);
    tokens += count;
  }
  return tokens;
}

/** js-tiktoken packs ranks as lines `! <first rank> <base64 token> <base64 token> …`. */
function readRanks(packed: string): { rankOf: RankOf; longest: number } {
  const ranks = new Map<string, number>();
  let longest = 0;
  for (const line of packed.split('\n')) {
    const [, first, ...tokens] = line.split(' ');
    const firstRank = Number(first);
    tokens.forEach((token, index) => {
      const bytes = fromBase64(token);
      ranks.set(bytes, firstRank + index);
      longest = Math.max(longest, bytes.length);
    });
  }
  return { rankOf: bytes => ranks.get(bytes), longest };
}
