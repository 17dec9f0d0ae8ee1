import type { Uri } from '../../span';
import { type MappedText, textBuilder, verbatim } from '../../text-map';
import type { LiteralShape } from './literal-shape';

/** Decodes the stretch [start, end) of a literal's body, which holds no interpolation. */
export function decode(uri: Uri, source: string, start: number, end: number, shape: LiteralShape): MappedText {
  const special = specialsOf(shape);
  const built = textBuilder(uri);
  let from = start;
  const skipped = atLineStart(source, start, shape) ? indentationAt(source, start, end, shape) : 0;
  from += skipped;
  special.lastIndex = from;
  for (let match = special.exec(source); match !== null && match.index < end; match = special.exec(source)) {
    if (match.index > from) built.add(source.slice(from, match.index), from);
    const { length, decoded } = specialAt(source, match.index, end, shape);
    built.add(decoded, match.index, length);
    from = match.index + length;
    special.lastIndex = from;
  }
  if (from === start) return verbatim(uri, start, source.slice(start, end));
  if (from < end) built.add(source.slice(from, end), from);
  return built.build();
}

interface Special {
  readonly length: number;
  readonly decoded: string;
}

function specialsOf({ kind, formatted }: LiteralShape): RegExp {
  if (kind === 'raw') return /[\r\n]/g;
  if (kind === 'verbatim') return formatted ? /""|\{\{|\}\}|\r/g : /""|\r/g;
  return formatted ? /\\|\{\{|\}\}/g : /\\/g;
}

function specialAt(source: string, index: number, end: number, shape: LiteralShape): Special {
  const first = source[index] ?? '';
  if (first === '{' || first === '}' || first === '"') return { length: 2, decoded: first };
  // How a line ends is how the file was checked out.
  if (first === '\r' || first === '\n') {
    const length = first === '\r' && source[index + 1] === '\n' ? 2 : 1;
    return { length: length + indentationAt(source, index + length, end, shape), decoded: '\n' };
  }
  return escapeAt(source, index, end);
}

function atLineStart(source: string, start: number, { indentation, bodyStart }: LiteralShape): boolean {
  return indentation !== undefined && (start === bodyStart || /[\r\n]/.test(source[start - 1] ?? ''));
}

/** Raw texts: what a line begins with that isn't part of the text. A line of white space may be shorter. */
function indentationAt(source: string, start: number, end: number, { indentation }: LiteralShape): number {
  if (indentation === undefined || indentation === '') return 0;
  let length = 0;
  while (length < indentation.length && start + length < end && source[start + length] === indentation[length]) length++;
  return length;
}

const SIMPLE: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  '0': '\0',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

function escapeAt(source: string, index: number, end: number): Special {
  const simple = SIMPLE[source[index + 1] ?? ''];
  if (simple !== undefined) return { length: 2, decoded: simple };
  const hex = /^(?:x([\da-fA-F]{1,4})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))/.exec(source.slice(index + 1, Math.min(end, index + 10)));
  const code = Number.parseInt(hex?.[1] ?? hex?.[2] ?? hex?.[3] ?? '', 16);
  if (hex !== null && code <= 0x10ffff) return { length: 1 + hex[0].length, decoded: String.fromCodePoint(code) };
  return { length: 1, decoded: '\\' };
}
