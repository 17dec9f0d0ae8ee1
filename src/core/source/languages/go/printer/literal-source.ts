import { type Literal, printStructure } from '../../../literal';
import type { Span } from '../../../span';
import type { Value } from '../../../values';
import { lineEndOf, literalPlace } from '../../../written-lines';
import { decodeLiteral } from '../strings';

export type Quote = '"' | '`';

/** The quote around a string literal; undefined for anything else. */
export function quoteOf(text: string, value: Value): Quote | undefined {
  const { start, end } = value.at;
  const quote = text[start];
  if (value.kind !== 'text' || end - start < 2 || text[end - 1] !== quote) return undefined;
  return quote === '"' || quote === '`' ? quote : undefined;
}

/** The source between the quotes of one literal; undefined for anything else. */
export function bodyOf(text: string, literal: Value): Span | undefined {
  const { uri, start, end } = literal.at;
  return quoteOf(text, literal) === undefined ? undefined : { uri, start: start + 1, end: end - 1 };
}

/** A raw literal breaks its lines as the file does; the other kind writes an escape. */
export function lineBreakIn(text: string, literal: Value): string | undefined {
  const quote = quoteOf(text, literal);
  if (quote === undefined) return undefined;
  return quote === '"' ? '\\n' : lineEndOf(text);
}

/** What a literal's body says. */
export function readBody(body: string, quote: Quote): string {
  return decodeLiteral('', body, 0, quote === '`').text;
}

/** Text as the body of a literal; undefined where a raw one can't say it. */
export function writeBody(decoded: string, quote: Quote, lineBreak: string): string | undefined {
  if (quote === '`') return /[`\r]/.test(decoded) ? undefined : decoded.replaceAll('\n', lineBreak);
  return JSON.stringify(decoded)
    .slice(1, -1)
    .replace(/[\u007f\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

export function printLiteral(value: number | string | boolean): string {
  return typeof value === 'string' ? `"${writeBody(value, '"', '\\n')}"` : String(value);
}

/** A literal as it is written at an offset. Structures need a type in Go: only expressions and scalars are written without one. */
export function printAt(text: string, offset: number, value: Literal): string | undefined {
  const syntax = { scalar: printLiteral, key: (key: string) => key, padding: '' } as const;
  if (typeof value === 'object' && !('source' in value)) return undefined;
  return printStructure(value, syntax, literalPlace(text, offset, '\t'));
}

/** A field as Go calls it: `max_completion_tokens` is `MaxCompletionTokens`. */
export function fieldName(name: string): string {
  return name
    .split('_')
    .map(word => (INITIALISMS.has(word) ? word.toUpperCase() : word.slice(0, 1).toUpperCase() + word.slice(1)))
    .join('');
}

const INITIALISMS: ReadonlySet<string> = new Set(['id', 'url', 'api', 'json', 'ttl', 'http']);
