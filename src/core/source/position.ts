import type { Span } from './span';

/** Of an offset in a text: its line and the code units in front of it there, both from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Where a span begins and ends, as people and editors name places; by line feeds, which end the lines of Windows as well. */
export function positionsOf(text: string, { start, end }: Span): { readonly start: Position; readonly end: Position } {
  return { start: positionAt(text, start), end: positionAt(text, end) };
}

function positionAt(text: string, offset: number): Position {
  let line = 0;
  let from = 0;
  for (let next = text.indexOf('\n'); next !== -1 && next < offset; next = text.indexOf('\n', from)) {
    line++;
    from = next + 1;
  }
  return { line, character: offset - from };
}
