import { lineStartOf } from '../../../written-lines';
import type { LiteralShape } from '../literal-shape';

/** A literal as Python writes it; undefined for a number that has none (infinity). */
export function printLiteral(value: number | string | boolean, quote: '"' | "'" = '"'): string | undefined {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : undefined;
  return quote + escapeText(value, quote) + quote;
}

/** Text as it stands in the body of an ordinary one-line literal. */
export function escapeText(text: string, quote: string): string {
  const mark = quote.slice(0, 1);
  return text.replace(/["'\\]|\p{Cc}/gu, character => {
    if (character === '"' || character === "'") return character === mark ? `\\${character}` : character;
    return NAMED[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
}

const NAMED: Readonly<Record<string, string>> = { '\\': '\\\\', '\r': '\\r', '\n': '\\n', '\t': '\\t' };

export function quoteMark(shape: LiteralShape | undefined): '"' | "'" {
  return shape?.quote.startsWith("'") ? "'" : '"';
}

export function isName(text: string): boolean {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text) && !KEYWORDS.has(text);
}

const KEYWORDS = new Set(
  'False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda nonlocal not or pass raise return try while with yield'.split(
    ' ',
  ),
);

/** The whitespace that the line of `offset` begins with. */
export function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/.exec(text.slice(lineStartOf(text, offset)))?.[0] ?? '';
}
