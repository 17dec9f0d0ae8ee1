import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { screenshot, setTheme } from '../../scripts/workbench/appearance';
import { runCommand } from '../../scripts/workbench/keyboard';
import { accessibilityFaults, panelPage } from '../../scripts/workbench/panel';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';

const HEADLINE = '[data-part=headline]';

describe('the routing panel on the examples', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let panel: Frame;

  /** The cells of the rows, each in one line. */
  const rows = async (): Promise<readonly (readonly string[])[]> =>
    panel
      .locator('tbody tr')
      .evaluateAll(all => all.map(row => [...row.children].map(cell => (cell.textContent ?? '').replace(/\s+/g, ' ').trim())));
  const field = (id: string) => panel.locator(`[data-field="${id}"] input`);

  before(async () => {
    workbench = await openWorkbench();
    await runCommand(workbench.page, 'Promptfare: Open Model Routing');
    panel = await panelPage(workbench.page, HEADLINE);
    await panel.locator(HEADLINE, { hasText: /\d+ of \d+ calls could go to a smaller model/ }).waitFor({ timeout: 60_000 });
  });
  after(async () => workbench?.close());

  it('has a row a call: its task and why, the model of today, the suggestion and what both cost', async () => {
    const shown = await rows();
    assert.ok(shown.length >= 5, JSON.stringify(shown));
    const routed = shown.filter(([, , , , price = '']) => price.startsWith('1/'));
    assert.ok(routed.length > 0, JSON.stringify(shown));
    for (const [, task = '', today = '', suggestion = '', , before = '', after = ''] of routed) {
      assert.match(task, /“|as you stated/);
      assert.ok(today !== '' && !suggestion.startsWith(today));
      assert.match(`${before} ${after}`, /^\$.* \$/);
    }
    await screenshot(workbench.page, 'routing-rows');
  });

  it('finds a call by typing', async () => {
    await field('search').fill('translate.ts');
    await panel.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
    assert.match((await rows())[0]?.[0] ?? '', /translate\.ts/);
    await field('search').fill('no such call');
    await panel.getByText('No call fits what you look for.').waitFor();
    await field('search').fill('');
    await panel.locator('tbody tr').first().waitFor();
  });

  it('sums what is selected, and draws where a cascade breaks even, by keyboard alone', async () => {
    await panel.locator('[data-action=pick-all]').focus();
    await workbench.page.keyboard.press('Enter');
    await panel.locator('[data-part=sum]', { hasText: /saves \$/ }).waitFor();
    await panel.locator('[data-tab=static]').focus();
    await workbench.page.keyboard.press('End');
    await panel.locator('[data-tab=cascade][aria-selected=true]').waitFor();
    await panel.locator('[data-part=break-even]', { hasText: /pays/ }).waitFor();
    await panel.locator('figure.chart svg').waitFor();
    await panel.locator('[data-part=break-even]').scrollIntoViewIfNeeded();
    await screenshot(workbench.page, 'routing-cascade');
  });

  it('is without fault to an accessibility checker, in dark and light', async () => {
    const themes: readonly (readonly [string, () => Promise<void>])[] = [
      ['dark', () => setTheme(workbench.page, 'dark')],
      ['light', () => setTheme(workbench.page, 'light')],
    ];
    const faults: string[] = [];
    for (const [theme, change] of themes) {
      await change();
      faults.push(...(await accessibilityFaults(panel)).map(fault => `in ${theme}: ${fault}`));
      await panel.locator('h1').scrollIntoViewIfNeeded();
      await screenshot(workbench.page, `routing-${theme}`);
    }
    assert.deepEqual(faults, []);
  });

  it('exports the routing map as a new file, where the user says', async () => {
    const { page, folder } = workbench;
    await panel.locator('[data-action=export]').first().click();
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Routing map, Python' }).first().click();
    const where = page.locator('.quick-input-widget input[type=text]');
    await page.waitForFunction(() =>
      document.querySelector<HTMLInputElement>('.quick-input-widget input[type=text]')?.value.endsWith('/routes.py'),
    );
    await where.press('Enter');
    await page.locator('.tab', { hasText: 'routes.py' }).waitFor();
    assert.match(await readFile(path.join(folder, 'routes.py'), 'utf8'), /translate[\s\S]*gpt-6/);
    await page.locator('.tab', { hasText: 'Model Routing' }).click();
    panel = await panelPage(page, HEADLINE);
  });

  it('writes the suggestion of one call, after a preview, and the row follows the code', async () => {
    const { page } = workbench;
    await panel.locator('[data-tab=static]').click();
    const apply = panel.locator('tbody button', { hasText: 'Apply…' }).first();
    const row = (await rows()).find(cells => cells.at(-1)?.endsWith('Apply…'));
    assert.ok(row);
    const file = path.join(workbench.folder, /\S+$/.exec(row[0] ?? '')?.[0] ?? '');
    const before = await readFile(file, 'utf8');
    await apply.click();
    await page.locator('.monaco-diff-editor .modified .view-line', { hasText: /gpt-6/ }).first().waitFor();
    await screenshot(page, 'routing-preview');
    assert.equal(await readFile(file, 'utf8'), before, 'nothing is written before it is confirmed');
    await page.getByRole('button', { name: /^Apply the Fix/ }).click();
    panel = await panelPage(page, HEADLINE);
    const call = panel.locator('tbody tr', { hasText: path.basename(file) });
    const written = /^[\w.-]+/.exec(row[3] ?? '')?.[0] ?? '';
    await call.locator('td').nth(1).getByText(written).waitFor();
    await screenshot(page, 'routing-applied');
  });
});
