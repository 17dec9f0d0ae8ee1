import type { Edit, Refusal } from '../../../edit';
import type { Printer } from '../../../language';
import type { MappedText } from '../../../text-map';
import type { Value } from '../../../values';
import { lineEndOf } from '../../../written-lines';
import { decode } from '../escapes';
import { type LiteralShape, literalShape } from '../literal-shape';
import { escapeText } from './literals';

const byHand = { refused: 'This part of the text can’t be changed without changing what stands around it. Change it by hand.' } as const;

function shapeOf(text: string, value: Value): LiteralShape | undefined {
  const isOne = value.kind === 'text' || (value.kind === 'template' && value.literal);
  return isOne ? literalShape(text, value.at.start, value.at.end) : undefined;
}

export const bodyOf: Printer['bodyOf'] = (text, literal) => {
  const shape = shapeOf(text, literal);
  return shape && { uri: literal.at.uri, start: shape.bodyStart, end: shape.bodyEnd };
};

/** Raw and verbatim texts break their lines as the file does, where they have lines. */
export const lineBreakIn: Printer['lineBreakIn'] = (text, literal) => {
  const shape = shapeOf(text, literal);
  if (shape === undefined || shape.kind === 'regular') return shape && '\\n';
  if (shape.kind === 'verbatim') return lineEndOf(text);
  return shape.indentation === undefined ? undefined : lineEndOf(text) + shape.indentation;
};

export const splitLiteral: Printer['splitLiteral'] = (text, literal, offset) => {
  const shape = shapeOf(text, literal);
  if (shape === undefined || shape.kind === 'raw' || offset <= shape.bodyStart || offset >= shape.bodyEnd) return undefined;
  if (!isBoundary(text, literal, shape, offset)) return undefined;
  const written = (body: string) => `${shape.formatted && !/[{}]/.test(body) ? shape.prefix.replace('$', '') : shape.prefix}"${body}"`;
  return [written(text.slice(shape.bodyStart, offset)), written(text.slice(offset, shape.bodyEnd))];
};

/** Cuts the stretch and pastes it behind the rest of the body, its own last line break left out. */
export const moveToEndOfLiteral: Printer['moveToEndOfLiteral'] = (text, literal, stretch, separator) => {
  const shape = shapeOf(text, literal);
  if (shape === undefined) return { refused: 'The text is not one string literal. Move the part by hand.' };
  if (stretch.start < shape.bodyStart || stretch.end > shape.bodyEnd || stretch.start >= stretch.end)
    return { refused: 'The part is not inside of this string. Move it by hand.' };
  const from = wholeLines(text, shape, stretch);
  if (![from.start, from.end].every(offset => isBoundary(text, literal, shape, offset)))
    return { refused: 'The part begins or ends inside of an escape or a placeholder. Move it by hand.' };
  return moved(text, literal, shape, from, separator);
};

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Of a raw text, the indentation before a line goes with it when the line's end does. */
function wholeLines(text: string, shape: LiteralShape, { start, end }: Range): Range {
  if (shape.indentation === undefined) return { start, end };
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const begins = line >= shape.bodyStart && text.slice(line, start).trim() === '';
  return begins && text[end - 1] === '\n' ? { start: line, end } : { start, end };
}

function moved(text: string, literal: Value, shape: LiteralShape, from: Range, separator: string): readonly Edit[] | Refusal {
  const { uri } = literal.at;
  const target = shape.bodyEnd - closingBreak(text, shape).length;
  if (text.slice(from.end, Math.max(from.end, target)).trim() === '') return { refused: 'The part already stands at the end.' };
  const between = spelled(text, shape, separator);
  if (between === undefined) return { refused: 'A raw string on one line has no line breaks. Write it on several lines first.' };
  const startsLine = shape.indentation !== undefined && text[from.start - 1] === '\n';
  const piece = withoutLastBreak(text.slice(from.start, from.end), shape).slice(startsLine ? leading(text, from.start, shape) : 0);
  const newText = between + piece;
  const body = text.slice(shape.bodyStart, from.start) + text.slice(from.end, target) + newText + text.slice(target, shape.bodyEnd);
  if (!closesAtEnd(body, shape)) return byHand;
  return [
    { uri, start: from.start, end: from.end, newText: '' },
    { uri, start: target, end: target, newText },
  ];
}

/** Characters of a raw text's line that are no part of it. */
function leading(text: string, start: number, { indentation = '' }: LiteralShape): number {
  return text.startsWith(indentation, start) ? indentation.length : 0;
}

/** The line break that ends the body stays last. */
function closingBreak(text: string, shape: LiteralShape): string {
  const body = text.slice(shape.bodyStart, shape.bodyEnd);
  if (shape.kind === 'regular') return /(?:^|[^\\])(?:\\\\)*(\\n)$/.exec(body)?.[1] ?? '';
  return /(?:\r\n|\n)[ \t]*$/.exec(body)?.[0] ?? '';
}

function withoutLastBreak(piece: string, { kind }: LiteralShape): string {
  if (kind !== 'regular') return piece.replace(kind === 'raw' ? /(?:\r\n|\n)[ \t]*$/ : /(?:\r\n|\n)$/, '');
  return /(?:^|[^\\])(?:\\\\)*\\n$/.test(piece) ? piece.slice(0, -2) : piece;
}

/** Decoded text as this literal writes it; undefined: it can't. */
function spelled(text: string, shape: LiteralShape, decoded: string): string | undefined {
  if (shape.kind === 'raw') {
    if (/[\n]/.test(decoded) && shape.indentation === undefined) return undefined;
    if (decoded.includes(shape.quote) || (shape.formatted && /[{}]/.test(decoded))) return undefined;
    // An empty line needs no indentation.
    return decoded.replace(/\n(?!\n)/g, `\n${shape.indentation ?? ''}`).replaceAll('\n', lineEndOf(text));
  }
  const braces = (plain: string) => (shape.formatted ? plain.replace(/[{}]/g, '$&$&') : plain);
  if (shape.kind === 'verbatim') return braces(decoded.replaceAll('"', '""')).replace(/\n/g, lineEndOf(text));
  return braces(escapeText(decoded));
}

/** The changed body still ends where the literal does. */
function closesAtEnd(body: string, shape: LiteralShape): boolean {
  if (shape.kind === 'raw') return !body.includes(shape.quote) && (shape.indentation !== undefined || !body.endsWith('"'));
  const plain = shape.formatted ? body.replace(/\{\{|\}\}/g, '').replace(/\{[^{}]*\}/g, '') : body;
  return shape.kind === 'verbatim'
    ? !plain.replaceAll('""', '').includes('"')
    : !/(?:^|[^\\])(?:\\\\)*"/.test(plain) && !/(?:^|[^\\])(?:\\\\)*\\$/.test(plain);
}

/** Whether a body can be cut at an offset: not inside of an escape, an interpolation, or what a raw text's line begins with. */
function isBoundary(text: string, literal: Value, shape: LiteralShape, offset: number): boolean {
  if (offset === shape.bodyStart || offset === shape.bodyEnd) return true;
  if (/^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(offset - 1, offset + 1))) return false;
  const parts = literal.kind === 'template' ? literal.parts : [literal];
  const around = parts.find(part => part.kind === 'text' && part.at.start <= offset && offset <= part.at.end);
  if (around?.kind !== 'text')
    return parts.some(part => part.kind !== 'text' && (text[offset] === '{' || text[offset - 1] === '}')) && !isInside(text, parts, offset);
  return !cuts(
    decode(literal.at.uri, text, Math.max(shape.bodyStart, around.at.start), Math.min(shape.bodyEnd, around.at.end), shape),
    offset,
  );
}

function isInside(text: string, parts: readonly Value[], offset: number): boolean {
  return parts.some(part => part.kind !== 'text' && part.at.start <= offset && offset <= part.at.end && text[offset] !== '{');
}

function cuts(mapped: MappedText, offset: number): boolean {
  return mapped.runs.some(run => run.length !== run.sourceLength && run.source < offset && offset < run.source + run.sourceLength);
}

export const rewriteInLiteral: Printer['rewriteInLiteral'] = (text, edits) => {
  const [first] = edits;
  const shape = first && literalShape(text, first.literal.at.start, first.literal.at.end);
  if (first === undefined || shape === undefined)
    return { refused: 'The text is not written here as one string literal. Change it by hand.' };
  const written: Edit[] = [];
  for (const { literal, stretch, newText } of edits) {
    const { uri, start, end } = stretch;
    const inside = shape.bodyStart <= start && start <= end && end <= shape.bodyEnd;
    const spelling = spelled(text, shape, newText);
    if (!inside || spelling === undefined || ![start, end].every(offset => isBoundary(text, literal, shape, offset))) return byHand;
    written.push({ uri, start, end, newText: spelling });
  }
  let body = text.slice(shape.bodyStart, shape.bodyEnd);
  for (const { start, end, newText } of [...written].sort((a, b) => b.start - a.start))
    body = body.slice(0, start - shape.bodyStart) + newText + body.slice(end - shape.bodyStart);
  return closesAtEnd(body, shape) ? written : byHand;
};
