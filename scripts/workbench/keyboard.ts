import type { Page } from 'playwright-core';

/** Runs a command by its title, as a user does from the command palette. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await chooseInQuickInput(page, 'F1', `>${title}`, title);
}

/** Opens a file by its name or the end of its path, and waits until its text is shown. */
export async function openFile(page: Page, name: string): Promise<void> {
  const baseName = name.split('/').at(-1) ?? name;
  const line = page.locator(`.editor-group-container.active .monaco-editor[data-uri$="/${baseName}"] .view-line`).first();
  // A page that takes the focus late may close the list as its entry is clicked.
  for (let tries = 3; ; tries--) {
    await chooseInQuickInput(page, 'ControlOrMeta+P', name, baseName);
    try {
      await line.waitFor({ timeout: 20_000 });
      return;
    } catch (error) {
      if (tries <= 1) throw error;
    }
  }
}

/**
 * Types into the quick input that a key opens, and takes the first entry with exactly this label, wherever the list ranks it. A page that
 * takes the focus late closes the input again, before or after something was typed; then the key is pressed once more, as a user would.
 * While it is open, its list may take its time.
 */
async function chooseInQuickInput(page: Page, key: string, typed: string, label: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type=text]');
  const entry = page.locator('.quick-input-list .monaco-list-row .label-name').getByText(label, { exact: true }).first();
  const deadline = Date.now() + 90_000;
  for (let isFirst = true; ; isFirst = false) {
    try {
      if (isFirst || !(await input.isVisible())) await page.keyboard.press(key);
      if ((await input.inputValue({ timeout: 8_000 })) !== typed) await input.fill(typed, { timeout: 8_000 });
      await entry.click({ timeout: 4_000 });
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
  }
}

/** Gives a path to the window's own file dialog. It lists folders in its own time and takes no Enter before that, so the key may be due again. */
export async function chooseFile(page: Page, file: string): Promise<void> {
  const input = page.locator('.quick-input-widget input[type=text]');
  await input.waitFor();
  for (let tries = 12; ; tries--) {
    await input.fill(file);
    await input.press('Enter');
    try {
      await input.waitFor({ state: 'hidden', timeout: 4_000 });
      return;
    } catch (error) {
      if (tries <= 1) throw error;
    }
  }
}
