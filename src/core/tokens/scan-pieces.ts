import { CASELESS, LETTER, LOWER, MARK, NEWLINE, NUMBER, SPACE, SYMBOL, UPPER } from './character-classes';
import type { ClassifiedText } from './classified-text';

/**
 * Cuts a text into the pieces that merges never cross: writes the ends of those after `from`, in bytes, until `ends` is full or the
 * text is at its end, and returns how many there are. `from` is 0 or the end of a piece. Total; each byte is looked at a few times.
 */
export type PieceScanner = (text: ClassifiedText, from: number, ends: Int32Array) => number;

const UPPERISH = UPPER | CASELESS | MARK;
const LOWERISH = LOWER | CASELESS | MARK;
const SYMBOLIC = SYMBOL | MARK;
const WHITE = SPACE | NEWLINE;

/**
 * As o200k_base's pattern does, by the first of these that matches:
 *
 *     [^\r\n\p{L}\p{N}]? [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]* [\p{Ll}\p{Lm}\p{Lo}\p{M}]+ (?i:'s|'t|'re|'ve|'m|'ll|'d)?
 *     [^\r\n\p{L}\p{N}]? [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]+ [\p{Ll}\p{Lm}\p{Lo}\p{M}]* (?i:'s|'t|'re|'ve|'m|'ll|'d)?
 *     \p{N}{1,3}  |  ` ?`[^\s\p{L}\p{N}]+[\r\n/]*  |  \s*[\r\n]+  |  \s+(?!\S)  |  \s+
 */
export const scanO200k: PieceScanner = ({ bytes, classes, length }, from, ends) => {
  let count = 0;
  for (let start = from; start < length && count < ends.length; ) {
    const first = classes[start] as number;
    let end = start;
    if ((first & (NUMBER | NEWLINE)) === 0) end = casedWord(bytes, classes, start, first);
    if (end > start) end = contractionEnd(bytes, end);
    else end = otherPiece(bytes, classes, start, first, length, true);
    ends[count++] = end;
    start = end;
  }
  return count;
};

/**
 * As cl100k_base's pattern does:
 *
 *     (?i:'s|'t|'re|'ve|'m|'ll|'d)  |  [^\r\n\p{L}\p{N}]?\p{L}+
 *     \p{N}{1,3}  |  ` ?`[^\s\p{L}\p{N}]+[\r\n]*  |  \s*[\r\n]+  |  \s+(?!\S)  |  \s+
 */
export const scanCl100k: PieceScanner = ({ bytes, classes, length }, from, ends) => {
  let count = 0;
  for (let start = from; start < length && count < ends.length; ) {
    const first = classes[start] as number;
    let end = contractionEnd(bytes, start);
    if (end === start && (first & (NUMBER | NEWLINE)) === 0) {
      const letters = (first & LETTER) === 0 ? nextCharacter(bytes, start) : start;
      let at = letters;
      while (((classes[at] as number) & LETTER) !== 0) at++;
      if (at > letters) end = at;
    }
    if (end === start) end = otherPiece(bytes, classes, start, first, length, false);
    ends[count++] = end;
    start = end;
  }
  return count;
};

/** The end of what the first two lines of o200k_base's pattern match, without the contraction; `start` if neither does. */
function casedWord(bytes: Uint8Array, classes: Uint8Array, start: number, first: number): number {
  // Any character but a letter may come before the word. A mark may be that character, or belong to the word.
  const word = (first & LETTER) === 0 ? nextCharacter(bytes, start) : start;
  let upperEnd = word;
  while (((classes[upperEnd] as number) & UPPERISH) !== 0) upperEnd++;
  let end = upperEnd;
  while (((classes[end] as number) & LOWERISH) !== 0) end++;
  if (end > upperEnd) return end;
  // No lower case follows. The first line then gives back of its upper case until something without case serves as lower case, …
  while (end > word && ((classes[end - 1] as number) & (CASELESS | MARK)) === 0) end--;
  if (end > word) return end;
  // … at last the mark before the word, which is a word by itself, because the first line goes before the second.
  return (first & MARK) !== 0 ? word : upperEnd > word ? upperEnd : start;
}

/** The end of what the last five parts match, which the encodings share but for the slashes after symbols. */
function otherPiece(bytes: Uint8Array, classes: Uint8Array, start: number, first: number, length: number, slashes: boolean): number {
  let end = start;
  if ((first & NUMBER) !== 0) {
    for (let digits = 0; digits < 3 && ((classes[end] as number) & NUMBER) !== 0; digits++) end = nextCharacter(bytes, end);
    return end;
  }
  if (bytes[end] === 0x20) end++;
  if (((classes[end] as number) & SYMBOLIC) !== 0) {
    while (((classes[end] as number) & SYMBOLIC) !== 0) end++;
    while (((classes[end] as number) & NEWLINE) !== 0 || (slashes && bytes[end] === 0x2f)) end++;
    return end;
  }
  // White space: all up to the last line end in it, …
  end = start;
  while (((classes[end] as number) & WHITE) !== 0) end++;
  for (let at = end; at > start; at--) if (((classes[at - 1] as number) & NEWLINE) !== 0) return at;
  // … or all of it at the end of the text, or all but its last character, which goes with what follows.
  if (end === length) return end;
  const last = previousCharacter(bytes, end);
  return last > start ? last : end;
}

function nextCharacter(bytes: Uint8Array, at: number): number {
  let next = at + 1;
  while (((bytes[next] as number) & 0xc0) === 0x80) next++;
  return next;
}

function previousCharacter(bytes: Uint8Array, at: number): number {
  let previous = at - 1;
  while (((bytes[previous] as number) & 0xc0) === 0x80) previous--;
  return previous;
}

/** Behind 's, 't, 're, 've, 'm, 'll or 'd of any case, if one stands here; `at` otherwise. Zeros behind the text end it. */
function contractionEnd(bytes: Uint8Array, at: number): number {
  if (bytes[at] !== 0x27) return at;
  const second = (bytes[at + 2] as number) | 0x20;
  switch ((bytes[at + 1] as number) | 0x20) {
    case 0x73: // s
    case 0x74: // t
    case 0x6d: // m
    case 0x64: // d
      return at + 2;
    case 0x72: // r
    case 0x76: // v
      return second === 0x65 ? at + 3 : at;
    case 0x6c: // l
      return second === 0x6c ? at + 3 : at;
    case 0xe5: // ſ (U+017F, bytes C5 BF), which is an s to a pattern that ignores case
      return bytes[at + 1] === 0xc5 && bytes[at + 2] === 0xbf ? at + 3 : at;
    default:
      return at;
  }
}
