import type { Pass, TextEdit } from '../pass';
import { codeBlocks, codeSpans, type Line, linesOf, placeholders, type Range, tableRows, touches, urls } from '../protected-text';

export const pass: Pass = {
  id: 'repeated-spaces',
  title: 'Repeated spaces inside of lines',
  takes: 'white space',
  find(text) {
    const kept = [...codeBlocks(text), ...codeSpans(text), ...tableRows(text), ...urls(text), ...placeholders(text)];
    const lines = linesOf(text);
    const edits = lines.flatMap((line, index) => (isAligned(lines, index) ? [] : runsIn(line, kept)));
    const count = edits.length;
    const label = `Make one space of repeated ones in ${count === 1 ? 'one place' : `${count} places`}`;
    return count === 0 ? [] : [{ label, edits, divisible: true }];
  },
};

/** Behind the line's first word: what stands before it is its indentation. The first space stays. */
function runsIn(line: Line, kept: readonly Range[]): readonly TextEdit[] {
  // In code and data, spaces may be part of it.
  if (/[{}=;<>\\"]/.test(line.text)) return [];
  return [...line.text.matchAll(/(?<=\S) {2,}(?=\S)/g)].flatMap(match => {
    const from = line.from + match.index + 1;
    const to = line.from + match.index + match[0].length;
    return touches(kept, from, to) ? [] : [{ from, to, insert: '' }];
  });
}

/** Columns of a table without lines: several wide gaps in the line, or one beside another line's. */
function isAligned(lines: readonly Line[], index: number): boolean {
  const gaps = (line: Line | undefined) => [...(line?.text ?? '').matchAll(/(?<=[^\s.!?:]) {2,}(?=\S)/g)];
  const own = gaps(lines[index]);
  if (own.length === 0) return false;
  return own.length > 1 || gaps(lines[index - 1]).length > 0 || gaps(lines[index + 1]).length > 0;
}
