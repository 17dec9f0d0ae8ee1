import { readFile } from 'node:fs/promises';
import type { AxeResults } from 'axe-core';
import type { Frame, Page } from 'playwright-core';

/** The page inside of a panel, once it shows what `selector` names. A webview is a frame in a frame. */
export async function panelPage(page: Page, selector: string, seconds = 90): Promise<Frame> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      // A frame that is being replaced answers nothing.
      const shown = await frame
        .locator(selector)
        .first()
        .isVisible()
        .catch(() => false);
      if (shown) return frame;
    }
    await page.waitForTimeout(100);
  }
  throw new Error(`No panel shows ${selector}`);
}

/** Waits until a page that is a frame in a frame is shown and painted: its text is there before that. */
export async function painted(frame: Frame): Promise<void> {
  for (let inner: Frame | null = frame; inner?.parentFrame(); inner = inner.parentFrame())
    await (await inner.frameElement()).waitForElementState('visible');
  // A page draws what it was told before the second of two frames.
  await frame.evaluate('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))');
}

const axe = require.resolve('axe-core/axe.min.js');

/** What an accessibility checker has against a page, one line a fault. */
export async function accessibilityFaults(frame: Frame): Promise<readonly string[]> {
  // The checker stays in a page that has it, as long as the page does.
  if (!(await frame.evaluate<boolean>('"axe" in window'))) await frame.evaluate(await readFile(axe, 'utf8'));
  const results = await frame.evaluate<AxeResults>('axe.run(document, { resultTypes: ["violations"] })');
  return results.violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id}: ${help} at ${target.join(' ')} (${failureSummary.replaceAll('\n', ' ')})`),
  );
}
