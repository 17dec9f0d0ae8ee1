import { duplicatesIn } from '../duplicates';
import type { Pass, TextEdit } from '../pass';
import type { Unit } from '../units';

export const pass: Pass = {
  id: 'duplicates',
  title: 'Instructions that are given twice',
  takes: 'words',
  find(text) {
    return duplicatesIn(text).map(({ later, first, identical }) => ({
      label: `Remove "${short(later.text)}"${identical ? ', which is said before' : `: "${short(first.text)}" says it already`}`,
      edits: [removalOf(text, later)],
    }));
  },
};

/** A line goes with its break; a sentence with the blank that parts it from its neighbour. */
export function removalOf(text: string, unit: Unit): TextEdit {
  const { line } = unit;
  if (line === undefined) {
    const after = /^[ \t]+/.exec(text.slice(unit.to))?.[0].length ?? 0;
    if (after > 0) return { from: unit.from, to: unit.to + after, insert: '' };
    const before = /(?<![ \t])[ \t]+$/.exec(text.slice(0, unit.from))?.[0].length ?? 0;
    return { from: unit.from - before, to: unit.to, insert: '' };
  }
  const next = /^\r?\n/.exec(text.slice(line.to))?.[0].length ?? 0;
  if (next > 0 && !isLastOfParagraph(text, line.from, line.to + next)) return { from: line.from, to: line.to + next, insert: '' };
  const breakBefore = /\r?\n$/.exec(text.slice(0, line.from))?.[0].length ?? 0;
  if (breakBefore === 0) return { from: line.from, to: line.to + next, insert: '' };
  // A paragraph of its own takes one of the blank lines around it along.
  const blank = next > 0 ? (/\r?\n[ \t]*\r?\n$/.exec(text.slice(0, line.from))?.[0].length ?? breakBefore) : breakBefore;
  return { from: line.from - blank, to: line.to, insert: '' };
}

/** Between two blank lines. */
function isLastOfParagraph(text: string, from: number, behind: number): boolean {
  return /^[ \t]*(?:\r?\n|$)/.test(text.slice(behind)) && /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(0, from));
}

function short(text: string): string {
  const words = text.replace(/\s+/g, ' ').trim();
  return words.length <= 60 ? words : `${words.slice(0, 59)}…`;
}
