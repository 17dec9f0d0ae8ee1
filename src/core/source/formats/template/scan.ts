/**
 * The offset behind a tag's closing braces, or undefined when it isn't closed: no closer, or another tag opens first.
 * Braces inside a quoted string of one line don't count; the quote of `user's` opens no string.
 */
export function closeOf(text: string, from: number, to: number, closer: string, openers: readonly string[]): number | undefined {
  let at = from;
  while (at < to) {
    if (text.startsWith(closer, at)) return at + closer.length <= to ? at + closer.length : undefined;
    if (openers.some(opener => text.startsWith(opener, at))) return undefined;
    const char = text[at];
    const quoted = (char === '"' || char === "'") && !/\w/.test(text[at - 1] ?? '');
    at = quoted ? stringEnd(text, at, to, char) : at + 1;
  }
  return undefined;
}

function stringEnd(text: string, from: number, to: number, quote: string): number {
  for (let at = from + 1; at < to; at++) {
    const char = text[at];
    if (char === '\n') return from + 1;
    if (char === '\\') at++;
    else if (char === quote) return at + 1;
  }
  return from + 1;
}

/** Dotted paths of an expression, strings left out: `user.name ~ "x"` gives `[user, name]`. */
export function pathsOf(expression: string): readonly (readonly string[])[] {
  const bare = expression.slice(0, 2000).replace(/"[^"\n]*"|'[^'\n]*'/g, ' ');
  const found = bare.match(/@?[A-Za-z_$][\w$]*(?:\s*[./]\s*[A-Za-z_$@][\w$]*|\[\w*\])*/g) ?? [];
  return found.map(path => path.split(/[^\w$@]+/).filter(name => name !== '' && !/^\d+$/.test(name)));
}

/** As the author wrote it, in one short line. */
export function labelOf(source: string): string {
  const line = source.slice(0, 400).replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

/** Words of a tag, quoted strings and parenthesised parts kept whole. */
export function wordsOf(source: string): readonly string[] {
  return source.slice(0, 2000).match(/[\w.@$-]+=(?:"[^"]*"|'[^']*'|\([^()]*\)|[^\s()]+)|"[^"]*"|'[^']*'|\([^()]*\)|[^\s()]+/g) ?? [];
}
