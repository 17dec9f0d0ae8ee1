import type { Span } from '../../span';
import type { Value, ValueOf } from '../../values';
import type { Quote } from './literal-source';

/** The source between the quotes of one literal, placeholders included; undefined for anything else. */
export function bodyOf(text: string, literal: Value): Span | undefined {
  if (quoteOf(text, literal) === undefined) return undefined;
  const { uri, start, end } = literal.at;
  return { uri, start: start + 1, end: end - 1 };
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
