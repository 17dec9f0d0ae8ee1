import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { screenshotsFolder, testResultsFolder } from '../../scripts/repository';

const themes = { dark: 'Default Dark Modern', light: 'Default Light Modern' } as const;
export type Theme = keyof typeof themes;

/** User settings of a window that opens in a theme. */
export function themeSettings(theme: Theme): Record<string, unknown> {
  return { 'workbench.colorTheme': themes[theme] };
}

/** Saves what the window shows: for the README where PROMPTFARE_SCREENSHOTS is 1, else among the test results. Gives the file's path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = process.env.PROMPTFARE_SCREENSHOTS === '1' ? screenshotsFolder : testResultsFolder;
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return file;
}
