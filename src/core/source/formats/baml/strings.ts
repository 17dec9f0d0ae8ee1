import { behindLine } from '../../written-lines';
/** A string's content, with the offset behind its closing quote. */
export interface BamlString {
  readonly content: { readonly text: string; readonly start: number; readonly end: number; readonly raw: boolean };
  readonly behind: number;
}

/** `"…"` on one line, or `#"…"#` with up to five signs; a raw string that is never closed runs to the end of the file. */
export function stringAt(text: string, at: number): BamlString | undefined {
  if (text[at] === '"') {
    const end = quoteEnd(text, at + 1);
    if (end === undefined) return undefined;
    const source = text.slice(at + 1, end);
    return { content: { text: source.replace(/\\(["\\])/g, '$1'), start: at + 1, end, raw: false }, behind: end + 1 };
  }
  if (text[at] !== '#') return undefined;
  const signs = /^#{1,5}(?=")/.exec(text.slice(at, at + 6))?.[0];
  if (signs === undefined) return undefined;
  const start = at + signs.length + 1;
  const closing = text.indexOf(`"${signs}`, start);
  const end = closing === -1 ? text.length : closing;
  return { content: { text: text.slice(start, end), start, end, raw: true }, behind: closing === -1 ? end : end + 1 + signs.length };
}

function quoteEnd(text: string, from: number): number | undefined {
  for (let at = from; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at;
  }
  return undefined;
}

/** White space and comments: `// …`, `{// … //}`; `also` is skipped like white space. */
export function skipTrivia(text: string, from: number, also = ''): number {
  for (let at = from; ; ) {
    const char = text[at];
    if (char === undefined) return text.length;
    if (/\s/.test(char) || char === also) at++;
    else if (text.startsWith('//', at)) at = behindLine(text, at);
    else if (text.startsWith('{//', at)) {
      const closing = text.indexOf('//}', at + 3);
      at = closing === -1 ? text.length : closing + 3;
    } else return at;
  }
}
