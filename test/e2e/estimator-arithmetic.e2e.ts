import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getEncoding } from 'js-tiktoken';
import type { Frame } from 'playwright-core';
import { runCommand } from '../../scripts/workbench/keyboard';
import { panelPage } from '../../scripts/workbench/panel';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';

const line = (number: number) => `Machine ${number} of the workshop is oiled each ${number + 2} days, by whoever opens the shop.`;
const MANUAL = Array.from({ length: 30 }, (_, number) => line(number)).join(' ');
const LEDGER = Array.from({ length: 40 }, (_, number) => line(number * 7)).join(' ');
const APP = `from openai import OpenAI

client = OpenAI()
MANUAL = "${MANUAL}"
LEDGER = "${LEDGER}"


def next_oiling():
    return client.responses.create(model="gpt-5.4", max_output_tokens=900, input=MANUAL)


def last_oiling():
    messages = [{"role": "user", "content": LEDGER}]
    return client.chat.completions.create(model="gpt-4.1-mini", max_tokens=700, messages=messages)
`;
const CALLS_PER_DAY = 40_000;
const OUTPUT_TOKENS = 250;
const DAYS = 30;
/** OpenAI's cookbook: 3 tokens a message and 1 for its role, and 3 for the reply. */
const FRAMING_TOKENS = 7;
/** US dollars per million tokens: OpenAI's price list, checked 2026-11-20. Both inputs are below the minimum of the cache. */
const PRICES = [
  { text: MANUAL, input: 2.5, output: 15 },
  { text: LEDGER, input: 0.4, output: 1.6 },
];

/** Arithmetic that knows nothing of the extension: another counter's tokens, times price, calls and days. */
function usdPerMonth(): number {
  const encoding = getEncoding('o200k_base');
  const usdPerCall = PRICES.map(
    ({ text, input, output }) => ((encoding.encode(text).length + FRAMING_TOKENS) * input + OUTPUT_TOKENS * output) / 1e6,
  );
  return usdPerCall.reduce((total, usd) => total + usd, 0) * CALLS_PER_DAY * DAYS;
}

describe('the spend estimator against arithmetic of one’s own', function () {
  this.timeout(240_000);
  let folder: string;
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-arithmetic-'));
    await writeFile(path.join(folder, 'app.py'), APP);
    await writeFile(
      path.join(folder, 'promptfare.json'),
      JSON.stringify({ version: 1, calls: { '**': { callsPerDay: CALLS_PER_DAY, outputTokens: OUTPUT_TOKENS } } }),
    );
    workbench = await openWorkbench({ workspace: folder });
    await runCommand(workbench.page, 'Promptfare: Open the Spend Estimator');
    panel = await panelPage(workbench.page, '[data-part=today]');
    await panel.locator('[data-part=today]', { hasText: 'a month' }).waitFor({ timeout: 60_000 });
  });
  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** The money that a part of the headline shows first, which must be `usd` as far as it is written out. */
  async function assertShows(part: string, usd: number): Promise<void> {
    const text = (await panel.locator(`[data-part=${part}]`).textContent()) ?? '';
    const [, whole = '', decimals = ''] = /\$([\d,]+)(?:\.(\d+))?/.exec(text) ?? [];
    assert.ok(whole !== '', text);
    const shown = Number(`${whole.replaceAll(',', '')}.${decimals}0`);
    assert.ok(Math.abs(shown - usd) <= 0.5 / 10 ** decimals.length + 1e-9, `${text} for ${usd}`);
  }

  it('shows the month that tokens, prices and calls a day come to', () => assertShows('today', usdPerMonth()));

  it('takes off what a lever takes: all of it in batches costs half', async () => {
    await panel.locator('[data-lever=batch]').click();
    await panel.locator('[data-field="batch.share"] input').fill('100');
    await panel.locator('[data-part=after]').waitFor();
    await assertShows('today', usdPerMonth());
    await assertShows('after', usdPerMonth() / 2);
  });
});
