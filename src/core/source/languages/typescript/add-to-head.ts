import type { Printer, SourceStyle } from '../../language';
import { lineEndOf } from '../../written-lines';
import { quoteOf } from './literal-source';
import { specifierLike } from './module-specifiers';

/** Behind the imports that the file begins with, a blank line before a declaration and behind it. */
export const addToHead: Printer['addToHead'] = (text, uri, imports, declaration) => {
  const { at, requires } = headEnd(text);
  const head = text.slice(0, at);
  const { quote, semicolons } = styleOf(text);
  const semicolon = semicolons ? ';' : '';
  const missing = imports
    .map(({ module, name }) => ({ module: specifierLike(head, module), name }))
    .filter(({ module, name }) => !isImported(head, module, name));
  const modules = [...new Set(missing.map(({ module }) => module))];
  const lines = modules.map(module => {
    const names = missing
      .filter(each => each.module === module)
      .map(({ name }) => name)
      .join(', ');
    return requires
      ? `const { ${names} } = require(${quote}${module}${quote})${semicolon}\n`
      : `import { ${names} } from ${quote}${module}${quote}${semicolon}\n`;
  });
  const opening = head === '' || /\n$/.test(head) ? '' : '\n';
  const blanks = /^(?:[ \t]*\r?\n)*/.exec(text.slice(at))?.[0].match(/\n/g)?.length ?? 0;
  const behind = declaration === '' || blanks > 0 || text.slice(at).trim() === '' ? '' : '\n';
  const before = declaration === '' || (head === '' && lines.length === 0) ? '' : '\n';
  const newText = opening + lines.join('') + before + declaration + behind;
  return newText === '' ? [] : [{ uri, start: at, end: at, newText: newText.replaceAll('\n', lineEndOf(text)) }];
};

export function styleOf(text: string): SourceStyle {
  const modules = [...text.matchAll(/^(?:import\b(?:(?!["']).)*|.*\bfrom[ \t]+|.*\brequire\()(["'])[^"'\n]+\1\)?(;?)/gm)];
  const [first] = modules;
  return {
    quote: quoteOf(text),
    unit: /^[^\s/*].*[{([]\r?\n([ \t]+)\S/m.exec(text)?.[1] ?? '  ',
    semicolons: first === undefined ? /;[ \t]*$/m.test(text) : first[2] === ';',
  };
}

/** Behind the directives, comments and imports that come first. */
function headEnd(text: string): { readonly at: number; readonly requires: boolean } {
  const skipped = /(?:\s+|#![^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\/)+/y;
  const directive = /(["'])use \w+\1[ \t]*(?:;[ \t]*)?(?:\r?\n|$)/y;
  const imports = /import\b(?![ \t]*[(.])[^'"]*?(["'])[^'"\n]*\1[^\n]*\n?/y;
  const requires = /(?:const|let|var)\s+(?:\w+|\{[^}]*\})\s*=\s*require\((["'])[^'"\n]*\1\)[^\n]*(?:\n|$)/y;
  let [at, end, required, found] = [0, 0, 0, 0];
  for (;;) {
    skipped.lastIndex = at;
    if (skipped.test(text)) at = skipped.lastIndex;
    const next = [directive, imports, requires].find(pattern => {
      pattern.lastIndex = at;
      return pattern.test(text);
    });
    if (next === undefined) return { at: end, requires: required > 0 && required === found };
    at = next.lastIndex;
    end = at;
    if (next !== directive) found++;
    if (next === requires) required++;
  }
}

function isImported(head: string, module: string, name: string): boolean {
  const from = module.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const [named, whole] = [
    new RegExp(`\\{([^{}]*)\\}\\s*(?:from\\s*|=\\s*require\\()["']${from}["']`, 'g'),
    new RegExp(`\\b(?:import\\s+(?:\\*\\s+as\\s+)?|const\\s+)${name}\\s*(?:,[^'"]*)?(?:from\\s*|=\\s*require\\()["']${from}(?:/v4)?["']`),
  ];
  const names = [...head.matchAll(named)].flatMap(([, list = '']) => list.split(',').map(each => each.trim()));
  return names.includes(name) || whole.test(head);
}
