import type { Lexed, Token } from './tag';

/** Semantic Kernel's own templates: `{{$x}}`, `{{plugin.function $x}}`, and a quoted value that stands for itself. */
export function lexSemanticKernel(text: string, from: number, to: number): Lexed {
  const tokens: Token[] = [];
  const block = /\{\{(?!\{)((?:"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|[^{}"'\n]){1,2000})\}\}/g;
  block.lastIndex = from;
  let literal = from;
  for (let found = block.exec(text); found !== null && found.index + found[0].length <= to; found = block.exec(text)) {
    const [start, end] = [found.index, found.index + found[0].length];
    const content = (found[1] ?? '').trim();
    if (content === '') continue;
    if (start > literal) tokens.push({ kind: 'literal', start: literal, end: start });
    const value = /^(["'])(.*)\1$/s.exec(content)?.[2];
    if (value !== undefined) tokens.push({ kind: 'literal', start, end, emits: value.replace(/\\(["'\\])/g, '$1') });
    else {
      const expression = content.replace(/^\$/, '');
      tokens.push({ kind: 'tag', start, end, action: { kind: 'print', expression }, trimBefore: false, trimBehind: false, ownLine: false });
    }
    literal = end;
  }
  if (to > literal) tokens.push({ kind: 'literal', start: literal, end: to });
  return { tokens, problems: [] };
}
