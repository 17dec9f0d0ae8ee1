import type { Page } from 'playwright-core';

const lensRow = '.editor-group-container.active .codelens-decoration';

/** The texts of the lens rows on screen, from top to bottom. */
export async function lensTexts(page: Page): Promise<string[]> {
  const rows = await page.locator(lensRow).evaluateAll(elements =>
    elements.map(element => ({
      top: element.getBoundingClientRect().top,
      text: (element.textContent ?? '').replaceAll('\u00a0', ' ').trim(),
    })),
  );
  return rows
    .sort((a, b) => a.top - b.top)
    .map(row => row.text)
    .filter(text => text !== '');
}

/** Waits until a lens row contains the text (or any lens shows up) and gives that row's text. */
export async function waitForLens(page: Page, contains: string | RegExp = /\S/, seconds = 45): Promise<string> {
  const row = page.locator(lensRow, { has: page.locator('a, span'), hasText: contains }).first();
  await row.waitFor({ timeout: seconds * 1000 });
  return ((await row.textContent()) ?? '').replaceAll('\u00a0', ' ').trim();
}

/** Waits until no lens row is left, which is what switching them off does. */
export async function waitForNoLens(page: Page): Promise<void> {
  await page.waitForFunction(selector => [...document.querySelectorAll(selector)].every(row => row.textContent?.trim() === ''), lensRow);
}
