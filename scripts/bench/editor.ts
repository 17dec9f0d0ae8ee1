import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../host/browser';
import { installHost } from '../host/install';
import { startHost } from '../host/server';
import { buildUrl } from '../host/workbench-url';
import { examplesFolder, repositoryRoot } from '../repository';
import { measureActivation } from './activation';
import { measureHostCosts } from './host-costs';
import type { Measurement } from './measurement';

const PATIENCE = 90_000;
const openFile = path.join(examplesFolder, 'support', 'assistant.py');

/** In a real VS Code that opens a file of the examples: what a user sees, and what its host notes of the activation. */
export async function measureEditor(): Promise<Measurement[]> {
  await installHost(console.log);
  const host = await startHost();
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
  try {
    const activation = [...(await measureActivation(browser, host.port, openFile)), ...(await measureHostCosts(browser, host.port))];
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    const started = performance.now();
    await page.goto(buildUrl(host.port, { folder: examplesFolder, extensionDevelopmentPath: repositoryRoot, openFile }));
    await page.locator('.view-lines .view-line').first().waitFor({ timeout: PATIENCE });
    const textShown = performance.now() - started;
    await page.locator('.codelens-decoration a', { hasText: '/call' }).first().waitFor({ timeout: PATIENCE });
    const lensShown = performance.now() - started;
    const baseline = { name: 'VS Code shows the text', value: textShown };
    return [{ name: 'window opens → first lens', value: lensShown, unit: 'ms', baseline }, ...activation];
  } finally {
    await browser.close();
    await host.stop();
  }
}
