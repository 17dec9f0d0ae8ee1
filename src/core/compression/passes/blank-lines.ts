import type { Pass } from '../pass';
import { codeBlocks, touches } from '../protected-text';

export const pass: Pass = {
  id: 'blank-lines',
  title: 'Repeated blank lines',
  takes: 'white space',
  find(text) {
    const code = codeBlocks(text);
    // Two line breaks stay: a paragraph stays one.
    const edits = [...text.matchAll(/(?<=\n)[ \t]*\r?\n((?:[ \t]*\r?\n)+)/g)].flatMap(match => {
      const to = match.index + match[0].length;
      const from = to - (match[1]?.length ?? 0);
      return touches(code, from, to) ? [] : [{ from, to, insert: '' }];
    });
    const count = edits.length;
    const label = `Remove repeated blank lines in ${count === 1 ? 'one place' : `${count} places`}`;
    return count === 0 ? [] : [{ label, edits, divisible: true }];
  },
};
