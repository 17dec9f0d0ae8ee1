import type { Unit } from './units';

/** What stands for something that the sentence before says. */
const POINTS_BACK = /\b(?:this|these|those|it|they|them|such|otherwise|instead|then|either|both|if (?:so|not)|(?:do|doing) so)\b/i;

/**
 * The later of two sentences together with those behind it on its line, where they point back to it and stand behind the first one as
 * well; undefined: they would point at nothing without it.
 */
export function withThoseBehind(text: string, first: Unit, later: Unit, said: (text: string) => string): Unit | undefined {
  const end = endOfLine(text, later.to);
  const behind = text.slice(later.to, end);
  if (later.line !== undefined || !POINTS_BACK.test(behind)) return later;
  if (said(text.slice(first.to, endOfLine(text, first.to))) !== said(behind)) return undefined;
  const lineFrom = text.lastIndexOf('\n', later.from - 1) + 1;
  const to = later.from + text.slice(later.from, end).trimEnd().length;
  const isWhole = /^[ \t]*(?:[-*+•–][ \t]+)?$/.test(text.slice(lineFrom, later.from));
  return { ...later, to, text: text.slice(later.from, to), ...(isWhole && { line: { from: lineFrom, to: end } }) };
}

/** Without the break, of either kind. */
function endOfLine(text: string, offset: number): number {
  const end = /\r?\n|$/.exec(text.slice(offset))?.index ?? 0;
  return offset + end;
}
