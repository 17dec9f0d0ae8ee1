import type { Edit, Refusal } from '../../edit';
import { contains, type Span } from '../../span';
import type { Value } from '../../values';
import { bodyOf, isRaw, lineBreakIn, quoteOf } from './literal-body';
import { escapeBody } from './literal-source';
import { readBody } from './read-body';

/** Cuts a stretch out of a literal's body and pastes it, as it is written, at the body's end. Lines break there as the literal breaks them. */
export function moveToEndOfLiteral(text: string, literal: Value, stretch: Span, separator: string): readonly Edit[] | Refusal {
  const quote = quoteOf(text, literal);
  const body = bodyOf(text, literal);
  const lineBreak = lineBreakIn(text, literal);
  if (quote === undefined || body === undefined || lineBreak === undefined)
    return { refused: 'This text is put together from several parts: move the part by hand.' };
  if (!contains(body, stretch) || stretch.start > stretch.end)
    return { refused: 'The part to move lies outside of this text: move it by hand.' };
  if (stretch.start === stretch.end || stretch.end === body.end) return [];
  const before = text.slice(body.start, stretch.start);
  const cut = text.slice(stretch.start, stretch.end);
  const after = text.slice(stretch.end, body.end);
  const raw = quote === '`' && isRaw(text, literal);
  const between = escapeBody(separator, quote, lineBreak);
  const read = (source: string): string => readBody(source, quote, raw);
  const said = quote === '`' ? separator.replace(/\r\n/g, '\n') : separator;
  // Cutting inside of an escape or a placeholder, or joining `$` and `{`, would make another text of it.
  const cutsWell = read(before) + read(cut) + read(after) === read(before + cut + after);
  const joinsWell = read(before + after + between + cut) === read(before) + read(after) + said + read(cut);
  const halves = [stretch.start, stretch.end].some(offset => /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(offset - 1, offset + 1)));
  if (halves || !cutsWell || !joinsWell) return { refused: 'Moving this part would change the text around it: move it by hand.' };
  const { uri } = body;
  return [
    { uri, start: stretch.start, end: stretch.end, newText: '' },
    { uri, start: body.end, end: body.end, newText: between + cut },
  ];
}
