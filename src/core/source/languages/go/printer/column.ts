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

const ENTRY = /^([ \t]*)((?:[\p{L}_][\p{L}\p{N}_]*|"[^"\\]*"):)([ \t]+)(\S.*)$/u;

/** Writes another key where one stands, and moves the values of its column to where gofmt puts them then; alone where there is no column. */
export function renamedInColumn(text: string, { uri, start, end }: Span, newKey: string): readonly Edit[] {
  const alone: readonly Edit[] = [{ uri, start, end, newText: newKey }];
  const own = rowAt(text, start);
  if (own === undefined || own.keyEnd - own.keyLength !== start) return alone;
  const rows = [...rowsFrom(text, own, -1), own, ...rowsFrom(text, own, 1)];
  const widest = Math.max(...rows.map(row => row.keyLength));
  if (rows.some(row => row.keyLength + row.valueStart - row.keyEnd !== widest + 1)) return alone;
  const lengthOf = (row: Row) => (row === own ? newKey.length + 1 : row.keyLength);
  const newWidest = Math.max(...rows.map(lengthOf));
  return rows.flatMap((row): readonly Edit[] => {
    const space = ' '.repeat(newWidest - lengthOf(row) + 1);
    if (row === own) return [{ uri, start, end: row.valueStart, newText: `${newKey}:${space}` }];
    return space.length === row.valueStart - row.keyEnd ? [] : [{ uri, start: row.keyEnd, end: row.valueStart, newText: space }];
  });
}

/** The entry that has the line of an offset for itself. */
function rowAt(text: string, offset: number): (Row & { readonly indent: string; readonly line: number }) | undefined {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', line);
  const [, indent = '', key = '', space = '', rest = ''] = ENTRY.exec(text.slice(line, next < 0 ? text.length : next).trimEnd()) ?? [];
  if (key === '' || !isWhole(rest)) return undefined;
  const keyEnd = line + indent.length + key.length;
  return { keyEnd, valueStart: keyEnd + space.length, keyLength: key.length, indent, line };
}

/** Whether a value ends on its line: what is opened there is closed there. */
function isWhole(source: string): boolean {
  const count = (bracket: string) => source.split(bracket).length;
  const ends = source.endsWith(',') || source.includes(', //');
  return ends && count('{') === count('}') && count('(') === count(')') && count('[') === count(']') && count('`') % 2 === 1;
}

/** The entries on the lines above (-1) or below (1), up to the first line that is none. */
function rowsFrom(text: string, own: { readonly indent: string; readonly line: number }, way: -1 | 1): readonly Row[] {
  const rows: Row[] = [];
  for (let line = own.line; ; ) {
    const offset = way < 0 ? line - 1 : text.indexOf('\n', line) + 1;
    const row = offset <= 0 ? undefined : rowAt(text, offset);
    if (row === undefined || row.indent !== own.indent || row.line === line) return way < 0 ? rows.reverse() : rows;
    rows.push(row);
    line = row.line;
  }
}
