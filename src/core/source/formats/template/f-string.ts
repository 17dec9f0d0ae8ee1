import type { Uri } from '../../span';
import type { Problem } from '../../summary';
import type { Lexed, Token } from './tag';

/** Python's format strings, as LangChain fills them: `{name}`, `{name!r:>10}`; `{{` and `}}` are single braces. */
export function lexFString(uri: Uri, text: string, from: number, to: number): Lexed {
  const tokens: Token[] = [];
  const problems: Problem[] = [];
  const brace = /\{\{|\}\}|\{([A-Za-z_]\w*(?:\.\w+|\[[^[\]{}\n]*\])*)(?:![rsa])?(?::[^{}\n]*)?\}|[{}]/g;
  brace.lastIndex = from;
  let literal = from;
  for (let found = brace.exec(text); found !== null && found.index + found[0].length <= to; found = brace.exec(text)) {
    const [source, expression] = found;
    const [start, end] = [found.index, found.index + source.length];
    if (source.length === 1) {
      if (problems.length < 20)
        problems.push({
          message: `A single \`${source}\` breaks this template: write \`${source + source}\` for the sign itself.`,
          at: { uri, start, end },
        });
      continue;
    }
    if (start > literal) tokens.push({ kind: 'literal', start: literal, end: start });
    if (expression === undefined) tokens.push({ kind: 'literal', start, end, emits: source.slice(1) });
    else
      tokens.push({ kind: 'tag', start, end, action: { kind: 'print', expression }, trimBefore: false, trimBehind: false, ownLine: false });
    literal = end;
  }
  if (to > literal) tokens.push({ kind: 'literal', start: literal, end: to });
  return { tokens, problems };
}
