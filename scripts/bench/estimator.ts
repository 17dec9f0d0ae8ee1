import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type Frame, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from '../host/browser';
import { installHost } from '../host/install';
import { startHost } from '../host/server';
import { buildUrl } from '../host/workbench-url';
import { repositoryRoot } from '../repository';
import { type Measurement, percentile } from './measurement';

const PATIENCE = 120_000;
const FILES = 50;
const CALLS_PER_FILE = 10;
const ROUNDS = 30;

/** A lever is moved in the estimator of a workspace with 500 calls: from the input's event until the browser has painted what follows. */
export async function measureEstimator(): Promise<Measurement[]> {
  await installHost(console.log);
  const folder = await workspace();
  const host = await startHost();
  const browser = await chromium.launch({ executablePath: findBrowser(), args: [...browserFlags] });
  try {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(buildUrl(host.port, { folder, extensionDevelopmentPath: repositoryRoot }));
    await page.locator('.monaco-workbench .statusbar-item').first().waitFor({ timeout: PATIENCE });
    await openEstimator(page);
    const panel = await estimatorIn(page);
    await panel.locator('[data-part=today]', { hasText: 'a month' }).waitFor({ timeout: PATIENCE });
    await panel.locator('[data-lever=batch]').click();
    await panel.locator('[data-tab=waterfall]').click();
    const field = panel.locator('[data-field="batch.share"]');
    await field.waitFor();
    const drawn: number[] = [];
    for (let round = 1; round <= ROUNDS; round++) drawn.push(await field.evaluate(drawChange, String(round * 3)));
    const name = `estimator: lever moved → drawn, ${FILES * CALLS_PER_FILE} calls`;
    return [
      { name: `${name}, median`, value: percentile(drawn, 0.5), unit: 'ms' },
      { name: `${name}, p95`, value: percentile(drawn, 0.95), unit: 'ms' },
    ];
  } finally {
    await browser.close();
    await host.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Runs in the page: milliseconds until the frame behind the one in which the new figures stand. */
function drawChange(field: Element, value: string): Promise<number> {
  const shown = () => document.querySelector('[data-part=after]')?.textContent;
  const before = shown();
  return new Promise((resolve, reject) => {
    const started = performance.now();
    const look = () => {
      if (shown() !== before) requestAnimationFrame(() => resolve(performance.now() - started));
      else if (performance.now() - started > 10_000) reject(new Error('The figures stay as they were'));
      else requestAnimationFrame(look);
    };
    (field as HTMLInputElement).value = value;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    look();
  });
}

async function workspace(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'promptfare-estimator-'));
  for (let file = 0; file < FILES; file++) {
    const calls = Array.from(
      { length: CALLS_PER_FILE },
      (_, call) => `
def answer_${call}(question):
    return client.responses.create(
        model="${call % 2 === 0 ? 'gpt-5.4' : 'gpt-6-luna'}",
        max_output_tokens=${200 + file + call},
        instructions="You answer for shop ${file}, desk ${call}. Be short, and name the page of the manual.",
        input=question,
    )
`,
    );
    const text = `from openai import OpenAI\n\nclient = OpenAI()\n${calls.join('\n')}`;
    await writeFile(path.join(folder, `desk_${file}.py`), text);
  }
  await writeFile(path.join(folder, 'promptfare.json'), '{"version": 1, "calls": {"**": {"callsPerDay": 400}}}\n');
  return folder;
}

async function openEstimator(page: Page): Promise<void> {
  const title = 'Promptfare: Open the Spend Estimator';
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input[type=text]').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row .label-name').getByText(title, { exact: true }).first().click();
}

/** A webview is a frame in a frame. */
async function estimatorIn(page: Page): Promise<Frame> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    for (const frame of page.frames())
      if (
        await frame
          .locator('[data-part=today]')
          .isVisible()
          .catch(() => false)
      )
        return frame;
    await page.waitForTimeout(200);
  }
  throw new Error('The estimator did not open');
}
