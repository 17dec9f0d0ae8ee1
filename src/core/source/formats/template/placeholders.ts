import type { Lexed, Token } from './tag';

/** One name in double braces, as most programs fill prompts; anything more is taken for text. */
export const doubleBraces = /\{\{\s*([A-Za-z_][\w.-]{0,80})\s*\}\}/g;

/** `${input:name}`, `${selection}` of VS Code's prompt files, and `$ARGUMENTS` of commands. */
export const editorVariables = /\$\{(input:[^}\n]{1,200}|selection|selectedText|file\w{0,30}|workspaceFolder\w{0,10})\}|\$ARGUMENTS\b/g;

/** Finds single placeholders in text that is no template otherwise. */
export function lexPlaceholders(text: string, from: number, to: number, pattern: RegExp): Lexed {
  const tokens: Token[] = [];
  let literal = from;
  const search = new RegExp(pattern.source, 'g');
  search.lastIndex = from;
  for (let found = search.exec(text); found !== null; found = search.exec(text)) {
    const end = found.index + found[0].length;
    if (end > to) break;
    if (found.index > literal) tokens.push({ kind: 'literal', start: literal, end: found.index });
    const expression = found[1] ?? found[0];
    tokens.push({
      kind: 'tag',
      start: found.index,
      end,
      action: { kind: 'print', expression },
      trimBefore: false,
      trimBehind: false,
      ownLine: false,
    });
    literal = end;
  }
  if (to > literal) tokens.push({ kind: 'literal', start: literal, end: to });
  return { tokens, problems: [] };
}
