import type { Frame, Page } from 'playwright-core';

/** The page inside of a panel, once it shows what `selector` names. A webview is a frame in a frame. */
export async function panelPage(page: Page, selector: string, seconds = 60): Promise<Frame> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    for (const frame of page.frames()) {
      if ((await frame.locator(selector).count().catch(() => 0)) > 0) return frame;
    }
    await page.waitForTimeout(250);
  }
  throw new Error(`No panel shows ${selector}`);
}
