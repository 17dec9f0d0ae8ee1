import { INSTRUCTION_VERBS } from './instruction-verbs';
import { dataLines, termLines } from './lines-about-something';
import { covered, type Meaning, meaningOf } from './meaning';
import { OPAQUE } from './prompt-text';
import { touches, wordsToKeep } from './protected-text';
import { withThoseBehind } from './sentences-behind';
import { type Unit, unitsOf } from './units';

export interface Duplicate {
  readonly first: Unit;
  readonly later: Unit;
  /** Word for word, but for case, punctuation and white space. */
  readonly identical: boolean;
}

/** Shorter sentences ("Be brief.") say too little to be compared by their words; word for word they can be. */
const LEAST_WORDS = 4;
const LEAST_WORDS_EQUAL = 3;
const LEAST_WORDS_IDENTICAL = 2;
/** The later sentence says at most this share less than the first, else it may have a subject of its own. */
const LEAST_SHARE = 0.6;
/** Comparing all with all is quadratic. */
const MOST_UNITS = 600;

const IMPERATIVE = new RegExp(
  `^(?:[*_>\\s]*)(?:please |always |never |only |also |then )?(?:do not|don[’']t|double[- ]check|${INSTRUCTION_VERBS})\\b(?!:)`,
  'i',
);
const MODAL =
  /\b(?:must|should|shall|always|never|do not|don[’']t|make sure|ensure|has to|have to|need to|needs to|you (?:will|are|can|may|cannot|can[’']t)|may not|only)\b/i;

/** Terms and no sentence: `Plan name, display name` names fields, though one may plan. */
const TERMS =
  /^(?:answer|call|draft|estimate|format|guide|help|limit|list|mark|offer|outline|output|plan|process|quote|rank|rate|report|review|route|run|score|search|start|state|store|update|use) [\w-]+(?:, [\w-]+(?: [\w-]+)?)+[.;]?$/i;
/** What such a sentence would have. */
const TO_SOMETHING = /\b(?:the|an?|your|their|its|it|all|any|each|every|no|not|in|on|to|with|from|for|of|as|by|and|or|only)\b/i;

/** What somebody says in an example of a conversation asks nothing of the model, and is said again in another example. */
const SPOKEN =
  /^[*_>\s]*(?:user|human|customer|person|student|teacher|chatbot|bot|assistant|ai|agent|model|q|a|question|answer|input|output)[*_]*\s?:/i;

/** What is typed in a game or a terminal that the prompt shows: `> look at shelf 1`. */
const TYPED = /^[ \t]*>[ \t]?[a-z]/;
/** So many of them make it a text that tells what happened: what it says in the second person, and of itself, asks nothing. */
const LEAST_TYPED = 3;
const TELLS = /^(?:you (?:will|are|can|may)\b|[^.]{0,20}\bI (?:have|need) to\b)/i;

/** Sentences and items that only repeat what an earlier one of the same text asks. None that holds a value, or that is a step of its own. */
export function duplicatesIn(text: string): readonly Duplicate[] {
  const kept = wordsToKeep(text);
  const data = dataLines(text);
  const terms = termLines(text);
  const all = unitsOf(text);
  const isTold = all.filter(unit => TYPED.test(unit.text)).length >= LEAST_TYPED;
  const units = all
    .filter(
      unit =>
        isInstruction(unit) &&
        !touches(data, unit.from, unit.to) &&
        !(unit.line === undefined && touches(terms, unit.from, unit.to)) &&
        !(isTold && (TYPED.test(unit.text) || TELLS.test(unit.text))) &&
        !touches(
          kept.filter(({ from, to }) => coversQuote(unit, from, to)),
          unit.from,
          unit.to,
        ),
    )
    .slice(0, MOST_UNITS)
    .map(unit => ({ unit, meaning: meaningOf(unit.text), said: said(unit.text), exact: exactParts(unit.text) }));
  const found: Duplicate[] = [];
  const gone = new Set<Unit>();
  for (const [index, later] of units.entries()) {
    const before = found[found.length - 1];
    if (before !== undefined && later.unit.from < before.later.to) continue;
    for (const first of units.slice(0, index)) {
      if (gone.has(first.unit)) continue;
      const identical = first.said === later.said && later.said.split(' ').length >= LEAST_WORDS_IDENTICAL;
      const repeats = identical || (first.exact === later.exact && saysNoMore(later.meaning, first.meaning));
      if (!repeats || !sameCondition(first.unit, later.unit)) continue;
      const whole = withThoseBehind(text, first.unit, later.unit, said);
      if (whole === undefined) continue;
      found.push({ first: first.unit, later: whole, identical });
      gone.add(later.unit);
      break;
    }
  }
  return found;
}

function isInstruction({ text, numbered, example }: Unit): boolean {
  return (
    !numbered &&
    !example &&
    !SPOKEN.test(text) &&
    !(TERMS.test(text.trim()) && !TO_SOMETHING.test(text)) &&
    !text.includes(OPAQUE) &&
    !text.trimEnd().endsWith(':') &&
    !text.trimEnd().endsWith('?') &&
    (IMPERATIVE.test(text) || MODAL.test(text))
  );
}

/** The unit lies inside of something that is to stay as it is. What it quotes itself is compared as it stands. */
function coversQuote(unit: Unit, from: number, to: number): boolean {
  return from <= unit.from && unit.to <= to;
}

function saysNoMore(later: Meaning, first: Meaning): boolean {
  if (later.negated !== first.negated || later.numbers.join(' ') !== first.numbers.join(' ')) return false;
  const least = later.words.size === first.words.size ? LEAST_WORDS_EQUAL : LEAST_WORDS;
  if (later.words.size < Math.max(least, first.words.size * LEAST_SHARE) || covered(later.words, first.words) < 1) return false;
  const inFirst = [...first.words].filter(word => later.words.has(word));
  return !(first.ordered || later.ordered) || inFirst.join(' ') === [...later.words].join(' ');
}

/** Under headings of their own, or behind conditions of their own, two equal sentences are about two things. */
function sameCondition(first: Unit, later: Unit): boolean {
  const condition = ({ text }: Unit) =>
    /\b(?:if|when|whenever|unless|until|while|before|after|once|in case|for)\b[^,.;]*/i
      .exec(text)?.[0]
      .toLowerCase()
      .replace(/\W+/g, ' ')
      .trim();
  if (condition(first) !== condition(later)) return false;
  return first.heading === later.heading || !isConditional(first.heading + later.heading);
}

function isConditional(heading: string): boolean {
  return /\b(?:if|when|for|case|step|example|phase|stage|mode|scenario|option|after|before|during)\b|\d/i.test(heading);
}

/** The words in order, as they would be spoken. */
function said(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[^\p{L}\p{N}'%$€/.-]+|[.](?=\s|$)/gu, ' ')
    .trim();
}

/** Code, quotations and addresses, which are compared as they stand. */
function exactParts(text: string): string {
  return [...text.matchAll(/`[^`]+`|"[^"]+"|“[^“”]+”|https?:\S+|\{[^{}]+\}|\$\S+|\b[A-Z]{2,}\b/g)]
    .map(([part]) => part)
    .sort()
    .join(' ');
}
