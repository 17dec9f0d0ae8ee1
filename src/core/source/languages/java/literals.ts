import type { SyntaxNode } from '../../syntax';
import { type MappedText, textBuilder } from '../../text-map';
import type { Value } from '../../values';
import { type Frame, hole, scalar, sourceOf, spanOf } from './frame';

/** A string literal or a text block, decoded; every character knows its place. */
export function stringLiteral(frame: Frame, node: SyntaxNode): Value {
  const { text, uri } = frame.file;
  return { kind: 'text', at: spanOf(frame, node), text: decodeLiteral(uri, text, node.startIndex, node.endIndex) };
}

export function decodeLiteral(uri: string, text: string, start: number, end: number): MappedText {
  if (text.startsWith('"""', start)) return decodeTextBlock(uri, text, start, end);
  const built = textBuilder(uri);
  const closed = end - start >= 2 && text[end - 1] === text[start];
  decodeInto(built, text, start + 1, closed ? end - 1 : end);
  return built.build();
}

type Built = ReturnType<typeof textBuilder>;

/**
 * The lines between the quotes without the indentation that all of them have, and without blanks at their ends; the line of the
 * closing quotes counts (JLS §3.10.6). Escapes are read after that.
 */
function decodeTextBlock(uri: string, text: string, start: number, end: number): MappedText {
  const built = textBuilder(uri);
  const opening = /^"""[ \t\f]*(?:\r\n|\n|\r)?/.exec(text.slice(start, end))?.[0].length ?? 3;
  const closing = end - start >= opening + 3 && text.endsWith('"""', end) ? 3 : 0;
  const lines = linesOf(text, start + opening, end - closing);
  const indentation = commonIndentation(text, lines);
  lines.forEach((line, index) => {
    const isLast = index === lines.length - 1;
    const blanks = /(?<![ \t\f])[ \t\f]*$/.exec(text.slice(line.start, line.end))?.[0].length ?? 0;
    const from = Math.min(line.start + indentation, line.end - blanks);
    const to = line.end - blanks;
    const body = text.slice(from, to);
    // A backslash at its end joins a line with the next one.
    const isJoined = /(?:^|[^\\])(?:\\\\)*\\$/.test(body) && !isLast;
    decodeInto(built, text, from, isJoined ? to - 1 : to);
    if (!isLast && !isJoined) built.add('\n', to, line.next - to);
  });
  return built.build();
}

interface Line {
  readonly start: number;
  readonly end: number;
  /** Where the next one starts. */
  readonly next: number;
}

function linesOf(text: string, start: number, end: number): readonly Line[] {
  const lines: Line[] = [];
  let from = start;
  for (const match of text.slice(start, end).matchAll(/\r\n|\n|\r/g)) {
    const at = start + match.index;
    lines.push({ start: from, end: at, next: at + match[0].length });
    from = at + match[0].length;
  }
  return [...lines, { start: from, end, next: end }];
}

function commonIndentation(text: string, lines: readonly Line[]): number {
  const counted = lines.filter(({ start, end }, index) => index === lines.length - 1 || /\S/.test(text.slice(start, end)));
  const widths = counted.map(({ start, end }) => /^[ \t\f]*/.exec(text.slice(start, end))?.[0].length ?? 0);
  return widths.length === 0 ? 0 : Math.min(...widths);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', s: ' ' };

/** Decodes source characters; what is no valid escape is taken as it stands. */
function decodeInto(built: Built, text: string, start: number, end: number): void {
  const body = text.slice(start, end);
  let done = 0;
  for (const match of body.matchAll(/\\(?:u+([0-9a-fA-F]{4})|([0-3][0-7]{0,2}|[4-7][0-7]?)|([\s\S])?)/g)) {
    const [whole, unicode, octal, sign] = match;
    built.add(body.slice(done, match.index), start + done);
    const code = unicode === undefined ? (octal === undefined ? undefined : Number.parseInt(octal, 8)) : Number.parseInt(unicode, 16);
    const decoded = code === undefined ? (sign === undefined ? '\\' : (ESCAPES[sign] ?? sign)) : String.fromCharCode(code);
    built.add(decoded, start + match.index, whole.length);
    done = match.index + whole.length;
  }
  built.add(body.slice(done), start + done);
}

export function numberLiteral(frame: Frame, node: SyntaxNode): Value {
  const written = sourceOf(frame, node).replaceAll('_', '').toLowerCase();
  const isHex = written.startsWith('0x');
  const digits = isHex ? written.replace(/l$/, '') : written.replace(/[lfd]$/, '');
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return Number.isNaN(value) ? hole(frame, node, 'it is not a number') : scalar(frame, node, value);
}
