/** How a string's body is quoted in the source. */
export type Quote = "'" | '"' | '`';

const controls: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\u2028': '\\u2028', '\u2029': '\\u2029', '\0': '\\x00' };

/** Writes text as the body of a literal. `lineBreak`: how a template breaks lines; strings can only do it by escapes. */
export function escapeBody(decoded: string, quote: Quote, lineBreak: string): string {
  if (quote !== '`') {
    return decoded.replace(/[\\\n\r\u2028\u2029\0'"]/g, sign => controls[sign] ?? (sign === '\\' || sign === quote ? `\\${sign}` : sign));
  }
  const escaped = decoded.replace(/\\|`|\$\{/g, '\\$&').replace(/\r\n/g, '\n');
  return escaped.replace(/\r/g, '\\r').replace(/\n/g, lineBreak);
}

/** A literal of the language; strings in the quotes that the document mostly uses. */
export function printLiteral(value: number | string | boolean, text: string): string {
  if (typeof value !== 'string') return String(value);
  const quote = quoteOf(text);
  return quote + escapeBody(value, quote, '\n') + quote;
}

export function printKey(key: string, text: string): string {
  return /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(key) ? key : printLiteral(key, text);
}

/** The quotes of the first import, as texts may hold many of the other kind; where there is none, those that stand most often. */
export function quoteOf(text: string): "'" | '"' {
  const imported = /^(?:import\b(?:(?!["']).)*|(?:(?!["']).)*\bfrom[ \t]+|(?:(?!["']).)*\brequire\()(["'])/m.exec(text)?.[1];
  if (imported === '"' || imported === "'") return imported;
  const double = text.split('"').length;
  return double > text.split("'").length ? '"' : "'";
}
