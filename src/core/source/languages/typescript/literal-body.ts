import type { Span } from '../../span';
import type { Value, ValueOf } from '../../values';
import { lineEndOf } from '../../written-lines';
import type { Quote } from './literal-source';
import { breaksByEscape } from './read-body';

/** The source between the quotes of one literal, placeholders included; undefined for anything else. */
export function bodyOf(text: string, literal: Value): Span | undefined {
  if (quoteOf(text, literal) === undefined) return undefined;
  const { uri, start, end } = literal.at;
  return { uri, start: start + 1, end: end - 1 };
}

/** A template on one line that writes `\n` keeps doing so. */
export function lineBreakIn(text: string, literal: Value): string | undefined {
  const quote = quoteOf(text, literal);
  const body = bodyOf(text, literal);
  if (quote === undefined || body === undefined) return undefined;
  const escapes = quote !== '`' || (!isRaw(text, literal) && breaksByEscape(text.slice(body.start, body.end)));
  return escapes ? '\\n' : lineEndOf(text);
}

/** A template of `String.raw`, which has no escapes. */
export function isRaw(text: string, literal: Value): boolean {
  return /String\s*\.\s*raw\s*$/.test(text.slice(Math.max(0, literal.at.start - 40), literal.at.start));
}

/** The quote around a string or template literal; undefined for anything else, a part of a template included. */
export function quoteOf(text: string, value: Value): Quote | undefined {
  const { start, end } = value.at;
  if (end - start < 2 || text[end - 1] !== text[start]) return undefined;
  if (value.kind === 'template') return value.literal && text[start] === '`' ? '`' : undefined;
  return value.kind === 'text' ? stringQuote(text, value) : undefined;
}

function stringQuote(text: string, value: ValueOf<'text'>): Quote | undefined {
  const quote = text[value.at.start];
  const first = value.text.runs[0];
  // A template's part may begin with a quote too, but then its text begins right there.
  if (first !== undefined && first.source <= value.at.start) return undefined;
  return quote === "'" || quote === '"' || quote === '`' ? quote : undefined;
}
