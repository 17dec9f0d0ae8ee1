import type { Edit } from '../../../edit';
import type { Span } from '../../../span';

interface Row {
  readonly keyEnd: number;
  readonly valueStart: number;
  readonly keyLength: number;
}

/**
 * Where gofmt puts the value of a key that is added below the last of a literal's entries: values of single lines that follow each
 * other stand in a column. `edits` moves those above when the new key is the longest; none where the column isn't gofmt's.
 */
export function inColumn(
  text: string,
  entries: readonly { readonly at: Span }[],
  key: string,
): { readonly space: string; readonly edits: readonly Edit[] } {
  const rows = rowsAbove(text, entries);
  const [first] = rows;
  const widest = Math.max(0, ...rows.map(({ keyLength }) => keyLength));
  const isColumn = rows.every(row => row.keyLength + (row.valueStart - row.keyEnd) === widest + 1);
  if (first === undefined || !isColumn) return { space: ' ', edits: [] };
  const own = key.length + 1;
  const more = Math.max(0, own - widest);
  const uri = entries[0]?.at.uri ?? '';
  const edits = more === 0 ? [] : rows.map(row => ({ uri, start: row.valueStart, end: row.valueStart, newText: ' '.repeat(more) }));
  return { space: ' '.repeat(Math.max(widest, own) - own + 1), edits };
}

/** The entries at the end that stand on one line each, without anything between them. */
function rowsAbove(text: string, entries: readonly { readonly at: Span }[]): readonly Row[] {
  const rows: Row[] = [];
  for (let index = entries.length - 1; index >= 0; index--) {
    const { at } = entries[index] ?? { at: { start: 0, end: 0 } };
    const source = text.slice(at.start, at.end);
    const below = entries[index + 1];
    const alone = text.slice(text.lastIndexOf('\n', at.start - 1) + 1, at.start).trim() === '';
    if (source.includes('\n') || !alone || (below !== undefined && !/^,[^\n]*\n[^\S\n]*$/.test(text.slice(at.end, below.at.start)))) break;
    const pair = /^((?:[\p{L}_][\w.]*|"[^"\\]*"):)([ \t]+)\S/u.exec(source);
    if (pair?.[1] === undefined || pair[2] === undefined) break;
    const keyEnd = at.start + pair[1].length;
    rows.push({ keyEnd, valueStart: keyEnd + pair[2].length, keyLength: pair[1].length });
  }
  return rows;
}
