import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { openFile, runCommand } from '../../scripts/workbench/keyboard';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';
import { hoverAt, selectText, visibleText } from './editor';
import { lensTexts, waitForLens } from './lenses';
import { waitForNoProblem, waitForProblem } from './problems';
import { until } from './until';

const FILE = 'promptfare.json';
const CALL = 'support/assistant.py#Assistant.answer/anthropic-messages#0';

describe('promptfare.json in the editor', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  const onDisk = () => readFile(path.join(workbench.folder, FILE), 'utf8');
  /** The lens follows the edit, and the file is saved right after it. */
  const waitForSaved = async (calls: number) => {
    const saved = await until(onDisk, text => callsPerDay(text) === calls);
    assert.equal(callsPerDay(saved), calls, saved);
  };

  before(async () => {
    workbench = await openWorkbench({ openFile: 'support/assistant.py' });
    await waitForLens(workbench.page, 'claude-sonnet-5-5', 90);
  });
  after(async () => workbench?.close());

  it('is created of what the scan finds', async () => {
    const { page } = workbench;
    await runCommand(page, 'Promptfare: Create promptfare.json');
    await page.locator('.tab.active', { hasText: FILE }).waitFor();
    await page.locator(`.editor-group-container.active .monaco-editor[data-uri$="/${FILE}"] .view-line`).first().waitFor();
    assert.match(await visibleText(page), /"features": \{/);
    assert.ok((await onDisk()).includes(JSON.stringify(CALL)));
  });

  it('marks a wrong value, and lets go of it once it is gone', async () => {
    const { page } = workbench;
    // Nothing with quotes, around which the editor puts its own.
    await selectText(page, ' 1,');
    await page.keyboard.insertText(' 0,');
    await waitForProblem(page, /must be 1/);
    await selectText(page, ' 0,');
    await page.keyboard.insertText(' 1,');
    await waitForNoProblem(page, /must be 1/);
    await page.keyboard.press('ControlOrMeta+S');
    await page.locator('.tab.active:not(.dirty)', { hasText: FILE }).waitFor();
  });

  it('is filled from the hover by one number, and the lens shows money per month', async () => {
    const { page } = workbench;
    await openFile(page, 'support/assistant.py');
    // The list of problems takes room, so the call is out of sight.
    await selectText(page, 'messages.create');
    await waitForLens(page, 'claude-sonnet-5-5');
    assert.ok((await lensTexts(page)).every(text => !text.includes('/month')));
    await hoverAt(page, 'messages.create');
    await page.locator('.monaco-hover:not(.hidden) a', { hasText: 'Calls a day' }).click();
    await answer(page, 'many', /Type a number/);
    await answer(page, '1200');
    await waitForLens(page, /\$[\d,.]+\+?\/month/);
    await waitForSaved(1200);
  });

  it('is changed from the lens, too', async () => {
    const { page } = workbench;
    // Away from the top, where lines that stick would lie over the lens.
    await selectText(page, 'messages.create');
    await waitForLens(page, '/month');
    const [before = ''] = (await lensTexts(page)).filter(text => text.includes('/month'));
    await page.locator('.editor-group-container.active .codelens-decoration a', { hasText: '/month' }).click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Change how often it is called' }).click();
    // The box that asks takes the place of the list: it holds what is stated now.
    await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.quick-input-widget input')?.value === '1200');
    await answer(page, '2,400');
    await page.waitForFunction(
      old => ![...document.querySelectorAll('.codelens-decoration')].some(row => row.textContent?.replaceAll('\u00a0', ' ').trim() === old),
      before,
    );
    await waitForLens(page, '/month');
    await waitForSaved(2400);
    // What was created there is still there, its comments included.
    assert.match(await onDisk(), /\/\/ Calls that belong together\./);
  });
});

/** Types into the open input box and confirms; with `refused`, waits for that message instead of its closing. */
async function answer(page: Page, text: string, refused?: RegExp): Promise<void> {
  const input = page.locator('.quick-input-widget input');
  await input.waitFor();
  await input.fill(text);
  if (refused !== undefined) {
    await page.locator('.quick-input-message', { hasText: refused }).waitFor();
    return;
  }
  await input.press('Enter');
  await page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

/** The calls a day that the file states for the call, comments aside. */
function callsPerDay(text: string): number | undefined {
  const plain = text.replace(/^\s*\/\/.*$/gm, '');
  const entry = plain.slice(plain.indexOf(JSON.stringify(CALL)));
  const stated = /"callsPerDay": (\d+)/.exec(entry.slice(0, entry.indexOf('}')));
  return stated === null ? undefined : Number(stated[1]);
}
