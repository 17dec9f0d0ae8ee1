import type { Edit } from '../source/edit';
import type { Span } from '../source/span';
import type { Value, ValueOf } from '../source/values';

export interface BlockParts {
  /** The content block as written. */
  readonly block: ValueOf<'record'>;
  readonly literal: Value;
  /** Between the literal's quotes. */
  readonly body: Span;
  /** What the new block's text is made of. */
  readonly stretches: readonly Span[];
  /** How the literal breaks its lines. */
  readonly lineBreakInLiteral: string;
}

const MARKERS = new Set(['cache_control', 'prompt_cache_breakpoint']);

/** A content block like `block`, without its marker, behind it in the same list. Its text is what is moved out of the literal. */
export function newBlockEdit(text: string, { block, literal, body, stretches, lineBreakInLiteral }: BlockParts): Edit {
  const opening = text.slice(literal.at.start, body.start);
  const closing = text.slice(body.end, literal.at.end);
  const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
  const moved = stretches.map(stretch => text.slice(stretch.start, stretch.end)).join(lineBreakInLiteral);
  const entries = block.entries
    .filter(entry => entry.key === undefined || !MARKERS.has(entry.key))
    .map(entry => {
      const source = text.slice(entry.at.start, entry.at.end);
      if (entry.at.start > literal.at.start || literal.at.end > entry.at.end) return source;
      return source.slice(0, literal.at.start - entry.at.start) + opening + moved + closing + source.slice(literal.at.end - entry.at.start);
    });
  const source = text.slice(block.at.start, block.at.end);
  const indent = indentAt(text, block.at.start);
  const separator = isFirstOnLine(text, block.at.start) ? `,${lineBreak}${indent}` : ', ';
  const inner = /^\{(\s*)/.exec(source)?.[1] ?? '';
  if (!inner.includes('\n'))
    return { uri: block.at.uri, start: block.at.end, end: block.at.end, newText: `${separator}{${inner}${entries.join(', ')}${inner}}` };
  const entryIndent = inner.slice(inner.lastIndexOf('\n') + 1);
  const trailing = /,\s*\}$/.test(source) ? ',' : '';
  const lines = `${lineBreak}${entryIndent}${entries.join(`,${lineBreak}${entryIndent}`)}${trailing}${lineBreak}${indentAt(text, block.at.end - 1)}`;
  return { uri: block.at.uri, start: block.at.end, end: block.at.end, newText: `${separator}{${lines}}` };
}

function indentAt(text: string, offset: number): string {
  const line = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  return /^[ \t]*/.exec(line)?.[0] ?? '';
}

function isFirstOnLine(text: string, offset: number): boolean {
  return text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset).trim() === '';
}
