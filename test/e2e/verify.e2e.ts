import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Frame } from 'playwright-core';
import { chooseTheme, screenshot, setTheme } from '../../scripts/workbench/appearance';
import { runCommand } from '../../scripts/workbench/keyboard';
import { accessibilityFaults, panelPage } from '../../scripts/workbench/panel';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';
import { type Asked, type Scripted, type WireServer, wireServer } from '../wire-server';

const CODE = `import OpenAI from 'openai';

const client = new OpenAI();

/** Which team a ticket goes to. */
export async function teamOf(ticket: string): Promise<string> {
  const response = await client.responses.create({
    model: 'gpt-5.4',
    max_output_tokens: 5000,
    instructions: \`Classify the support ticket into exactly one of these categories: billing, delivery, returns, other.
Answer with the category alone, in lower case.\`,
    input: ticket,
  });
  return response.output_text;
}
`;

const TEAMS = ['billing', 'delivery', 'returns', 'other'] as const;
const KEY = 'sk-e2e-secret-of-nobody';
const tickets = Array.from({ length: 50 }, (_, index) => `Ticket ${index + 1}: my order ${4000 + index} is about ${TEAMS[index % 4]}`);

describe('a user who verifies a smaller model', function () {
  this.timeout(240_000);
  let workbench: Workbench;
  let server: WireServer;
  let folder = '';
  let panel: Frame;
  /** How the endpoint behaves now. */
  let script: (asked: Asked) => Scripted;

  const teamIn = (user: string) => TEAMS.find(team => user.endsWith(team)) ?? 'other';
  /** The smaller model takes three returns for deliveries. */
  const sorted = ({ model, user }: Asked): Scripted => {
    const isWrong = model !== 'gpt-5.4' && /^Ticket (?:3|7|11):/.test(user);
    return {
      text: isWrong ? 'delivery' : teamIn(user),
      input: 62,
      output: model === 'gpt-5.4' ? 3 : 4,
      delayMs: model === 'gpt-5.4' ? 60 : 20,
    };
  };
  const part = (name: string) => panel.locator(`[data-part="${name}"]`);
  const run = async () => {
    await panel.locator('[data-action=run]').click();
    const dialog = workbench.page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    const text = (await dialog.textContent()) ?? '';
    return { text, send: () => dialog.getByRole('button', { name: 'Send' }).click(), leave: () => workbench.page.keyboard.press('Escape') };
  };

  before(async () => {
    script = sorted;
    server = await wireServer(asked => script(asked));
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-verify-'));
    await writeFile(path.join(folder, 'triage.ts'), CODE);
    await writeFile(
      path.join(folder, 'mood.ts'),
      CODE.replaceAll('teamOf', 'moodOf').replace('billing, delivery, returns, other', 'angry, calm, glad'),
    );
    const userSettings = { 'promptfare.verify.endpoints': { openai: `http://${server.host}/v1` } };
    workbench = await openWorkbench({ workspace: folder, openFile: 'triage.ts', userSettings });
    await runCommand(workbench.page, 'Promptfare: Open Model Routing');
    const routing = await panelPage(workbench.page, '[data-part=headline]');
    await routing.getByRole('button', { name: /^Verify… .* for teamOf/ }).click();
    panel = await panelPage(workbench.page, '[data-action=run]');
  });
  after(async () => {
    await workbench?.close();
    await server?.close();
    if (folder !== '') await rm(folder, { recursive: true, force: true });
  });

  it('sees what is compared, and that samples are missing', async () => {
    assert.match((await part('change').textContent()) ?? '', /^gpt-5\.4 → gpt-/);
    assert.match((await panel.locator('main').textContent()) ?? '', /“ticket”/);
    await panel.locator('[data-action=run]').click();
    await panel.locator('.problem', { hasText: 'There are no samples' }).waitFor();
    assert.equal(server.asked.length, 0);
  });

  it('keeps a key for the host, which nobody sees again', async () => {
    const { page } = workbench;
    await panel.getByRole('button', { name: /^Set the key for gpt-5\.4…/ }).click();
    const input = page.locator('.quick-input-widget input[type=password]');
    await input.waitFor();
    await input.fill(KEY);
    await page.keyboard.press('Enter');
    await page.getByText(`The key of ${server.host} is kept.`).first().waitFor();
  });

  it('confirms host and price before anything is sent, and can leave it', async () => {
    await panel.locator('[data-field=typed]').fill(tickets.join('\n'));
    await part('samples').getByText('50 of 50 samples.').waitFor();
    const { text, leave } = await run();
    assert.ok(text.includes(`Send these requests to ${server.host}?`), text);
    assert.match(text, /up to 100 calls/);
    assert.match(text, /about \$0\.\d+, and \$\d+\.\d+ if every answer is as long as it may be/);
    assert.match(text, /ends before it exceeds \$1/);
    await screenshot(workbench.page, 'verify-confirm');
    await leave();
    assert.equal(server.asked.length, 0);
  });

  it('gets a plain verdict, what it cost and what differs', async () => {
    const { send } = await run();
    await send();
    await part('verdict').waitFor({ timeout: 60_000 });
    assert.equal(await part('verdict').textContent(), '47 of 50 agree, 95% interval 84–98%: below your bar of 95%.');
    assert.equal(server.asked.length, 100);
    assert.ok(server.mostAtOnce <= 4);
    for (const { headers, body } of server.asked) {
      assert.equal(headers.authorization, `Bearer ${KEY}`);
      assert.match(JSON.stringify(body.input), /Classify the support ticket/);
      assert.equal(body.max_output_tokens, 5000);
    }
    assert.equal(await panel.locator('[data-pair=differ]').count(), 3);
    assert.match(
      (await part('saved').textContent()) ?? '',
      /^\$0\.\d+ spent\. Saved in promptfare\.verify\.json: figures and fingerprints, no text\.$/,
    );
    assert.ok(!(await panel.content()).includes(KEY));
  });

  it('looks right in dark, light and high contrast, without fault to an accessibility checker', async () => {
    const { page } = workbench;
    const faults: string[] = [];
    const looks: readonly (readonly [string, () => Promise<void>])[] = [
      ['dark', () => setTheme(page, 'dark')],
      ['light', () => setTheme(page, 'light')],
    ];
    for (const [name, change] of looks) {
      await change();
      await panel.locator('h1').scrollIntoViewIfNeeded();
      await screenshot(page, `verify-setup-${name}`);
      await part('verdict').evaluate(element => element.scrollIntoView({ block: 'start' }));
      await screenshot(page, `verify-${name}`);
      faults.push(...(await accessibilityFaults(panel)).map(fault => `in ${name}: ${fault}`));
    }
    await setTheme(page, 'dark');
    assert.deepEqual(faults, []);
  });

  it('has figures saved beside the workspace file, and no text of prompts, samples or answers', async () => {
    const saved = await readFile(path.join(workbench.folder, 'promptfare.verify.json'), 'utf8');
    const [result] = JSON.parse(saved).results;
    assert.equal(result.path, 'triage.ts');
    assert.deepEqual([result.compared, result.agreeing, result.verdict], [50, 47, 'below']);
    assert.equal(result.today.outputTokens.value, 3);
    assert.ok(result.today.usdPerCall.value > result.changed.usdPerCall.value);
    for (const text of ['Ticket', 'Classify', 'billing', KEY, server.host]) assert.ok(!saved.includes(text), text);
  });

  it('sees the result as a badge on the row, measured figures, and that it is stale once the prompt has changed', async () => {
    const { page } = workbench;
    await runCommand(page, 'Promptfare: Open Model Routing');
    const routing = await panelPage(page, '[data-part=headline]');
    await routing.locator('[data-badge=below]', { hasText: '47/50 agree' }).waitFor();
    await routing
      .locator('tbody td[class=number] span[title*="mean of 50 answers when it was verified"]')
      .first()
      .waitFor({ state: 'attached' });
    await screenshot(page, 'verify-badge');
    await chooseTheme(page, 'Dark High Contrast', 'hc-black');
    await screenshot(page, 'routing-high-contrast');
    await writeFile(path.join(workbench.folder, 'triage.ts'), CODE.replace('in lower case', 'in upper case'));
    await routing.locator('[data-badge=stale]').waitFor({ timeout: 60_000 });
  });

  it('keeps what it has when the key is refused meanwhile, and says why in a sentence', async () => {
    let answered = 0;
    script = asked => (++answered > 20 ? { status: 401, message: `Incorrect key ${KEY}` } : sorted(asked));
    await runCommand(workbench.page, 'Promptfare: Open Model Routing');
    const routing = await panelPage(workbench.page, '[data-part=headline]');
    await routing.getByRole('button', { name: /^Verify… .* for teamOf/ }).click();
    panel = await panelPage(workbench.page, '[data-action=run]');
    await part('samples').getByText('50 of 50 samples.').waitFor();
    const { send } = await run();
    await send();
    await part('stopped').waitFor({ timeout: 60_000 });
    assert.match((await part('stopped').textContent()) ?? '', /refused the key \(status 401\)/);
    assert.match((await part('verdict').textContent()) ?? '', /^\d+ of (?:7|8|9|10) agree/);
    assert.ok(!(await panel.content()).includes(KEY));
  });

  it('applies both suggestions as one, after a preview, and takes both back by one undo', async () => {
    const { page } = workbench;
    await runCommand(page, 'Promptfare: Open Model Routing');
    let routing = await panelPage(page, '[data-part=headline]');
    const models = () => routing.locator('tbody tr td:nth-child(3)').allTextContents();
    assert.deepEqual(await models(), ['gpt-5.4', 'gpt-5.4']);
    await routing.locator('[data-action=pick-all]').click();
    await routing.locator('[data-part=sum]', { hasText: /saves \$/ }).waitFor();
    await routing.locator('[data-action=apply]', { hasText: 'Apply to 2 calls…' }).click();
    await page.locator('.monaco-diff-editor .modified .view-line', { hasText: 'gpt-6-luna' }).nth(1).waitFor();
    const written = await readFile(path.join(workbench.folder, 'triage.ts'), 'utf8');
    assert.ok(written.includes('gpt-5.4'), 'nothing is written before it is confirmed');
    await page.getByRole('button', { name: /^Apply the Fix/ }).click();
    routing = await panelPage(page, '[data-part=headline]');
    await routing.locator('tbody tr td:nth-child(3)', { hasText: 'gpt-6-luna' }).nth(1).waitFor();
    await screenshot(page, 'routing-applied-together');
    await routing.getByRole('button', { name: 'teamOf', exact: true }).click();
    await page.locator('.monaco-editor .view-lines', { hasText: 'gpt-6-luna' }).first().click();
    await page.keyboard.press('Control+z');
    await page.locator('.monaco-editor .view-lines', { hasText: 'gpt-5.4' }).first().waitFor();
    await runCommand(page, 'Promptfare: Open Model Routing');
    const again = await panelPage(page, '[data-part=headline]');
    await again.locator('tbody tr td:nth-child(3)', { hasText: 'gpt-5.4' }).nth(1).waitFor();
  });
});
