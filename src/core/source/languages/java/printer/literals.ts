import type { Literal } from '../../../literal';

const CONTROLS: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\b': '\\b', '\f': '\\f', '\0': '\\0' };

/** Text as the body of a string literal. */
export function escapeString(decoded: string): string {
  return decoded.replace(/[\\"\n\r\t\b\f\0]/g, sign => CONTROLS[sign] ?? `\\${sign}`).replace(/[\u2028\u2029]/g, unicode);
}

/** Text as the body of a text block whose lines begin with `indentation`. */
export function escapeBlock(decoded: string, lineBreak: string): string {
  return decoded
    .replace(/\\|"(?="")|"$/g, '\\$&')
    .replace(/\r/g, '\\r')
    .replace(/ (?=\n|$)/g, '\\s')
    .replace(/\n/g, lineBreak);
}

function unicode(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** Java's expression for a value; undefined where only a class of the SDK could hold it. */
export function printLiteral(value: Literal): string | undefined {
  if (typeof value === 'string') return `"${escapeString(value)}"`;
  if (typeof value !== 'object') return typeof value === 'number' && !Number.isFinite(value) ? undefined : String(value);
  if ('source' in value) return value.source;
  if ('record' in value) return undefined;
  const items = value.list.map(printLiteral);
  return items.includes(undefined) ? undefined : `List.of(${items.join(', ')})`;
}

/** A parameter as builders call it: `max_completion_tokens` is set by `maxCompletionTokens`. */
export function methodName(parameter: string): string {
  return parameter.replace(/_([a-z\d])/g, (_, letter: string) => letter.toUpperCase());
}
