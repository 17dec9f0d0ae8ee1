import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import type { Frame } from 'playwright-core';
import { chooseTheme, screenshot, setTheme } from './appearance';
import { runCommand } from './keyboard';
import { accessibilityFaults, panelPage } from './panel';
import { openWorkbench, type Workbench } from './workbench';

const HEADLINE = '[data-part=headline]';

describe('the routing panel on the examples', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let panel: Frame;

  /** The cells of the rows, each in one line. */
  const rows = async (): Promise<readonly (readonly string[])[]> =>
    panel
      .locator('tbody tr')
      .evaluateAll(all => all.map(row => [...row.children].map(cell => (cell as HTMLElement).innerText.replace(/\s+/g, ' ').trim())));
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
    const [first] = await rows();
    await field('search').fill((first?.[0] ?? '').split(' ')[0] ?? '');
    await panel.locator('tbody tr').nth(1).waitFor({ state: 'detached' });
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

  it('is without fault to an accessibility checker, in every theme', async () => {
    const themes: readonly (readonly [string, () => Promise<void>])[] = [
      ['dark', () => setTheme(workbench.page, 'dark')],
      ['light', () => setTheme(workbench.page, 'light')],
      ['high-contrast', () => chooseTheme(workbench.page, 'Light High Contrast', 'hc-light')],
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

  it('writes the suggestion of one call, after a preview, and one undo takes it back', async () => {
    const { page, folder } = workbench;
    await panel.locator('[data-tab=static]').click();
    const apply = panel.locator('tbody button', { hasText: 'Apply…' }).first();
    const row = (await rows()).find(cells => cells.at(-1) === 'Apply…');
    assert.ok(row);
    await apply.click();
    await page.getByText('Apply', { exact: true }).last().waitFor();
    await screenshot(page, 'routing-preview');
    const before = await readFile(`${folder}/${row[0]?.split(' ').at(-1)}`, 'utf8');
    assert.ok(before.includes(row[2] ?? ''), 'nothing is written before it is confirmed');
    await page.locator('.monaco-button', { hasText: 'Apply' }).last().click();
    const written = (row[3] ?? '').split(' ')[0] ?? '';
    const end = Date.now() + 30_000;
    let text = before;
    while (Date.now() < end && !text.includes(written)) {
      await page.waitForTimeout(300);
      text = await readFile(`${folder}/${row[0]?.split(' ').at(-1)}`, 'utf8');
    }
    assert.ok(text.includes(written), `${written} is in the file`);
  });
});
