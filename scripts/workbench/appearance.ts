import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import type { UserSettings } from '../host/user-settings';
import { screenshotsFolder, testResultsFolder } from '../repository';

export type Theme = 'dark' | 'light';

export function otherTheme(theme: Theme): Theme {
  return theme === 'dark' ? 'light' : 'dark';
}

export const themeFollowsBrowser: UserSettings = { 'window.autoDetectColorScheme': true };

/**
 * Gives the window VS Code's own dark or light theme, by changing what the browser says the user prefers. The theme a window starts with
 * cannot be relied on: it is chosen before all themes are known. So a window opens in the other one, and is changed once it has any.
 */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor({ timeout: 60_000 });
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(`.monaco-workbench[class*="vscode-theme-defaults-themes-2026-${theme}"]`).waitFor();
}

/** Saves what the window shows: for the README where PROMPTFARE_SCREENSHOTS is 1, else among the test results. Gives the file's path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = process.env.PROMPTFARE_SCREENSHOTS === '1' ? screenshotsFolder : testResultsFolder;
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}.png`);
  await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
  return file;
}

/** Chooses one of VS Code's own themes by its name, as a user does. */
export async function chooseTheme(page: Page, name: string, className: string): Promise<void> {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type=text]').fill('>Preferences: Color Theme');
  await page
    .locator('.quick-input-list .monaco-list-row .label-name')
    .getByText('Preferences: Color Theme', { exact: true })
    .first()
    .click();
  const list = page.locator('.quick-input-widget input[type=text][placeholder*="Theme"]');
  await list.waitFor();
  await list.fill(name);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: name }).waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`.monaco-workbench.${className}`).waitFor();
}
