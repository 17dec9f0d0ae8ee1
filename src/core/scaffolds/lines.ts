/** A call as written, as lines of a comment; without the indentation that its place gave it. */
export function commentLines(call: string, sign: string): string {
  const lines = call.replaceAll('\r\n', '\n').split('\n');
  const indents = lines.slice(1).flatMap(line => (line.trim() === '' ? [] : [/^\s*/.exec(line)?.[0].length ?? 0]));
  const shared = Math.min(...indents, 80);
  return lines.map((line, index) => `${sign}     ${index === 0 ? line : line.slice(shared)}`.trimEnd()).join('\n');
}

/** `for half of the price`, where the share is known. */
export function atWhatPrice(factor: number | undefined): string {
  if (factor === undefined) return 'as one batch';
  return factor === 0.5 ? 'as one batch, for half of the price' : `as one batch, for ${Math.round(factor * 100)}% of the price`;
}

/** Code in a docstring, where backslashes and its quotes would mean something. */
export function inDocstring(code: string): string {
  return code.replace(/\\/g, '/').replaceAll('"""', "'''");
}

/** Code in a documentation comment of Java or C#, which it must not end and which is read as HTML or XML. */
export function inBlockComment(code: string): string {
  return code.replaceAll('*/', '* /').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
