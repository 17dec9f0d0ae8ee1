/** What a sentence says, reduced to what two wordings of it share. */
export interface Meaning {
  /** Stems of the words that carry it, negations and numbers left out, in order. */
  readonly words: ReadonlySet<string>;
  /** It relates its words to each other, so that another order says something else: "from German to English". */
  readonly ordered: boolean;
  readonly negated: boolean;
  readonly numbers: readonly string[];
}

const NEGATIONS =
  /\b(?:not|never|no|none|nothing|nobody|neither|nor|without|cannot|avoid|refrain|unless|except|exclude|excluding|forbidden|prohibited)\b|n[’']t\b/i;

const RELATION = /\b(?:from|into|to|before|after|than|over|under|above|below|instead|rather|with|by|as)\b/i;

/** Words that two wordings of one instruction may differ in. */
const EMPTY = new Set(
  'a an the and or of to in on at by for with as is are be been being will would shall should must can could may might do does did it its this that these those you your please always ensure make sure kindly very really so just also then all any every each only if when from into their they them there here we our i have has had need needs required require important remember note'.split(
    ' ',
  ),
);

/** Of one meaning in instructions. */
const SAME: Readonly<Record<string, string>> = {
  reply: 'answer',
  respond: 'answer',
  response: 'answer',
  brief: 'short',
  concise: 'short',
  utilize: 'use',
  utilise: 'use',
  employ: 'use',
  customer: 'user',
  client: 'user',
  disclose: 'reveal',
  share: 'reveal',
  polite: 'courteous',
  provide: 'give',
  supply: 'give',
  verify: 'check',
  confirm: 'check',
  courteous: 'courteous',
};

export function meaningOf(sentence: string): Meaning {
  const plain = sentence.toLowerCase().replace(/[’]/g, "'");
  const words = new Set<string>();
  for (const [word] of plain.matchAll(/[\p{L}][\p{L}\p{N}_'-]*/gu)) {
    const bare = word.replace(/'s$|'$/, '');
    if (EMPTY.has(bare) || NEGATIONS.test(bare) || bare.endsWith("n't")) continue;
    const root = stem(bare);
    words.add(SAME[bare] ?? SAME[root] ?? root);
  }
  return { words, ordered: RELATION.test(sentence), negated: isNegated(sentence), numbers: numbersOf(sentence) };
}

export function isNegated(text: string): boolean {
  return NEGATIONS.test(text);
}

/** Digits as they stand; a sign between digits may be the language's own. */
export function numbersOf(text: string): readonly string[] {
  return [...text.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => number);
}

/** The share of these words that the others have, too: from 0 to 1. */
export function covered(words: ReadonlySet<string>, by: ReadonlySet<string>): number {
  if (words.size === 0) return 1;
  let shared = 0;
  for (const word of words) if (by.has(word)) shared++;
  return shared / words.size;
}

/** Cuts the endings that inflection adds in English. */
function stem(word: string): string {
  if (word.length <= 4) return word.replace(/(?<=[^s])s$/, '');
  const cut = word.replace(/(?:ies)$/, 'y').replace(/(?<=[^s])(?:es|s)$/, '');
  const inflected = cut.replace(/(?:ing|ed|ly)$/, '');
  return (inflected.length >= 3 ? inflected : cut).replace(/(.)\1$/, '$1').replace(/e$/, '');
}
