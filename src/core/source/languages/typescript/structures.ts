import type { Edit, Refusal } from '../../edit';
import type { NamedPart } from '../../language';
import type { Literal } from '../../literal';
import type { Span } from '../../span';
import type { Value } from '../../values';
import { insertInList } from '../../written-lines';
import { bodyOf, isRaw, quoteOf } from './literal-body';
import { printKey } from './literal-source';
import { printAt } from './print-at';
import { readBody } from './read-body';

export function insertItem(text: string, behind: Span, value: Literal): readonly Edit[] | Refusal {
  return insertInList(text, behind, at => printAt(text, at, value));
}

/** Writes over the value of `name: value`, or of the shorthand `{ name }`; any other part is nothing but its value. */
export function replaceValue(text: string, part: NamedPart, make: (source: string) => Literal | Refusal): readonly Edit[] | Refusal {
  const { uri, start, end } = part.at;
  const source = text.slice(start, end);
  const opening = /^(?:([\p{ID_Start}_$][\p{ID_Continue}$]*)|(["'])([^"'\\]*)\2)\s*:\s*/u.exec(source);
  const from = opening !== null && (opening[1] ?? opening[3]) === part.name ? start + opening[0].length : start;
  const isShorthand = source === part.name;
  const key = isShorthand ? `${printKey(part.name, text)}: ` : '';
  const literal = make(text.slice(from, end));
  if (typeof literal === 'object' && 'refused' in literal) return literal;
  return [{ uri, start: from, end, newText: key + printAt(text, from, literal, key.length) }];
}

export function splitLiteral(text: string, literal: Value, offset: number): readonly [head: string, tail: string] | undefined {
  const quote = quoteOf(text, literal);
  const body = bodyOf(text, literal);
  if (quote === undefined || body === undefined || offset <= body.start || offset >= body.end) return undefined;
  const raw = quote === '`' && isRaw(text, literal);
  const [head, tail] = [text.slice(body.start, offset), text.slice(offset, body.end)];
  const read = (source: string): string => readBody(source, quote, raw);
  const halves = /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(offset - 1, offset + 1));
  // Cutting inside of an escape or a placeholder would make another text of it.
  if (raw || halves || read(head) + read(tail) !== read(head + tail)) return undefined;
  return [quote + head + quote, quote + tail + quote];
}
