import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { screenshot, setTheme } from '../../scripts/workbench/appearance';
import { runCommand } from '../../scripts/workbench/keyboard';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';
import { savedText } from './editor';
import { waitForLens } from './lenses';
import { until } from './until';

const PROMPT = `---
name: Support
model:
  id: gpt-5.4
  options:
    maxOutputTokens: 400
---
system:
You help the customers of a shop.
Please look up the order in order to answer.
It is important to note that goods come back within 30 days.

{
    "goods": [
        { "name": "boots", "price": 89.5 },
        { "name": "hat", "price": 20 }
    ]
}
Never promise a refund before the order was looked up.
user:
{{question}}
`;
const MINIFIED = PROMPT.replace(/\{\n {4}"goods"[\s\S]*?\n\}/, found => JSON.stringify(JSON.parse(found)));

describe('a user who compresses a prompt', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let server: Server;
  let folder = '';
  let asked = 0;

  before(async () => {
    server = createServer((request, response) => {
      asked++;
      const content = `<part n="1">\n${MINIFIED.slice(MINIFIED.indexOf('You help'), MINIFIED.indexOf('user:')).replace('Please look', 'Look')}</part>\n<part n="2">\n⟦1⟧\n</part>`;
      request.resume().on('end', () => {
        response.writeHead(200, { 'content-type': 'application/json' });
        response.end(JSON.stringify({ choices: [{ message: { content }, finish_reason: 'stop' }] }));
      });
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-compress-'));
    await writeFile(path.join(folder, 'support.prompty'), PROMPT);
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    const userSettings = { 'promptfare.compression.endpoint': endpoint, 'promptfare.compression.model': 'gpt-5.4-mini' };
    workbench = await openWorkbench({ workspace: folder, openFile: 'support.prompty', userSettings });
    await waitForLens(workbench.page, 'gpt-5.4', 90);
  });
  after(async () => {
    await workbench?.close();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('chooses passes by what they save, sees both sides, and takes one change', async () => {
    const { page } = workbench;
    await page.locator('.monaco-editor .view-line').first().click();
    await runCommand(page, 'Promptfare: Compress This Prompt…');
    const row = (text: string) => page.locator('.quick-input-list .monaco-list-row', { hasText: text }).first();
    await row('Wordy phrases').waitFor();
    assert.match((await row('White space in JSON').allInnerTexts()).join(' ').replace(/\s+/g, ' '), /−\d+ tokens · −\$0\.\d+\/1k/);
    await row('Wordy phrases').locator('input[type=checkbox], .monaco-checkbox').first().click();
    await screenshot(page, 'compress-passes');
    await page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();
    await page
      .locator('.tab', { hasText: /Compressed: \d+ tokens, \$[\d.]+\/1k → \d+ tokens, \$[\d.]+\/1k/ })
      .first()
      .waitFor();
    await page.locator('.monaco-diff-editor .view-line', { hasText: 'Please look up the order to answer.' }).first().waitFor();
    await screenshot(page, 'compress-dark');
    await setTheme(page, 'light');
    await screenshot(page, 'compress-light');
    await setTheme(page, 'dark');
    await page.getByRole('button', { name: /^Choose Changes of the Compression/ }).click();
    const change = page.locator('.part.panel .monaco-list-row', { hasText: 'goods' }).first();
    await change.waitFor();
    await change.locator('input[type=checkbox], .monaco-checkbox, .edit-checkbox').first().click();
    await screenshot(page, 'compress-choose');
    await page.getByRole('button', { name: 'Apply', exact: true }).click();
    await change.waitFor({ state: 'hidden' });
    assert.equal(await savedText(workbench, 'support.prompty'), MINIFIED);
  });

  it('lets a model do it, after host and price were named', async () => {
    const { page } = workbench;
    await page.locator('.monaco-editor .view-line').first().click();
    await runCommand(page, 'Promptfare: Compress This Prompt by a Model…');
    const dialog = page.locator('.monaco-dialog-box');
    await dialog.waitFor();
    const said = (await dialog.allInnerTexts()).join(' ').replace(/\s+/g, ' ');
    assert.match(said, /Send this prompt to 127\.0\.0\.1:\d+\?/);
    assert.match(said, /That costs up to \$0\.\d+, without/);
    assert.equal(asked, 0);
    await screenshot(page, 'compress-confirm');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await page.locator('.tab', { hasText: 'Compressed:' }).first().waitFor();
    await page.getByRole('button', { name: /^Apply the Compression/ }).click();
    await page.locator('.tab', { hasText: 'Compressed:' }).first().waitFor({ state: 'detached' });
    const expected = MINIFIED.replace('Please look', 'Look');
    // The diff closes before the edit has reached the file's editor, and only then is there something to save.
    const saved = await until(
      () => savedText(workbench, 'support.prompty'),
      text => text === expected,
    );
    assert.equal(saved, expected);
    assert.equal(asked, 1);
  });
});
