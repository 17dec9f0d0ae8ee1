import { codeBlocks, linesOf, type Range, touches, wordsToKeep } from './protected-text';

/** A sentence, or a list's item of one sentence. */
export interface Unit extends Range {
  readonly text: string;
  /** The whole line, bullet included, where the unit has it to itself. */
  readonly line?: Range;
  /** The heading above it; empty: none. */
  readonly heading: string;
  /** A step of a numbered list: its place says when it holds. */
  readonly numbered: boolean;
  /** It stands in the paragraph of an example ("Example 2:"), which shows and asks nothing. */
  readonly example: boolean;
}

const HEADING = /^[ \t]*#{1,6}[ \t]+(?![ \t])(.*)$/;
/** A line in bold that says nothing by itself. */
const BOLD = /^[ \t]*(?:\*\*|__)([^*_\n]{1,120}[^*_.!?\s])(?:\*\*|__):?[ \t]*$/;
const EXAMPLE = /^[ \t]*[*_]{0,2}(?:example|sample|case|scenario)s?\b[^.!?:]{0,30}:?[*_]{0,2}:?[ \t]*$/i;
const ITEM = /^([ \t]*)(?:[-*+•–][ \t]+|\d{1,3}[.)][ \t]+)?/;

/** Sentences and items outside of code, in order. */
export function unitsOf(text: string): readonly Unit[] {
  const skipped = codeBlocks(text);
  const kept = wordsToKeep(text);
  const units: Unit[] = [];
  let heading = '';
  let example: 'begins' | 'shows' | undefined;
  for (const line of linesOf(text)) {
    const title = HEADING.exec(line.text)?.[1] ?? BOLD.exec(line.text)?.[1];
    if (title !== undefined) heading = title.trim();
    if (EXAMPLE.test(line.text)) example = 'begins';
    else if (line.text.trim() === '') example = example === 'begins' ? example : undefined;
    else if (example !== undefined) example = 'shows';
    if (title !== undefined || line.text.trim() === '' || touches(skipped, line.from, line.to)) continue;
    const lead = ITEM.exec(line.text)?.[0] ?? '';
    const sentences = sentencesIn(line.text.slice(lead.length), line.from + lead.length, kept);
    for (const { from, to } of sentences) {
      const whole = sentences.length === 1 ? { line: { from: line.from, to: line.to } } : {};
      const numbered = /^[ \t]*\d/.test(lead);
      units.push({ from, to, text: text.slice(from, to), heading, numbered, example: example !== undefined, ...whole });
    }
  }
  return units;
}

/** Ends at `.`, `!` or `?` before a blank, unless inside of something kept or behind an abbreviation. */
function sentencesIn(text: string, offset: number, kept: readonly Range[]): readonly Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const match of text.matchAll(/(?<![.!?])[.!?]+["”')\]*_]*(?=\s+[\p{Lu}\p{N}"“*_`\uFFFC(])/gu)) {
    const to = match.index + match[0].length;
    if (
      touches(kept, offset + match.index, offset + match.index + 1) ||
      /\b(?:e\.g|i\.e|etc|vs|approx|no|Dr|Mr|Ms)\.$/.test(text.slice(from, to))
    )
      continue;
    ranges.push({ from, to });
    from = to + (/^\s+/.exec(text.slice(to))?.[0].length ?? 0);
  }
  if (text.slice(from).trim() !== '') ranges.push({ from, to: text.trimEnd().length });
  return ranges.map(range => ({ from: offset + range.from, to: offset + range.to }));
}
