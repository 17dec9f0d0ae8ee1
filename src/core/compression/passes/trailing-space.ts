import type { Pass } from '../pass';
import { codeBlocks, linesOf, touches } from '../protected-text';

export const pass: Pass = {
  id: 'trailing-space',
  title: 'White space at the ends of lines',
  takes: 'white space',
  find(text) {
    const code = codeBlocks(text);
    const edits = linesOf(text).flatMap(line => {
      const from = line.to - (/(?<![ \t\u00A0])[ \t\u00A0]+$/.exec(line.text)?.[0].length ?? 0);
      return from === line.to || touches(code, from, line.to) ? [] : [{ from, to: line.to, insert: '' }];
    });
    return edits.length === 0 ? [] : [{ label: `Remove white space at the ends of ${lines(edits.length)}`, edits, divisible: true }];
  },
};

function lines(count: number): string {
  return count === 1 ? 'one line' : `${count} lines`;
}
