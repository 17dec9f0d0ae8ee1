import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { chooseTheme, screenshot, setTheme } from '../../scripts/workbench/appearance';
import { chooseFile, runCommand } from '../../scripts/workbench/keyboard';
import { accessibilityFaults, panelPage } from '../../scripts/workbench/panel';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';

const TODAY = '[data-part=today]';
const TABS = [
  'next',
  'composition',
  'waterfall',
  'features',
  'turns',
  'models',
  'caching',
  'breakEvens',
  'growth',
  'measured',
  'scenarios',
];

/** Forty runs of one call as LangSmith writes them, and one that no call makes. */
function usageLines(): string {
  const run = (name: string, model: string, day: number) =>
    JSON.stringify({
      run_type: 'llm',
      name,
      start_time: `2026-11-0${day}T10:00:00Z`,
      extra: { metadata: { ls_model_name: model } },
      prompt_tokens: 4000,
      completion_tokens: 250,
    });
  const runs = Array.from({ length: 40 }, (_, index) => run('Assistant.answer', 'claude-sonnet-5-5', 1 + (index % 8)));
  return `${[...runs, run('elsewhere', 'o9', 2)].join('\n')}\n`;
}

describe('the spend estimator on the examples', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let panel: Frame;

  const today = async () => ((await panel.locator(TODAY).textContent()) ?? '').trim();
  const openTab = (tab: string) => panel.locator(`[data-tab=${tab}]`).click();
  const field = (id: string) => panel.locator(`[data-field="${id}"] input`);
  /** The cells of a table's rows, by its caption. */
  const rows = async (caption: RegExp): Promise<readonly (readonly string[])[]> => {
    const table = panel.locator('table', { has: panel.locator('caption', { hasText: caption }) });
    await table.first().waitFor();
    return table.locator('tbody tr').evaluateAll(all => all.map(row => [...row.children].map(cell => cell.textContent?.trim() ?? '')));
  };

  before(async () => {
    workbench = await openWorkbench();
    await runCommand(workbench.page, 'Promptfare: Open the Spend Estimator');
    panel = await panelPage(workbench.page, TODAY);
    // The scan goes on for a while.
    await panel.locator(TODAY, { hasText: /^\$\d/ }).waitFor({ timeout: 60_000 });
  });
  after(async () => workbench?.close());

  it('shows without any typing what 1,000 of each call cost, and of what', async () => {
    assert.match(await today(), /^\$[\d,.]+\+? for 1,000 of each call/);
    await openTab('composition');
    const parts = await rows(/What the money is for/);
    assert.ok(parts.length >= 3, JSON.stringify(parts));
    assert.ok(parts.some(([part]) => part === 'System prompt'));
    assert.equal(await panel.locator('figure.chart svg').count(), 1);
  });

  it('shows a month as soon as one number is typed', async () => {
    await field('callsPerDay').click();
    await workbench.page.keyboard.type('20000');
    await panel.locator(TODAY, { hasText: 'a month' }).waitFor();
  });

  it('answers a wrong number at its field, and goes on with the last right one', async () => {
    const before = await today();
    await field('callsPerDay').fill('-5');
    await panel.locator('[role=alert]', { hasText: 'a number above 0' }).waitFor();
    assert.equal(await today(), before);
    await field('callsPerDay').fill('20000');
    await panel.locator('[role=alert]').waitFor({ state: 'detached' });
  });

  it('lets a lever be pulled by mouse, and the steps add up to the difference', async () => {
    await panel.locator('[data-lever=batch]').click();
    await field('batch.share').fill('80');
    await openTab('waterfall');
    const steps = await rows(/From today to what the levers leave/);
    assert.deepEqual([steps.at(0)?.[0], steps.at(-1)?.[0]], ['Today', 'With these levers']);
    assert.ok(
      steps.some(([step]) => step === 'Batch'),
      JSON.stringify(steps),
    );
    const amounts = steps.map(([, amount = '']) => Number(amount.replace('−', '-').replace(/[$,+]/g, '')));
    const saved = amounts.slice(1, -1).reduce((total, amount) => total + amount, 0);
    assert.ok(Math.abs((amounts[0] ?? 0) + saved - (amounts.at(-1) ?? 0)) <= steps.length, JSON.stringify(amounts));
    await screenshot(workbench.page, 'estimator-dark');
  });

  it('can be worked with the keyboard alone', async () => {
    await panel.locator('[data-tab=waterfall]').focus();
    await workbench.page.keyboard.press('ArrowRight');
    await panel.locator('[data-tab=features][aria-selected=true]').waitFor();
    await workbench.page.keyboard.press('End');
    await panel.locator('[data-tab=scenarios][aria-selected=true]').waitFor();
    await panel.locator('[data-lever=batch]').focus();
    await workbench.page.keyboard.press('Space');
    await panel.locator('[data-field="batch.share"]').waitFor({ state: 'detached' });
    await workbench.page.keyboard.press('Space');
    await panel.locator('[data-field="batch.share"]').waitFor();
    await workbench.page.keyboard.press('Tab');
    await workbench.page.keyboard.press('Home');
    await workbench.page.keyboard.press('Shift+End');
    await workbench.page.keyboard.type('40');
    await panel.locator('[data-part=after]').waitFor();
    assert.equal(await field('batch.share').inputValue(), '40');
  });

  it('keeps a scenario in promptfare.json', async () => {
    await openTab('scenarios');
    await field('scenario').fill('spring');
    await panel.getByText('Save', { exact: true }).click();
    await panel.locator('button', { hasText: 'Duplicate' }).waitFor();
    const file = JSON.parse(await readFile(path.join(workbench.folder, 'promptfare.json'), 'utf8'));
    assert.equal(file.scenarios.spring.levers.batch.share, 0.4);
    const scenarios = await rows(/Scenarios side by side/);
    assert.deepEqual(
      scenarios.map(([name]) => name),
      ['Today', 'spring', 'As set now'],
    );
    assert.equal(scenarios[1]?.[1], scenarios[2]?.[1]);
  });

  it('follows traffic that grows, as promptfare.json states it', async () => {
    const uri = path.join(workbench.folder, 'promptfare.json');
    const file = JSON.parse(await readFile(uri, 'utf8'));
    await writeFile(uri, JSON.stringify({ ...file, calls: { '**': { callsPerDay: 20_000, growthPerMonth: 0.1 } } }, undefined, 2));
    await panel.locator('[data-part=growth]', { hasText: 'In 12 months, as calls grow' }).waitFor({ timeout: 60_000 });
    await openTab('growth');
    assert.equal((await rows(/The months to come/)).length, 13);
  });

  it('takes what a GPU costs, and answers what can’t be at its field', async () => {
    await openTab('breakEvens');
    const pays = async () => (await rows(/From which volume/))[0]?.[1] ?? '';
    const before = await pays();
    await field('selfHost.gpuUsdPerHour').fill('20');
    await panel.locator('td', { hasText: before }).waitFor({ state: 'detached' });
    await field('selfHost.utilisation').fill('400');
    await panel.locator('[role=alert]', { hasText: 'at most 100%' }).waitFor();
    await field('selfHost.utilisation').fill('40');
    await panel.locator('[role=alert]').waitFor({ state: 'detached' });
  });

  it('shows what was measured beside what is estimated, once it is imported', async () => {
    const file = path.join(workbench.folder, 'usage.jsonl');
    await writeFile(file, usageLines());
    await openTab('measured');
    await panel.getByText('Import Measured Usage…').click();
    await chooseFile(workbench.page, file);
    await panel.locator('caption', { hasText: 'Measured beside estimated' }).waitFor({ timeout: 60_000 });
    const [row = []] = await rows(/Measured beside estimated/);
    assert.match(row[0] ?? '', /answer/);
    assert.equal(row[1], '40');
    const [unmatched = []] = await rows(/Of no call that can be told/);
    assert.deepEqual([unmatched[0], unmatched[1]], ['o9 (elsewhere)', '1']);
  });

  it('is without fault to an accessibility checker, on every tab and in every theme', async () => {
    const themes: readonly (readonly [string, () => Promise<void>])[] = [
      ['dark', () => setTheme(workbench.page, 'dark')],
      ['light', () => setTheme(workbench.page, 'light')],
      ['high-contrast', () => chooseTheme(workbench.page, 'Dark High Contrast', 'hc-black')],
      ['light-high-contrast', () => chooseTheme(workbench.page, 'Light High Contrast', 'hc-light')],
    ];
    const faults: string[] = [];
    for (const [theme, change] of themes) {
      await change();
      for (const tab of TABS) {
        await openTab(tab);
        await panel.locator(`[data-tab=${tab}][aria-selected=true]`).waitFor();
        faults.push(...(await accessibilityFaults(panel)).map(fault => `${tab} in ${theme}: ${fault}`));
      }
      await openTab('waterfall');
      await panel.evaluate('window.scrollTo(0, 0)');
      await screenshot(workbench.page, `estimator-in-${theme}`);
    }
    assert.deepEqual(faults, []);
  });

  it('is as it was after it was hidden, and after the window was loaded anew', async () => {
    const before = await today();
    await openTab('next');
    await panel.locator('table button').first().click();
    await workbench.page.locator('.editor-group-container.active .monaco-editor .view-line').first().waitFor();
    await workbench.page.locator('.tab', { hasText: 'Spend Estimator' }).click();
    panel = await panelPage(workbench.page, TODAY);
    await panel.locator(TODAY, { hasText: before }).waitFor();
    assert.equal(await field('batch.share').inputValue(), '40');

    await workbench.page.reload();
    // Which tab was in front is kept by VS Code every few seconds: it may still be the file's.
    await workbench.page.locator('.tab', { hasText: 'Spend Estimator' }).click({ timeout: 60_000 });
    panel = await panelPage(workbench.page, TODAY);
    await panel.locator(TODAY, { hasText: 'a month' }).waitFor({ timeout: 60_000 });
    assert.equal(await field('callsPerDay').inputValue(), '20000');
    assert.equal(await field('batch.share').inputValue(), '40');
  });
});
