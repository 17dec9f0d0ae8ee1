import path from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../host/browser';
import { installHost } from '../host/install';
import { startHost } from '../host/server';
import { buildUrl } from '../host/workbench-url';
import { examplesFolder, repositoryRoot } from '../repository';
import type { Measurement } from './measurement';

const PATIENCE = 90_000;
const REST = 10_000;
const openFile = path.join(examplesFolder, 'support', 'assistant.py');

/** In a real VS Code that opens a file of the examples: what a user sees, and what VS Code itself says of the activation. */
export async function measureEditor(): Promise<Measurement[]> {
  await installHost(console.log);
  const host = await startHost();
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
  try {
    const atRest = await activationAtRest(browser, host.port);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const started = performance.now();
    await page.goto(buildUrl(host.port, { folder: examplesFolder, extensionDevelopmentPath: repositoryRoot, openFile }));
    await page.locator('.view-lines .view-line').first().waitFor({ timeout: PATIENCE });
    const textShown = performance.now() - started;
    await page.locator('.codelens-decoration a', { hasText: '/call' }).first().waitFor({ timeout: PATIENCE });
    const lensShown = performance.now() - started;
    const baseline = { name: 'VS Code shows the text', value: textShown };
    return [
      { name: 'window opens → first lens', value: lensShown, unit: 'ms', baseline },
      { name: 'activation in a window at rest', value: atRest, unit: 'ms' },
      { name: 'activation while the window starts', value: await activationTime(page), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await host.stop();
  }
}

/** A window that starts keeps every core busy; here the file is opened once it is done. Milliseconds, as VS Code reports them. */
async function activationAtRest(browser: Browser, port: number): Promise<number> {
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  try {
    await page.goto(buildUrl(port, { folder: examplesFolder, extensionDevelopmentPath: repositoryRoot }));
    await page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: PATIENCE });
    await page.waitForTimeout(REST);
    await page.keyboard.press('ControlOrMeta+P');
    await page.keyboard.type(path.basename(openFile));
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: path.basename(openFile) })
      .first()
      .click();
    await page.locator('.codelens-decoration a', { hasText: '/call' }).first().waitFor({ timeout: PATIENCE });
    return await activationTime(page);
  } finally {
    await page.close();
  }
}

async function activationTime(page: Page): Promise<number> {
  await page.keyboard.press('F1');
  await page.keyboard.type('Developer: Show Running Extensions');
  await page.keyboard.press('Enter');
  const row = page.locator('.runtime-extensions-editor .extension', { hasText: 'Promptfare' }).first();
  const text = await row.locator('.activation-time').textContent({ timeout: PATIENCE });
  const milliseconds = /(\d+)\s*ms/.exec(text ?? '')?.[1];
  if (milliseconds === undefined) throw new Error(`VS Code says of the activation: ${text}`);
  return Number(milliseconds);
}
