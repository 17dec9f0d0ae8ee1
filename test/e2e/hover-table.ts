import type { Page } from 'playwright-core';

/** The cells of the first table in the open hover, row by row, head included. */
export async function hoverTable(page: Page): Promise<string[][]> {
  return page
    .locator('.monaco-hover:not(.hidden) table')
    .first()
    .locator('tr')
    .evaluateAll(rows => rows.map(row => [...row.children].map(cell => (cell.textContent ?? '').replaceAll('\u00a0', ' ').trim())));
}

/** The number a cell starts with, whatever stands around it: `≈2,771+` is 2771, `$6.93` is 6.93. Less than the step that is rounded to (`<10`) adds none. Undefined for words. */
export function numberIn(cell: string | undefined): number | undefined {
  if (cell?.startsWith('<')) return 0;
  const digits = /[\d,]*\.?\d+/.exec(cell ?? '')?.[0];
  return digits === undefined ? undefined : Number(digits.replaceAll(',', ''));
}
