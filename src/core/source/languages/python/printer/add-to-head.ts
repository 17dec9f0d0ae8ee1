import type { Printer, SourceStyle } from '../../../language';
import { lineEndOf } from '../../../written-lines';

/** Behind the imports that the file begins with, two blank lines before a declaration and behind it. */
export const addToHead: Printer['addToHead'] = (text, uri, imports, declaration) => {
  const at = headEnd(text);
  const head = text.slice(0, at);
  const missing = imports.filter(({ module, name }) => !imported(head, module).includes(name));
  const lineOf = (module: string) => {
    const names = missing.filter(each => each.module === module).map(({ name }) => name);
    return names.length === 0 ? '' : `from ${module} import ${names.sort().join(', ')}\n`;
  };
  const modules = [...new Set(missing.map(({ module }) => module))];
  const group = standardGroup(head);
  const standard = group === undefined ? '' : lineOf('typing');
  const lines = modules.filter(module => standard === '' || module !== 'typing').map(lineOf);
  const opening = head === '' || /\n$/.test(head) ? '' : '\n';
  const blanks = /^(?:[ \t]*\r?\n)*/.exec(text.slice(at))?.[0].match(/\n/g)?.length ?? 0;
  const isLast = text.slice(at).trim() === '';
  const behind = declaration === '' || isLast ? '' : '\n'.repeat(Math.max(0, 2 - blanks));
  const before = declaration === '' || (head === '' && lines.length === 0) ? '' : '\n\n';
  const newText = opening + lines.join('') + before + declaration + behind;
  const insert = (start: number, lf: string) =>
    lf === '' ? [] : [{ uri, start, end: start, newText: lf.replaceAll('\n', lineEndOf(text)) }];
  return [...insert(group ?? 0, standard), ...insert(at, newText)];
};

/** Behind the first of several groups of imports, which is the standard library's; undefined: they aren't grouped. */
function standardGroup(head: string): number | undefined {
  const next = /[ \t]*\r?\n(?:import|from)\b/y;
  for (const { 0: group, index } of head.matchAll(/^(?:import|from)[^\n]*\n(?:[^\S\n]*\S[^\n]*\n)*/gm)) {
    const end = index + group.length;
    next.lastIndex = end;
    if (next.test(head)) return group.startsWith('from __future__') ? undefined : end;
  }
  return undefined;
}

export function styleOf(text: string): SourceStyle {
  const unit = /^[^\s#].*:[ \t]*(?:#.*)?\r?\n([ \t]+)\S/m.exec(text)?.[1] ?? '    ';
  return { quote: '"', unit, semicolons: false };
}

/** Behind the docstring, comments and imports that come first. */
function headEnd(text: string): number {
  const statement = /(?:from[ \t]+[.\w]+[ \t]+import[ \t]*\((?:[^)]*)\)|(?:from[ \t]+[.\w]+[ \t]+)?import\b(?:[^\n\\]|\\\r?\n)*)[^\n]*\n?/y;
  const docstring = /[rRuU]?(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"[^"\n]*"|'[^'\n]*')[ \t]*(?:\r?\n|$)/y;
  const skipped = /(?:[ \t]*(?:#[^\n]*|\r?)\n)+/y;
  let [at, end] = [0, 0];
  let isFirst = true;
  for (;;) {
    skipped.lastIndex = at;
    if (skipped.test(text)) at = skipped.lastIndex;
    const next = isFirst && /["'rRuU]/.test(text[at] ?? '') ? docstring : statement;
    next.lastIndex = at;
    if (next.test(text)) {
      at = next.lastIndex;
      end = at;
    } else if (next !== docstring) return end;
    isFirst = false;
  }
}

/** The names that a module's imports bring in under their own name. */
function imported(head: string, module: string): readonly string[] {
  const pattern = new RegExp(`^from[ \\t]+${module.replace(/\./g, '\\.')}[ \\t]+import[ \\t]*(\\([^)]*\\)|[^\\n]*)`, 'gm');
  return [...head.matchAll(pattern)].flatMap(([, names = '']) =>
    names
      .replace(/#[^\n]*|[()]/g, '')
      .split(',')
      .map(name => name.trim()),
  );
}
