import { maskPythonCell, maskScriptCell } from './mask-magics';

/** The code cells of a notebook as one text, in order, as its kernel runs them from top to bottom. */
export interface JoinedCells {
  readonly text: string;
  /** Each cell's stretch of `text`, in order and as long as the cell: what stands between them belongs to none. */
  readonly cells: readonly { readonly start: number; readonly end: number }[];
}

export function joinCells(cells: readonly string[], languageId: string): JoinedCells {
  const mask = languageId === 'python' ? maskPythonCell : maskScriptCell;
  const pieces: string[] = [];
  let length = 0;
  const places = cells.map(cell => {
    const { text, closing } = mask(cell);
    const start = length;
    const between = `${closing}\n`;
    pieces.push(text, between);
    length += text.length + between.length;
    return { start, end: start + text.length };
  });
  return { text: pieces.join(''), cells: places };
}

/** A stretch of one cell, by the cell's index; offsets count from the cell's start. */
export interface CellPlace {
  readonly cell: number;
  readonly start: number;
  readonly end: number;
}

/** Where a stretch of the joined text stands. One that runs over several cells ends with the cell it starts in. */
export function placeInCell({ cells }: JoinedCells, start: number, end: number): CellPlace {
  let low = 0;
  let high = cells.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((cells[middle]?.start ?? 0) <= start) low = middle;
    else high = middle;
  }
  const found = cells[low] ?? { start: 0, end: 0 };
  const within = (offset: number) => Math.min(Math.max(offset, found.start), found.end) - found.start;
  return { cell: low, start: within(start), end: within(end) };
}
