import type { Page } from 'playwright-core';

/** Runs a command by its title, as a user does from the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await fillQuickInput(page, `>${title}`, title);
}

/** Opens a file by its name or the end of its path. */
export async function openFile(page: Page, name: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+P');
  await fillQuickInput(page, name, name.split('/').at(-1) ?? name);
  await page.waitForSelector('.editor-instance .monaco-editor .view-line');
  await page.locator('.tab.active', { hasText: name.split('/').at(-1) ?? name }).waitFor();
}

async function fillQuickInput(page: Page, typed: string, chosen: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.fill(typed);
  await page.locator('.quick-input-list .monaco-list-row.focused', { hasText: chosen }).waitFor();
  await input.press('Enter');
  await input.waitFor({ state: 'hidden' });
}
