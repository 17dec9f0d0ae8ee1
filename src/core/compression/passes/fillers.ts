import { INSTRUCTION_VERBS } from '../instruction-verbs';
import { isNegated } from '../meaning';
import type { Pass, PassChange } from '../pass';
import { touches } from '../protected-text';
import { keptFromRewording } from '../rewording';
import { type Unit, unitsOf } from '../units';

interface Filler {
  readonly pattern: RegExp;
  /** The words before it and behind it, where more has to be known than the pattern says. */
  readonly fits?: (before: string, after: string) => boolean;
}

/** Words at the head of a sentence that leave a whole one behind. */
const HEADS: readonly RegExp[] = [
  new RegExp(`^(?:please|kindly)[ ,]+(?=(?:${INSTRUCTION_VERBS})\\b)`, 'i'),
  new RegExp(
    `^(?:i (?:want|need|would like|'d like) you to|i would like for you to|your (?:task|job|goal) is to|you are (?:asked|expected|instructed|requested) to|can you(?: please)?|could you(?: please)?) +(?=(?:${INSTRUCTION_VERBS})\\b(?![^?]*\\?))`,
    'i',
  ),
  /^(?:please )?(?:it is (?:important|worth noting|essential) to note that|please note that|note that|keep in mind that|bear in mind that|be aware that) +(?=\p{L})/iu,
];

/** Words that strengthen without saying more. Not behind a negation, nor where they are no adverb ("the very first"). */
const INTENSIFIERS: Filler = {
  pattern: /(?<=\p{L} )(?:very|really|extremely|quite|truly) +(?=\p{Ll}{3,})/giu,
  fits: (before, after) =>
    !/\b(?:the|this|these|those|a bit|how|not|n[’']t|so|no)\s*$/i.test(before) &&
    !/^(?:much|many|few|first|last|same|own|like|little|well|often|only|soon|important|unlikely)\b/i.test(after),
};
const PLEASE: Filler = { pattern: /(?:(?<=\p{L}), please(?=[.!]|$)|(?<=\b(?:and|then|but|,) )please +(?=\p{Ll}))/giu };

export const pass: Pass = {
  id: 'fillers',
  title: 'Fillers ("please", "very", "I want you to")',
  takes: 'words',
  find(text) {
    const kept = keptFromRewording(text);
    return unitsOf(text)
      .flatMap(unit => [...headChange(unit), ...changesInside(unit)])
      .filter(({ edits }) => edits.every(({ from, to }) => !touches(kept, from, to)));
  },
};

function headChange({ text, from }: Unit): readonly PassChange[] {
  // Bold and the like stays before the words.
  const lead = /^[*_>\s]*/.exec(text)?.[0].length ?? 0;
  const rest = text.slice(lead);
  for (const head of HEADS) {
    const found = head.exec(rest)?.[0];
    const next = found === undefined ? undefined : rest.charAt(found.length);
    if (found === undefined || next === undefined || isNegated(found)) continue;
    const isCapital = /^\p{Lu}/u.test(rest);
    const insert = isCapital ? next.toUpperCase() : next;
    const start = from + lead;
    return [{ label: `Remove "${found.trim()}"`, edits: [{ from: start, to: start + found.length + 1, insert }] }];
  }
  return [];
}

function changesInside({ text, from }: Unit): readonly PassChange[] {
  return [INTENSIFIERS, PLEASE].flatMap(({ pattern, fits }) =>
    [...text.matchAll(pattern)].flatMap(match => {
      const end = match.index + match[0].length;
      if (fits !== undefined && !fits(text.slice(0, match.index), text.slice(end))) return [];
      return [
        { label: `Remove "${match[0].replace(/^,/, '').trim()}"`, edits: [{ from: from + match.index, to: from + end, insert: '' }] },
      ];
    }),
  );
}
