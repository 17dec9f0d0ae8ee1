import type { Edit, Refusal } from '../../../edit';
import type { Printer } from '../../../language';
import { contains, type Span } from '../../../span';
import type { Value } from '../../../values';
import { bodyOf, lineBreakIn, quoteOf, readBody, writeBody } from './literal-source';

const BY_HAND: Refusal = { refused: 'This part of the text can’t be changed without changing what stands around it. Change it by hand.' };

/** Cuts a literal in two that say together what it says; undefined inside of an escape. */
export function splitLiteral(text: string, literal: Value, offset: number): readonly [head: string, tail: string] | undefined {
  const quote = quoteOf(text, literal);
  const body = bodyOf(text, literal);
  if (quote === undefined || body === undefined || offset <= body.start || offset >= body.end) return undefined;
  const [head, tail] = [text.slice(body.start, offset), text.slice(offset, body.end)];
  if (halves(text, offset) || readBody(head, quote) + readBody(tail, quote) !== readBody(head + tail, quote)) return undefined;
  return [quote + head + quote, quote + tail + quote];
}

/** Cuts a stretch out of a literal's body and pastes it, as it is written, at the body's end. */
export function moveToEndOfLiteral(text: string, literal: Value, stretch: Span, separator: string): readonly Edit[] | Refusal {
  const quote = quoteOf(text, literal);
  const body = bodyOf(text, literal);
  if (quote === undefined || body === undefined) return { refused: 'This text is put together from several parts: move the part by hand.' };
  if (!contains(body, stretch) || stretch.start > stretch.end)
    return { refused: 'The part to move lies outside of this text: move it by hand.' };
  if (stretch.start === stretch.end || stretch.end === body.end) return [];
  const before = text.slice(body.start, stretch.start);
  const cut = text.slice(stretch.start, stretch.end);
  const after = text.slice(stretch.end, body.end);
  const between = writeBody(separator, quote, lineBreakIn(text, literal) ?? '\\n');
  const read = (source: string): string => readBody(source, quote);
  const well = between !== undefined && read(before) + read(cut) + read(after) === read(before + cut + after);
  const torn = halves(text, stretch.start) || halves(text, stretch.end);
  if (!well || torn || read(before + after + between + cut) !== read(before) + read(after) + separator + read(cut))
    return { refused: 'Moving this part would change the text around it: move it by hand.' };
  const { uri } = body;
  return [
    { uri, start: stretch.start, end: stretch.end, newText: '' },
    { uri, start: body.end, end: body.end, newText: between + cut },
  ];
}

/** Writes decoded text over stretches of one literal. The result is read again, and must say what was asked. */
export const rewriteInLiteral: Printer['rewriteInLiteral'] = (text, edits) => {
  const literal = edits[0]?.literal;
  const quote = literal && quoteOf(text, literal);
  const body = literal && bodyOf(text, literal);
  if (literal === undefined || quote === undefined || body === undefined)
    return { refused: 'The text is not written here as one string literal. Change it by hand.' };
  const read = (source: string): string => readBody(source, quote);
  const written: Edit[] = [];
  let [was, is, says] = ['', '', ''];
  let done = body.start;
  for (const { stretch, newText } of [...edits].sort((a, b) => a.stretch.start - b.stretch.start)) {
    const { uri, end } = stretch;
    // A carriage return in a raw literal is none of its text: it goes with the break that it stands before.
    const isBreak = quote === '`' && stretch.start < end && text.startsWith('\r\n', stretch.start - 1) && done < stretch.start;
    const start = stretch.start - (isBreak ? 1 : 0);
    const spelled = writeBody(newText, quote, lineBreakIn(text, literal) ?? '\\n');
    if (!contains(body, stretch) || start < done || start > end || spelled === undefined) return BY_HAND;
    if (halves(text, start) || halves(text, end)) return BY_HAND;
    const kept = text.slice(done, start);
    was += read(kept) + read(text.slice(start, end));
    says += read(kept) + newText;
    is += kept + spelled;
    written.push({ uri, start, end, newText: spelled });
    done = end;
  }
  const rest = text.slice(done, body.end);
  const cutsWell = was + read(rest) === read(text.slice(body.start, body.end));
  return cutsWell && read(is + rest) === says + read(rest) ? written : BY_HAND;
};

/** Whether an offset lies between the halves of one character. */
function halves(text: string, offset: number): boolean {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(offset - 1, offset + 1));
}
