import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { getEncoding } from 'js-tiktoken';
import type { Frame } from 'playwright-core';
import { runCommand } from './keyboard';
import { panelPage } from './panel';
import { openWorkbench, type Workbench } from './workbench';

const line = (number: number) => `Machine ${number} of the workshop is oiled each ${number + 2} days, by whoever opens the shop.`;
const MANUAL = Array.from({ length: 60 }, (_, number) => line(number)).join(' ');
const LEDGER = Array.from({ length: 90 }, (_, number) => line(number * 7)).join(' ');
const APP = `from openai import OpenAI

client = OpenAI()
MANUAL = "${MANUAL}"
LEDGER = "${LEDGER}"


def index_manual():
    return client.embeddings.create(model="text-embedding-3-small", input=MANUAL)


def index_ledger():
    return client.embeddings.create(model="text-embedding-3-large", input=LEDGER)
`;
const CALLS_PER_DAY = 40_000;
const DAYS = 30;
/** US dollars per million tokens: OpenAI's price list, checked 2026-11-20. */
const USD_PER_MILLION = { small: 0.02, large: 0.13 };

/** Arithmetic that knows nothing of the extension: another tokenizer's count, times price, calls and days. */
function usdPerMonth(): number {
  const encoding = getEncoding('cl100k_base');
  const tokens = { small: encoding.encode(MANUAL).length, large: encoding.encode(LEDGER).length };
  const usdPerCall = (tokens.small * USD_PER_MILLION.small + tokens.large * USD_PER_MILLION.large) / 1e6;
  return usdPerCall * CALLS_PER_DAY * DAYS;
}

describe('the spend estimator against arithmetic of one’s own', function () {
  this.timeout(240_000);
  let folder: string;
  let workbench: Workbench;
  let panel: Frame;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-arithmetic-'));
    await writeFile(path.join(folder, 'app.py'), APP);
    await writeFile(path.join(folder, 'promptfare.json'), JSON.stringify({ version: 1, calls: { '**': { callsPerDay: CALLS_PER_DAY } } }));
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
