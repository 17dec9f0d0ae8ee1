import type { Page } from 'playwright-core';

/** Runs a command by its title, as a user does from the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await chooseInQuickInput(page, `>${title}`, title);
}

/** Opens a file by its name or the end of its path, and waits until its text is shown. */
export async function openFile(page: Page, name: string): Promise<void> {
  const baseName = name.split('/').at(-1) ?? name;
  await page.keyboard.press('ControlOrMeta+P');
  await chooseInQuickInput(page, name, baseName);
  await page.locator(`.editor-group-container.active .monaco-editor[data-uri$="/${baseName}"] .view-line`).first().waitFor();
}

/** Types into the open quick input and takes the first entry with exactly this label, wherever the list ranks it. */
async function chooseInQuickInput(page: Page, typed: string, label: string): Promise<void> {
  await page.locator('.quick-input-widget input[type=text]').fill(typed);
  await page.locator('.quick-input-list .monaco-list-row .label-name').getByText(label, { exact: true }).first().click();
}
