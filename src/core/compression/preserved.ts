import { covered, isNegated, meaningOf, numbersOf } from './meaning';
import { formatTerms, isOutputFormat } from './output-format';
import { codeBlocks, codeSpans, placeholders, type Range, tags, urls } from './protected-text';
import { type Unit, unitsOf } from './units';

/** Something of the original that a proposal lost. */
export interface Missing {
  readonly kind: 'variable' | 'code block' | 'number' | 'address' | 'negation' | 'output format' | 'tag';
  /** As the original says it. */
  readonly text: string;
}

/** Of a sentence's words at least this share has to be found again in one of the proposal's. */
const LEAST_COVERED = 0.5;

/**
 * What of a prompt a proposal for it no longer says: variables, code, numbers, addresses, negations, how the answer is to look, tags.
 * Empty: nothing is missing. `values`: what the opaque characters of the original stand for, for messages.
 */
export function missingFrom(original: string, proposal: string, values: readonly string[] = []): readonly Missing[] {
  return [
    ...missingVariables(original, proposal, values),
    ...missingCode(original, proposal),
    ...lost('address', [...new Set(parts(original, urls(original)))], [...new Set(parts(proposal, urls(proposal)))]),
    ...missingNumbers(original, proposal),
    ...missingNegations(original, proposal),
    ...missingFormats(original, proposal),
    ...lost('tag', parts(original, tags(original)), parts(proposal, tags(proposal))),
  ];
}

/** Each in its place: another order would put the values elsewhere. */
function missingVariables(original: string, proposal: string, values: readonly string[]): readonly Missing[] {
  const was = parts(original, placeholders(original)).map(spaceless);
  const is = parts(proposal, placeholders(proposal)).map(spaceless);
  if (was.join('\n') === is.join('\n')) return [];
  let opaque = 0;
  const named = was.map(text => ({ text, name: text === '\uFFFC' ? (values[opaque++] ?? 'a value') : text }));
  const left = [...is];
  const gone = named.filter(({ text }) => {
    const index = left.indexOf(text);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  if (gone.length > 0) return gone.map(({ name }) => ({ kind: 'variable', text: name }));
  return [{ kind: 'variable', text: left.length > 0 ? `one more than before: ${left[0] ?? ''}` : 'another order of the variables' }];
}

function missingCode(original: string, proposal: string): readonly Missing[] {
  const blocks = (text: string) => parts(text, codeBlocks(text)).map(unindented);
  const spans = (text: string) => {
    const fenced = codeBlocks(text);
    return parts(
      text,
      codeSpans(text).filter(span => !fenced.some(block => block.from < span.to && span.from < block.to)),
    );
  };
  const fenced = lost('code block', blocks(original), blocks(proposal), block => block);
  return [...fenced, ...lost('code block', [...new Set(spans(original))], [...new Set(spans(proposal))], span => span)];
}

/** A number may be said once where it was said twice of the same thing. */
function missingNumbers(original: string, proposal: string): readonly Missing[] {
  const was = numbersOf(original);
  const is = numbersOf(proposal);
  const times = (numbers: readonly string[], number: string) => numbers.filter(other => other === number).length;
  const named = new Set(numbersWithNoun(proposal));
  const nouns = numbersWithNoun(original);
  const wanting = [...new Set(was)].filter(number => times(is, number) < times(was, number));
  return wanting.flatMap(number => {
    if (times(is, number) === 0) return [{ kind: 'number' as const, text: number }];
    return nouns.filter(pair => pair.split(' ')[0] === number && !named.has(pair)).map(text => ({ kind: 'number' as const, text }));
  });
}

function numbersWithNoun(text: string): readonly string[] {
  return [...text.matchAll(/(\d+(?:\.\d+)?)[\s-]*(\p{L}*)/gu)].map(([, number = '', noun = '']) =>
    `${number} ${noun.toLowerCase()}`.trim(),
  );
}

function missingNegations(original: string, proposal: string): readonly Missing[] {
  const there = unitsOf(proposal)
    .filter(({ text }) => isNegated(text))
    .map(({ text }) => meaningOf(text));
  return unitsOf(original)
    .filter(({ text }) => isNegated(text))
    .filter(({ text }) => !there.some(other => covered(meaningOf(text).words, other.words) >= LEAST_COVERED))
    .map(({ text }) => ({ kind: 'negation', text }));
}

function missingFormats(original: string, proposal: string): readonly Missing[] {
  const there = unitsOf(proposal).map(unit => ({ terms: formatTerms(unit.text), meaning: meaningOf(unit.text) }));
  const found = (unit: Unit) => {
    const { words } = meaningOf(unit.text);
    const terms = formatTerms(unit.text);
    return there.some(other => terms.every(term => other.terms.includes(term)) && covered(words, other.meaning.words) >= LEAST_COVERED);
  };
  return unitsOf(original)
    .filter(unit => isOutputFormat(unit) && !found(unit))
    .map(({ text }) => ({ kind: 'output format', text }));
}

/** Each as often as before, as far as `same` tells two apart. */
function lost(kind: Missing['kind'], was: readonly string[], is: readonly string[], same = spaceless): readonly Missing[] {
  const left = is.map(same);
  return was.flatMap(text => {
    const index = left.indexOf(same(text));
    if (index < 0) return [{ kind, text }];
    left.splice(index, 1);
    return [];
  });
}

function parts(text: string, ranges: readonly Range[]): readonly string[] {
  return ranges.map(({ from, to }) => text.slice(from, to));
}

/** Moved left as a whole, code is the same. */
function unindented(block: string): string {
  const lines = block.replace(/\r\n/g, '\n').split('\n');
  const margins = lines.flatMap(line => (line.trim() === '' ? [] : [/^[ \t]*/.exec(line)?.[0].length ?? 0]));
  const margin = margins.length === 0 ? 0 : Math.min(...margins);
  return lines
    .map(line => (line.trim() === '' ? '' : line.slice(margin)))
    .join('\n')
    .trimEnd();
}

function spaceless(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/ (?=[}>])|(?<=[{<]) /g, '');
}
