import type { LiteralOf, Pass, PassChange } from '../pass';
import { type Line, linesOf } from '../protected-text';

/** Below this, indentation rather is the author's structure. */
const LEAST_COLUMNS = 2;

export const pass: Pass = {
  id: 'indentation',
  title: 'Indentation that all lines of a text share',
  takes: 'white space',
  find(text, literalOf) {
    const byLiteral = new Map<unknown, Line[]>();
    for (const line of linesOf(text).slice(1)) {
      if (line.text.trim() === '') continue;
      const literal = literalOf(line.from);
      byLiteral.set(literal, [...(byLiteral.get(literal) ?? []), line]);
    }
    return [...byLiteral].flatMap(([literal, lines]) => dedent(text, lines, literal, byLiteral.size > 1, literalOf));
  },
};

/** Lines of one literal move left together, so that what is indented within stays so. */
function dedent(text: string, lines: readonly Line[], literal: unknown, amongOthers: boolean, literalOf: LiteralOf): readonly PassChange[] {
  // A text that is put into another may be indented on purpose; one that starts at its margin shows that its other lines follow the code.
  if (amongOthers && (literal === undefined || startsIndented(text, literal, literalOf))) return [];
  const margin = lines.map(line => indentOf(line.text)).reduce((shared, own) => commonStart(shared, own));
  if (margin.length < LEAST_COLUMNS && !margin.includes('\t')) return [];
  if (lines.length === 1 && startsWithText(text)) return [];
  // A text block begins with its first line, which is then indented like the others.
  const [first] = linesOf(text);
  const all = first !== undefined && !amongOthers && first.text.trim() !== '' && first.text.startsWith(margin) ? [first, ...lines] : lines;
  const edits = all.map(({ from }) => ({ from, to: from + margin.length, insert: '' }));
  return [{ label: `Take the indentation of ${margin.length} columns off ${all.length} lines`, edits }];
}

/** One indented line under another may be its sub-item. */
function startsWithText(text: string): boolean {
  return /^[^\n]*\S/.test(text);
}

function startsIndented(text: string, literal: unknown, literalOf: LiteralOf): boolean {
  for (let offset = 0; offset < text.length; offset++)
    if (literalOf(offset) === literal) return text[offset] === ' ' || text[offset] === '\t';
  return false;
}

function indentOf(line: string): string {
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return a.slice(0, length);
}
