import type { Edit } from '../../../edit';
import type { Printer, SourceStyle } from '../../../language';
import { lineEndOf } from '../../../written-lines';

/** Behind the imports, or behind the package's clause where there are none. */
export const addToHead: Printer['addToHead'] = (text, uri, imports, declaration) => {
  const missing = [...new Set(imports.map(({ module }) => module))].filter(module => !text.includes(`"${module}"`));
  const group = /^import[ \t]*\([^()]*?(?=\r?\n?\))/m.exec(text);
  const end = lineEndOf(text);
  const edits: Edit[] = [];
  const insert = (at: number, newText: string) => {
    if (newText !== '') edits.push({ uri, start: at, end: at, newText: newText.replaceAll('\n', end) });
  };
  const single = [...text.matchAll(/^import[ \t]+(?:[\w.]+[ \t]+)?"[^"\n]*"[^\n]*(?:\n|$)/gm)].pop();
  const clause = /^package[ \t]+\w[^\n]*\n?/m.exec(text);
  const behind = single ?? clause;
  const closing = group === null ? -1 : text.indexOf(')', group.index + group[0].length);
  const lineEnd = text.indexOf('\n', closing);
  const at =
    closing >= 0
      ? lineEnd < 0
        ? text.length
        : lineEnd + 1
      : behind === null || behind === undefined
        ? 0
        : behind.index + behind[0].length;
  const lines = missing.map(module => `\t"${module}"`).join('\n');
  if (group !== null && lines !== '') insert(group.index + group[0].length, `\n${lines}`);
  const own = group === null && lines !== '' ? `\nimport (\n${lines}\n)\n` : '';
  insert(at, own + (declaration === '' ? '' : `\n${declaration}`));
  return edits;
};

export function styleOf(_text: string): SourceStyle {
  return { quote: '"', unit: '\t', semicolons: false };
}
