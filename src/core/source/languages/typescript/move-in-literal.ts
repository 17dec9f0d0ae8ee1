import type { Edit, Refusal } from '../../edit';
import { contains, type Span } from '../../span';
import type { MappedText } from '../../text-map';
import type { Value } from '../../values';
import { bodyOf, quoteOf } from './literal-body';
import { escapeBody, lineEndOf, type Quote } from './literal-source';

/** Cuts a stretch out of a literal's body and pastes it, as it is written, at the body's end. */
export function moveToEndOfLiteral(text: string, literal: Value, stretch: Span, separator: string): readonly Edit[] | Refusal {
  const quote = quoteOf(text, literal);
  const body = bodyOf(text, literal);
  if (quote === undefined || body === undefined) return { refused: 'This text is put together from several parts: move the part by hand.' };
  const { uri } = body;
  if (
    !contains(body, stretch) ||
    stretch.start > stretch.end ||
    ![stretch.start, stretch.end].every(offset => isBoundary(text, literal, offset))
  ) {
    return { refused: 'The part to move does not begin and end between two characters of this text: move it by hand.' };
  }
  if (stretch.start === stretch.end || stretch.end === body.end) return [];
  const cut = text.slice(stretch.start, stretch.end);
  const between = separatorSource(text, literal, separator, quote);
  if (between === undefined) return { refused: 'A String.raw text cannot hold these characters: move the part by hand.' };
  const kept = text.slice(stretch.end, body.end);
  const joints = [
    [text.slice(body.start, stretch.start), kept],
    [kept, between + cut],
    [between, cut],
  ] as const;
  if (joints.some(([before, after]) => changesWhenJoined(before, after))) {
    return { refused: 'Moving this part would change how the text next to it is read: move it by hand.' };
  }
  return [
    { uri, start: stretch.start, end: stretch.end, newText: '' },
    { uri, start: body.end, end: body.end, newText: between + cut },
  ];
}

/** Whether a literal may be cut at an offset: not inside of an escape or of a placeholder. */
function isBoundary(text: string, literal: Value, offset: number): boolean {
  if (offset === literal.at.start + 1 || offset === literal.at.end - 1) return true;
  if (literal.kind === 'text') return splits(literal.text, offset);
  if (literal.kind !== 'template') return false;
  const part = literal.parts.find(each => each.at.start <= offset && offset <= each.at.end);
  if (part?.kind === 'text' && part.text.runs.length > 0)
    return offset === part.at.start || offset === part.at.end || splits(part.text, offset);
  // Between two placeholders there is no text.
  return part === undefined && text[offset - 1] === '}' && text.startsWith('${', offset);
}

function splits(mapped: MappedText, offset: number): boolean {
  return mapped.runs.some(run => {
    const end = run.source + run.sourceLength;
    return offset === run.source || offset === end || (run.length === run.sourceLength && run.source < offset && offset < end);
  });
}

function separatorSource(text: string, literal: Value, separator: string, quote: Quote): string | undefined {
  const raw = quote === '`' && /String\s*\.\s*raw\s*$/.test(text.slice(Math.max(0, literal.at.start - 40), literal.at.start));
  if (raw && /[\\`]|\$\{/.test(separator)) return undefined;
  return escapeBody(separator, quote, lineEndOf(text));
}

/** `$` before `{` would open a placeholder, a digit would lengthen a numeric escape. */
function changesWhenJoined(before: string, after: string): boolean {
  return (before.endsWith('$') && after.startsWith('{')) || (/\\\d{1,2}$/.test(before) && /^\d/.test(after));
}
