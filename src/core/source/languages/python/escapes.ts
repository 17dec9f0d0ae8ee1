import type { Span, Uri } from '../../span';
import { type MappedText, textBuilder, verbatim } from '../../text-map';
import type { LiteralShape } from './literal-shape';

/** Decoded text, or the place of a `\N{…}` escape, whose character only Python's tables know. */
export type Decoded = { readonly text: MappedText } | { readonly namedEscape: Span };

type Style = Pick<LiteralShape, 'raw' | 'bytes' | 'formatted'>;

/** Decodes the stretch [start, end) of a literal's body, which holds no interpolation. */
export function decode(uri: Uri, source: string, start: number, end: number, style: Style): readonly Decoded[] {
  const body = source.slice(start, end);
  const special = style.formatted ? /[\\\r]|\{\{|\}\}/g : /[\\\r]/g;
  const pieces: Decoded[] = [];
  let built = textBuilder(uri);
  let from = 0;
  for (let match = special.exec(body); match !== null; match = special.exec(body)) {
    if (match.index > from) built.add(body.slice(from, match.index), start + from);
    const { length, decoded } = specialAt(body, match.index, style);
    if (decoded === undefined) {
      pushText(pieces, built.build());
      built = textBuilder(uri);
      pieces.push({ namedEscape: { uri, start: start + match.index, end: start + match.index + length } });
    } else if (decoded !== '') built.add(decoded, start + match.index, length);
    from = match.index + length;
    special.lastIndex = from;
  }
  if (from === 0) return body === '' ? [] : [{ text: verbatim(uri, start, body) }];
  if (from < body.length) built.add(body.slice(from), start + from);
  pushText(pieces, built.build());
  return pieces;
}

function pushText(pieces: Decoded[], text: MappedText): void {
  if (text.text !== '') pieces.push({ text });
}

interface Special {
  readonly length: number;
  /** Undefined: a character that can't be told. */
  readonly decoded: string | undefined;
}

function specialAt(body: string, index: number, style: Style): Special {
  const first = body[index];
  // Python reads every line end as `\n`.
  if (first === '\r') return { length: body[index + 1] === '\n' ? 2 : 1, decoded: '\n' };
  if (first === '{' || first === '}') return { length: 2, decoded: first };
  return style.raw ? { length: 1, decoded: '\\' } : escapeAt(body, index, style.bytes);
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\n': '',
};

function escapeAt(body: string, index: number, bytes: boolean): Special {
  const next = body[index + 1] ?? '';
  const simple = SIMPLE[next];
  if (simple !== undefined) return { length: 2, decoded: simple };
  if (next === '\r') return { length: body[index + 2] === '\n' ? 3 : 2, decoded: '' };
  const tail = body.slice(index + 1, index + 1 + 120);
  const octal = /^[0-7]{1,3}/.exec(tail)?.[0];
  if (octal !== undefined) return { length: 1 + octal.length, decoded: String.fromCharCode(Number.parseInt(octal, 8)) };
  const hex = (bytes ? /^x([\da-f]{2})/ : /^(?:x([\da-f]{2})|u([\da-f]{4})|U([\da-f]{8}))/).exec(lowerDigits(tail));
  const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? hex?.[3] ?? '', 16);
  if (hex !== null && code <= 0x10ffff) return { length: 1 + hex[0].length, decoded: String.fromCodePoint(code) };
  const name = bytes ? undefined : /^N\{[^{}\r\n]+\}/.exec(tail)?.[0];
  if (name !== undefined) return { length: 1 + name.length, decoded: undefined };
  // Python keeps the backslash of an escape that it doesn't know.
  return { length: 1, decoded: '\\' };
}

/** `\u` and `\U` differ by case, their digits don't. */
function lowerDigits(tail: string): string {
  return tail.slice(0, 1) + tail.slice(1, 9).toLowerCase();
}
