import type { Printer, SourceStyle } from '../../../language';
import { lineEndOf } from '../../../written-lines';

/** Behind the `using`s that the file begins with. A declaration goes to the file's end: statements of a program come before its types. */
export const addToHead: Printer['addToHead'] = (text, uri, imports, declaration) => {
  const head = text.slice(0, headEnd(text));
  const last = [...head.matchAll(/using\s[^;]*;[^\n]*(?:\n|$)/g)].at(-1);
  const at = last === undefined ? 0 : last.index + last[0].length;
  const missing = [...new Set(imports.map(({ module }) => module))].filter(
    module => !new RegExp(`\\busing\\s+${module.replace(/\./g, '\\.')}\\s*;`).test(head),
  );
  const lf = (source: string) => source.replaceAll('\n', lineEndOf(text));
  const usings = missing.map(module => `using ${module};\n`).join('');
  const opening = usings !== '' && at > 0 && text[at - 1] !== '\n' ? '\n' : '';
  const ending = text.endsWith('\n') || text === '' ? '\n' : '\n\n';
  return [
    ...(usings === '' ? [] : [{ uri, start: at, end: at, newText: lf(opening + usings) }]),
    ...(declaration === '' ? [] : [{ uri, start: text.length, end: text.length, newText: lf(ending + declaration) }]),
  ];
};

/** Behind the comments, directives and `using`s that come first. */
function headEnd(text: string): number {
  const part = /\s+|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/|#[^\n]*\n|(?:global\s+)?using\s+(?!\s|var\b|\()[^;(]*;/y;
  for (let at = 0; ; at = part.lastIndex) {
    part.lastIndex = at;
    if (!part.test(text)) return at;
  }
}

export function styleOf(text: string): SourceStyle {
  const unit = /^[^\s/*].*\r?\n(?:\{\r?\n)?([ \t]+)\S/m.exec(text)?.[1] ?? '    ';
  return { quote: '"', unit, semicolons: true };
}
