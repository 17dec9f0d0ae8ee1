import type { Outcome } from './outcome';

export interface TableRow {
  readonly suite: string;
  readonly outcome: Outcome;
  readonly seconds: number;
}

/** A line a suite, aligned for reading in a terminal without colours. */
export function table(rows: readonly TableRow[]): string {
  const cells = rows.map(({ suite, outcome, seconds }) => [
    outcome.failed === 0 ? '✔' : '✖',
    suite,
    `${outcome.passed} passed`,
    `${outcome.failed} failed`,
    outcome.skipped ? `${outcome.skipped} skipped` : '',
    `${seconds.toFixed(1)} s`,
    outcome.note ?? '',
  ]);
  const widths = cells[0]?.map((_, column) => Math.max(...cells.map(row => row[column]?.length ?? 0))) ?? [];
  const leftAligned = [0, 1, 6];
  return cells
    .map(row =>
      row.map((cell, column) => (leftAligned.includes(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))),
    )
    .map(row => row.join('  ').trimEnd())
    .join('\n');
}
