import type { CallSite, Piece } from '../request/request';

/** How long an answer the prompt asks for, with room: twice what it says. Output tokens. */
export interface AnswerSize {
  readonly tokens: number;
  /** A noun phrase. */
  readonly why: string;
}

const DEFAULT: AnswerSize = { tokens: 2048, why: 'an answer of two pages, since the prompt states no length' };
/** English prose runs at about 1.3 tokens a word; other languages up to 2.5. */
const TOKENS_PER_WORD = 2.5;
const TOKENS_PER_SENTENCE = 80;
const ROOM = 2;

const NUMBERS: Readonly<Record<string, number>> = { one: 1, a: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 };

/** Reads length instructions of the prompt itself: "in at most 120 words", "one short sentence", a JSON schema. */
export function answerSize(site: CallSite): AnswerSize {
  const text = site.request.segments
    .filter(segment => segment.kind !== 'tools')
    .flatMap(segment => segment.pieces.flatMap(textOf))
    .join('\n');
  const words = lengthIn(text, /\b(?:at most|no more than|up to|under|within|max(?:imum)?(?: of)?|in|about|around)\s+(\d{1,4}|one|two|three|four|five|ten)(?:\s*(?:-|–|to)\s*(\d{1,4}))?\s+words\b/gi);
  if (words !== undefined) return { tokens: rounded(words * TOKENS_PER_WORD * ROOM), why: `twice the ${words} words that the prompt asks for` };
  const sentences = lengthIn(text, /\b(?:answer|reply|respond|summari[sz]e|write|in|at most|no more than)\b[^.\n]{0,40}?\b(one|two|three|four|five|\d{1,2})(?:\s*(?:-|–|to|or)\s*(one|two|three|four|five|\d{1,2}))?\s+(?:short\s+|brief\s+|plain\s+)?sentences?\b/gi);
  if (sentences !== undefined && sentences <= 12) {
    return { tokens: rounded(Math.max(160, sentences * TOKENS_PER_SENTENCE * ROOM)), why: `twice the ${sentences === 1 ? 'one sentence' : `${sentences} sentences`} that the prompt asks for` };
  }
  return DEFAULT;
}

/** The largest length that any instruction allows. */
function lengthIn(text: string, pattern: RegExp): number | undefined {
  const found = [...text.matchAll(pattern)].flatMap(match => [match[1], match[2]].flatMap(number => (number === undefined ? [] : [NUMBERS[number.toLowerCase()] ?? Number(number)])));
  const known = found.filter(number => Number.isFinite(number) && number > 0);
  return known.length === 0 ? undefined : Math.max(...known);
}

function rounded(tokens: number): number {
  return Math.max(128, Math.ceil(tokens / 64) * 64);
}

function textOf(piece: Piece): readonly string[] {
  if (piece.kind === 'text') return [piece.text.text];
  return piece.kind === 'choice' ? piece.options.flatMap(option => option.flatMap(textOf)) : ['\uFFFC'];
}
