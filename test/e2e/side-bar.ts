import type { Page } from 'playwright-core';

/** Opens a view container by its icon in the activity bar. */
export async function openView(page: Page, title: string): Promise<void> {
  await page.locator(`.activitybar .action-item [aria-label^="${title}"]`).first().click();
  await page.locator('.sidebar .composite.title').getByText(title, { exact: false }).first().waitFor();
  // Away from the icon, whose tooltip would cover rows.
  await page.mouse.move(900, 640);
}

/** What the rows of the side bar's trees say to a screen reader, once one of them is like `wanted`. */
export async function waitForRow(page: Page, wanted: RegExp, seconds = 120): Promise<readonly string[]> {
  await rowLike(page, wanted).waitFor({ timeout: seconds * 1000 });
  // At once: a tree that is filled anew in the meantime may have fewer rows.
  return page.locator(ROW).evaluateAll(rows => rows.map(row => row.getAttribute('aria-label') ?? ''));
}

export async function clickRow(page: Page, wanted: RegExp): Promise<void> {
  await rowLike(page, wanted).click();
}

const ROW = '.sidebar .monaco-list-row';

function rowLike(page: Page, wanted: RegExp) {
  return page.locator(ROW).filter({ hasText: wanted }).first();
}
