import { createScanner, type Node } from 'jsonc-parser';
import type { Edit } from '../source/edit';

/** Offsets in the text before the change. */
export type TextEdit = Omit<Edit, 'uri'>;

/** `SyntaxKind.CommaToken` of the parser: a const enum, which can't be read across files. */
const COMMA = 5;

/**
 * Puts a property behind the last one of an object, as the text around it is laid out. What stands there stays where it is, a comment
 * behind the last property included.
 */
export function insertProperty(text: string, object: Node, key: string, value: unknown): readonly TextEdit[] {
  const layout = layoutOf(text);
  const opening = object.offset + 1;
  const closing = object.offset + object.length - 1;
  const last = object.children?.at(-1);
  const lastEnd = last === undefined ? opening : last.offset + last.length;
  const tail = text.slice(lastEnd, closing);
  const tailEnd = lastEnd + tail.trimEnd().length;
  const hasComma = last !== undefined && firstToken(tail) === COMMA;
  if (last !== undefined && !text.slice(opening, closing).includes('\n')) {
    const separator = hasComma ? ' ' : ', ';
    return [insertion(tailEnd, `${separator}${JSON.stringify(key)}: ${inline(value)}`)];
  }
  const outer = indentOfLine(text, object.offset);
  const inner = last === undefined ? `${outer}${layout.indent}` : indentOfLine(text, (object.children?.[0] ?? last).offset);
  const property = `${layout.eol}${inner}${JSON.stringify(key)}: ${block(value, inner, layout)}`;
  const ending = text.slice(tailEnd, closing).includes('\n') ? '' : `${layout.eol}${outer}`;
  if (last === undefined || hasComma) return [insertion(tailEnd, `${property}${hasComma ? ',' : ''}${ending}`)];
  if (tailEnd === lastEnd) return [insertion(lastEnd, `,${property}${ending}`)];
  return [insertion(lastEnd, ','), insertion(tailEnd, `${property}${ending}`)];
}

/** A value on one line. */
export function inline(value: unknown): string {
  return (JSON.stringify(value, undefined, 1) ?? 'null').replace(/\n */g, ' ').replace(/\[ /g, '[').replace(/ \]/g, ']');
}

interface Layout {
  readonly indent: string;
  readonly eol: string;
}

/** Objects over lines, all else on one. */
function block(value: unknown, indent: string, layout: Layout): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return inline(value);
  const inner = `${indent}${layout.indent}`;
  const lines = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${block(item, inner, layout)}`);
  return lines.length === 0 ? '{}' : ['{', lines.join(`,${layout.eol}`), `${indent}}`].join(layout.eol);
}

function layoutOf(text: string): Layout {
  const [, indent = '  '] = /^([ \t]+)"/m.exec(text) ?? [];
  return { indent, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function indentOfLine(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

function firstToken(text: string): number {
  return createScanner(text, true).scan();
}

function insertion(at: number, newText: string): TextEdit {
  return { start: at, end: at, newText };
}
