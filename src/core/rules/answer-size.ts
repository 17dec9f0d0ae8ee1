import type { CallSite } from '../request/call-site';
import type { Piece } from '../request/request';
import { asksForJson } from '../structured-output/asks-for-json';
import { withoutExamples } from '../structured-output/without-examples';

/** How long an answer the prompt asks for, with room: twice what it says. Output tokens. */
export interface AnswerSize {
  readonly tokens: number;
  /** A noun phrase. */
  readonly why: string;
  /** What the prompt asks for, without room: a noun phrase. */
  readonly asked: string;
  /** The prompt says how long it has to be. */
  readonly stated: boolean;
}

const DEFAULT: AnswerSize = {
  tokens: 2048,
  why: 'two pages of answer, since the prompt states no length',
  asked: 'an answer of no stated length',
  stated: false,
};
const OF_PARTS: AnswerSize = { ...DEFAULT, why: 'two pages of answer, since the prompt states the length of parts alone' };
/** English prose runs at about 1.3 tokens a word; other languages up to 2.5. */
const TOKENS_PER_WORD = 2.5;
const TOKENS_PER_SENTENCE = 80;
const ROOM = 2;
/** A longer list of sentences is a text of its own kind. */
const MOST_SENTENCES = 12;
/** So tight a cap that it cuts an answer costs more than it bounds. */
const LEAST_TOKENS = 192;

const NUMBER = '\\d{1,4}|one|a single|two|three|four|five|six|seven|eight|nine|ten';
const RANGE = `(${NUMBER})(?:\\s*(?:-|–|to|or)\\s*(${NUMBER}))?`;
const WORDS = new RegExp(
  `\\b(?:at most|no more than|no longer than|up to|under|below|within|max(?:imum)?(?: of)?|in|about|around|exactly)\\s+${RANGE}\\s+words?\\b`,
  'gi',
);
/** Says a length of whatever it stands beside: "(2-5 words)", "a 5-word title". */
const WORDS_OF_SOMETHING = new RegExp(`(?:\\(|\\ba\\s|,\\s)\\s*${RANGE}[ -]words?\\b`, 'gi');
const SENTENCES = new RegExp(
  `\\b(?:answer|reply|respond|summari[sz]e|write|in|with|at most|no more than)\\b[^.\\n]{0,40}?\\b${RANGE}[ -](?:short |brief |plain |single )?sentences?\\b`,
  'gi',
);
/** Speaks of a part of the answer, so it says nothing about the whole. */
const OF_A_PART =
  /\b(?:each|every|per|subject|title|headline|heading|label|greeting|first|then|next|finally|followed|start|begin|end|paragraph|bullet|step|quote)\b/i;

/** What of these is all of the answer: "Output only the title", "Only return the title". */
const ONLY =
  /\b(?:only|just|nothing but)\s+(?:(?:return|output|give|write|print|send|(?:respond|reply|answer) with)\s+)?(?:the\s+|an?\s+|your\s+)?(title|headline|heading|label|greeting|name|phrase|summary)\b/i;

/** A word of two that are named: "Answer with yes or no only". */
const ONE_OF_TWO = /["'“‘`]?\b(?:yes|true)\b["'”’`]?(?:\s+or\s+|\s?\/\s?)["'“‘`]?(?:no|false)\b/gi;
/** Such a word comes with more, wherever in the prompt that is said. */
const WITH_MORE =
  /\b(?:explain|explanation|reason|reasons|reasoning|why|because|justify|justification|rationale|json|each|every|per|then|followed|first|begin|start)\b/i;

const SENTENCE_END = /[.!?\n]/;

const VALUES: Readonly<Record<string, number>> = {
  one: 1,
  'a single': 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};

/** Reads length instructions of the prompt itself: "in at most 120 words", "one short sentence". */
export function answerSize(site: CallSite): AnswerSize {
  const sent = site.request.segments
    .filter(segment => segment.kind !== 'tools' && segment.role !== 'assistant')
    .map(segment => segment.pieces.flatMap(textOf).join(''))
    .join('\n');
  const text = withoutExamples(sent);
  const words = longestWords(text);
  const sentences = longestSentences(text);
  if ((words ?? sentences) !== undefined && hasFields(site, sent)) return OF_PARTS;
  if (words !== undefined)
    return {
      tokens: rounded(words * TOKENS_PER_WORD),
      why: words === 1 ? 'the one word that the prompt asks for' : `twice the ${words} words that the prompt asks for`,
      asked: words === 1 ? 'one word' : `${words} words`,
      stated: true,
    };
  if (sentences === undefined || sentences > MOST_SENTENCES) return DEFAULT;
  const asked = sentences === 1 ? 'one sentence' : `${sentences} sentences`;
  return { tokens: rounded(sentences * TOKENS_PER_SENTENCE), why: `twice the ${asked} that the prompt asks for`, asked, stated: true };
}

/** Whether the answer is an object: a length is one of a field, and nobody says how long the others are. */
function hasFields({ structuredOutput, request }: CallSite, sent: string): boolean {
  return structuredOutput === true || request.segments.some(({ kind }) => kind === 'schema') || asksForJson(sent) !== undefined;
}

/** The largest number of words, or of sentences, that any instruction about the whole answer allows. */
function longestWords(text: string): number | undefined {
  const whole = ONLY.exec(text)?.[1]?.toLowerCase();
  const lengths = lengthsIn(text, WORDS, sentence => !isOfAPart(whole === undefined ? sentence : sentence.replaceAll(whole, '')));
  const ofAllThereIs = whole === undefined ? [] : lengthsIn(text, WORDS_OF_SOMETHING, sentence => sentence.includes(whole));
  return largest([...lengths, ...ofAllThereIs, ...(isOneOfTwo(text) ? [1] : [])]);
}

function isOneOfTwo(text: string): boolean {
  if (WITH_MORE.test(text)) return false;
  return [...text.matchAll(ONE_OF_TWO)].some(({ 0: found, index }) => {
    const sentence = sentenceAround(text, index, found.length);
    return /\b(?:only|just|nothing (?:but|else))\b/i.test(sentence);
  });
}

function longestSentences(text: string): number | undefined {
  return largest(lengthsIn(text, SENTENCES, sentence => !isOfAPart(sentence)));
}

function isOfAPart(sentence: string): boolean {
  return OF_A_PART.test(sentence);
}

/** The numbers of a length in sentences, in lower case, that speak of what is wanted. */
function lengthsIn(text: string, pattern: RegExp, isWanted: (sentence: string) => boolean): readonly number[] {
  return [...text.matchAll(pattern)]
    .filter(match => isWanted(sentenceAround(text, match.index, match[0].length).toLowerCase()))
    .flatMap(match =>
      [match[1], match[2]].flatMap(number => (number === undefined ? [] : [VALUES[number.toLowerCase()] ?? Number(number)])),
    );
}

function largest(lengths: readonly number[]): number | undefined {
  const known = lengths.filter(number => Number.isFinite(number) && number > 0);
  return known.length === 0 ? undefined : Math.max(...known);
}

function sentenceAround(text: string, from: number, length: number): string {
  let start = from;
  while (start > 0 && !SENTENCE_END.test(text[start - 1] ?? '')) start--;
  let end = from + length;
  while (end < text.length && !SENTENCE_END.test(text[end] ?? '')) end++;
  return text.slice(start, end);
}

function rounded(tokens: number): number {
  return Math.max(LEAST_TOKENS, Math.ceil((tokens * ROOM) / 64) * 64);
}

function textOf(piece: Piece): readonly string[] {
  if (piece.kind === 'text') return [piece.text.text];
  return piece.kind === 'choice' ? piece.options.flatMap(option => [...option.flatMap(textOf), '\n']) : ['\uFFFC'];
}
