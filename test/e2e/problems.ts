import type { Page } from 'playwright-core';
import { runCommand } from '../../scripts/workbench/keyboard';

const row = '.markers-panel .monaco-list-row';

/** Opens the Problems view and gives the text of each problem that it lists, without the rows that name files. */
export async function problems(page: Page): Promise<string[]> {
  if (!(await page.locator('.markers-panel').isVisible())) {
    await runCommand(page, 'Problems: Focus on Problems View');
    await page.locator('.markers-panel').waitFor();
  }
  const texts = await page.locator(row, { has: page.locator('.marker-icon') }).allInnerTexts();
  return texts.map(text => text.replaceAll('\u00a0', ' ').replaceAll('\n', ' ').trim());
}

export async function waitForProblem(page: Page, contains: string | RegExp): Promise<void> {
  await problems(page);
  await page.locator(row, { hasText: contains }).first().waitFor();
}

export async function waitForNoProblem(page: Page, contains: string | RegExp): Promise<void> {
  await problems(page);
  await page.locator(row, { hasText: contains }).first().waitFor({ state: 'detached' });
}
