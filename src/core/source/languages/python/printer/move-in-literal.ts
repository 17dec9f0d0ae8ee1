import type { Edit, Refusal } from '../../../edit';
import type { Printer } from '../../../language';
import type { Value } from '../../../values';
import { lineEndOf, lineStartOf } from '../../../written-lines';
import { type LiteralShape, literalShape } from '../literal-shape';
import { isBoundary } from './boundaries';
import { escapeText } from './literals';

/**
 * Cuts the stretch and pastes it behind the rest of the body. Its own last line break is dropped, as the separator makes the new one;
 * a line break that ends the body, and the indentation of closing quotes behind it, stay last.
 */
export const moveToEndOfLiteral: Printer['moveToEndOfLiteral'] = (text, literal, stretch, separator) => {
  const { uri } = literal.at;
  const shape = shapeOf(text, literal);
  if (shape === undefined) return { refused: 'The text is not one string literal. Move the part by hand.' };
  if (stretch.start < shape.bodyStart || stretch.end > shape.bodyEnd || stretch.start >= stretch.end) {
    return { refused: 'The part is not inside of this string. Move it by hand.' };
  }
  const whole = [stretch.start, stretch.end].every(offset => isBoundary(text, literal, shape, offset));
  if (!whole) return { refused: 'The part begins or ends inside of an escape or a placeholder. Move it by hand.' };
  return move(text, shape, uri, wholeLines(text, shape, stretch), separator);
};

export const bodyOf: Printer['bodyOf'] = (text, literal) => {
  const shape = shapeOf(text, literal);
  return shape && { uri: literal.at.uri, start: shape.bodyStart, end: shape.bodyEnd };
};

export const lineBreakIn: Printer['lineBreakIn'] = (text, literal) => {
  const shape = shapeOf(text, literal);
  if (shape?.triple === true) return lineEndOf(text);
  return shape === undefined || shape.raw ? undefined : '\\n';
};

function shapeOf(text: string, value: Value): LiteralShape | undefined {
  const isOne = value.kind === 'text' || (value.kind === 'template' && value.literal);
  return isOne ? literalShape(text, value.at.start, value.at.end) : undefined;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Dedented text begins behind its line's indentation, which has to move along when the line's end does. */
function wholeLines(text: string, shape: LiteralShape, { start, end }: Range): Range {
  const begin = lineStartOf(text, start);
  const indented = shape.triple && begin > shape.bodyStart && text.slice(begin, start).trim() === '';
  return { start: indented && endsLine(text, end) ? begin : start, end };
}

function endsLine(text: string, offset: number): boolean {
  return text[offset - 1] === '\n' || text[offset - 1] === '\r';
}

function move(text: string, shape: LiteralShape, uri: string, from: Range, separator: string): readonly Edit[] | Refusal {
  const target = shape.bodyEnd - closingLine(text, shape).length;
  if (text.slice(from.end, Math.max(from.end, target)).trim() === '') return { refused: 'The part already stands at the end.' };
  const between = printSeparator(text, shape, from, separator);
  if (between === undefined) return { refused: 'A raw string on one line has no line breaks. Make it an ordinary string first.' };
  const moved = withoutLastBreak(text.slice(from.start, from.end), shape);
  const body = text.slice(shape.bodyStart, from.start) + text.slice(from.end, target) + between + moved;
  const before = text.slice(shape.bodyStart, shape.bodyEnd);
  const closesEarly =
    shape.triple &&
    ((!before.includes(shape.quote) && body.includes(shape.quote)) || (target === shape.bodyEnd && body.endsWith(shape.quote[0] ?? '')));
  if (closesEarly || joinsOctal(text, from))
    return { refused: 'Moved, the part would run into the quotes or an escape beside it. Move it by hand.' };
  return [
    { uri, start: from.start, end: from.end, newText: '' },
    { uri, start: target, end: target, newText: between + moved },
  ];
}

/** The line break that ends the body, with the indentation of closing quotes on a line of their own. */
function closingLine(text: string, shape: LiteralShape): string {
  const pattern = shape.triple ? /(\r\n|\r|\n)[ \t]*$/ : escapedBreak(shape);
  const found = pattern.exec(text.slice(shape.bodyStart, shape.bodyEnd));
  // A backslash takes the break away, so nothing may come between the two.
  return found === null || endsInBackslash(text.slice(shape.bodyStart, shape.bodyStart + found.index)) ? '' : found[0];
}

function endsInBackslash(body: string): boolean {
  return (/(?<!\\)\\*$/.exec(body)?.[0].length ?? 0) % 2 === 1;
}

function withoutLastBreak(moved: string, shape: LiteralShape): string {
  const pattern = shape.triple ? /(\r\n|\r|\n)$/ : escapedBreak(shape);
  const found = pattern.exec(moved);
  return found === null || endsInBackslash(moved.slice(0, found.index)) ? moved : moved.slice(0, found.index);
}

/** Raw strings have none. */
function escapedBreak(shape: LiteralShape): RegExp {
  return shape.raw ? /(?!)/ : /\\n$/;
}

function printSeparator(text: string, shape: LiteralShape, from: Range, separator: string): string | undefined {
  if (shape.raw && (!shape.triple || /[^\n]/.test(separator)) && /[\n\\"']/.test(separator)) return undefined;
  const written = separator.split('\n').map(line => {
    const escaped = escapeText(line, shape.quote);
    return shape.formatted ? escaped.replace(/[{}]/g, '$&$&') : escaped;
  });
  if (!shape.triple) return written.join('\\n');
  const indentation = lineStartOf(text, from.start) === from.start && from.start > shape.bodyStart ? '' : commonIndentation(text, shape);
  return written.length === 1 ? written.join('') : written.join(lineEndOf(text)) + indentation;
}

/** The least indentation of the body's lines after the first. */
function commonIndentation(text: string, shape: LiteralShape): string {
  const [, ...lines] = text.slice(shape.bodyStart, shape.bodyEnd).split(/\r\n|\r|\n/);
  const filled = lines.filter(line => line.trim() !== '').map(line => /^[ \t]*/.exec(line)?.[0] ?? '');
  return (
    filled.reduce<string | undefined>((least, next) => (least === undefined || next.length < least.length ? next : least), undefined) ?? ''
  );
}

function joinsOctal(text: string, from: Range): boolean {
  return /\\[0-7]{1,2}$/.test(text.slice(Math.max(0, from.start - 3), from.start)) && /[0-7]/.test(text[from.end] ?? '');
}
