import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { screenshotsFolder, testResultsFolder } from '../../scripts/repository';
import { chooseInQuickInput, runCommand } from './keyboard';

/** The setting's value, and the class that the window has once it is painted so. */
export const themes = {
  dark: { name: 'Dark Modern', windowClass: 'vs-dark' },
  light: { name: 'Light Modern', windowClass: 'vs' },
} as const;
export type Theme = keyof typeof themes;

export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await runCommand(page, 'Preferences: Color Theme');
  await chooseInQuickInput(page, themes[theme].name, themes[theme].name);
  await waitForTheme(page, theme);
}

export async function waitForTheme(page: Page, theme: Theme): Promise<void> {
  await page.locator(`.monaco-workbench.${themes[theme].windowClass}`).first().waitFor();
}

/** Saves what the window shows: for the README where PROMPTFARE_SCREENSHOTS is 1, else among the test results. Gives the file's path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = process.env.PROMPTFARE_SCREENSHOTS === '1' ? screenshotsFolder : testResultsFolder;
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return file;
}
