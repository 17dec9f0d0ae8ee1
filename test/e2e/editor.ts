import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import type { Workbench } from '../../scripts/workbench/workbench';
import { until } from './until';

/** The active editor's text on screen, line by line. A line that is scrolled out of sight is not part of it. */
export async function visibleText(page: Page): Promise<string> {
  const lines = await page
    .locator('.editor-group-container.active .editor-instance .view-line')
    .evaluateAll(elements => elements.map(element => ({ top: element.getBoundingClientRect().top, text: element.textContent ?? '' })));
  return lines
    .sort((a, b) => a.top - b.top)
    .map(line => line.text.replaceAll('\u00a0', ' '))
    .join('\n');
}

/** Saves the active editor, which must show `file` (relative to the workspace), and gives the whole text that was written. */
export async function savedText(workbench: Workbench, file: string): Promise<string> {
  await focusEditor(workbench.page);
  await workbench.page.keyboard.press('ControlOrMeta+S');
  await workbench.page.locator('.tab.active:not(.dirty)', { hasText: path.basename(file) }).waitFor();
  // A file that is just being written reads as empty.
  return until(
    () => readFile(path.join(workbench.folder, file), 'utf8'),
    text => text !== '',
  );
}

/** Selects the first occurrence of a text (on one line) in the active editor and scrolls it into view. */
export async function selectText(page: Page, text: string): Promise<void> {
  await focusEditor(page);
  await page.keyboard.press('ControlOrMeta+Home');
  const input = await openFind(page);
  // The widget keeps its last search, and the same text again would search nothing.
  await input.fill('');
  await input.fill(text);
  await page.locator('.find-widget.visible .matchesCount', { hasText: /^1 of/ }).waitFor();
  await input.press('Escape');
  await page.locator('.find-widget.visible').waitFor({ state: 'hidden' });
}

/** Points at a text in the active editor, waits for the hover and gives what it says. The hover stays open. */
export async function hoverAt(page: Page, text: string): Promise<string> {
  await selectText(page, text);
  // The editor scrolls to a selection in its own time.
  await page.waitForFunction(
    wanted =>
      [...document.querySelectorAll('.editor-group-container.active .view-line')].some(line =>
        (line.textContent ?? '').replaceAll('\u00a0', ' ').includes(wanted),
      ),
    text,
  );
  const place = await centreOf(page, text);
  const hover = page.locator('.monaco-hover:not(.hidden) .hover-contents').first();
  await page.mouse.move(place.x - 40, place.y + 120);
  await page.mouse.move(place.x, place.y, { steps: 4 });
  await hover.waitFor();
  const parts = await page.locator('.monaco-hover:not(.hidden) .hover-contents').allInnerTexts();
  return parts.join('\n\n');
}

/** Opens the quick fixes at the selection and takes the one whose title contains `title`. */
export async function takeQuickFix(page: Page, title: string): Promise<void> {
  await openQuickFixes(page);
  await page.locator('.action-widget .monaco-list-row', { hasText: title }).click();
  await page.locator('.action-widget .monaco-list').first().waitFor({ state: 'hidden' });
  // The menu is gone before the edit is there.
  await page.locator('.tab.dirty').first().waitFor();
}

/** The titles of the quick fixes offered at the selection; the menu is closed again. `look` sees it open. */
export async function quickFixTitles(page: Page, look?: () => Promise<unknown>): Promise<string[]> {
  await openQuickFixes(page);
  // Away from the tabs, whose tooltips would stand in the picture.
  await page.mouse.move(900, 640);
  await look?.();
  const titles = await page.locator('.action-widget .monaco-list-row.action').allInnerTexts();
  await page.keyboard.press('Escape');
  await page.locator('.action-widget .monaco-list').first().waitFor({ state: 'hidden' });
  return titles.map(title => title.trim());
}

/** A press that comes while something else takes the keyboard opens nothing, so it is repeated, as a person would. */
async function openFind(page: Page): Promise<Locator> {
  const input = page.locator('.find-widget.visible .find-part textarea');
  for (let tries = 1; ; tries++) {
    await page.keyboard.press('ControlOrMeta+F');
    try {
      await input.waitFor({ timeout: 10_000 });
      return input;
    } catch (error) {
      if (tries === 6) throw error;
      await focusEditor(page);
    }
  }
}

/** Puts the keyboard into the first editor group, from whatever view has it. */
async function focusEditor(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+1');
  await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
}

/** A press that comes while the editor still settles opens nothing, so it is repeated, as a person would. */
export async function openQuickFixes(page: Page): Promise<void> {
  const rows = page.locator('.action-widget .monaco-list-row').first();
  for (let tries = 1; ; tries++) {
    await page.locator('.editor-group-container.active .monaco-editor.focused').waitFor();
    await page.keyboard.press('ControlOrMeta+.');
    try {
      return await rows.waitFor({ timeout: 10_000 });
    } catch (error) {
      if (tries === 6) throw error;
    }
  }
}

async function centreOf(page: Page, text: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate(wanted => {
    for (const line of document.querySelectorAll('.editor-group-container.active .editor-instance .view-line')) {
      const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
      if (start < 0) continue;
      let offset = start + Math.floor(wanted.length / 2);
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const length = node.textContent?.length ?? 0;
        if (offset < length) {
          const range = document.createRange();
          range.setStart(node, offset);
          range.setEnd(node, offset + 1);
          const box = range.getBoundingClientRect();
          return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
        }
        offset -= length;
      }
    }
    return undefined;
  }, text);
  if (place === undefined) throw new Error(`"${text}" is not on screen. There is:\n${await visibleText(page)}`);
  return place;
}
