import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { screenshot } from '../../scripts/workbench/appearance';
import { openFile, runCommand } from '../../scripts/workbench/keyboard';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';
import { savedText } from './editor';
import { waitForLens } from './lenses';
import { notified } from './notifications';
import { until } from './until';

const goods = Array.from({ length: 12 }, (_, index) => ({ name: `boots ${index}`, price: 89.5, sizes: [40, 41] }));
const PRETTY = JSON.stringify(goods, undefined, 4);
const MINIFIED = JSON.stringify(goods);

const SHARED = `BOOTS = """You sell these boots.
${PRETTY}
"""
`;
const call = (name: string, cap: string) => `from openai import OpenAI

from boots import BOOTS

client = OpenAI()


def ${name}(question):
    return client.chat.completions.create(
        model="gpt-5.4",${cap}
        messages=[{"role": "system", "content": BOOTS}, {"role": "user", "content": question}],
    )
`;
const CAPPED = call('answer', '\n        max_completion_tokens=400,');
const UNCAPPED = call('advise', '');
const OTHER = call('suggest', '');
const CAP = /model="gpt-5\.4",\n {8}messages=.*,\n {8}max_completion_tokens=\d+,\n/;

describe('a user who fixes a workspace', function () {
  this.timeout(180_000);
  let workbench: Workbench;
  let folder = '';

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'promptfare-fix-all-'));
    await writeFile(path.join(folder, 'boots.py'), SHARED);
    await writeFile(path.join(folder, 'answer.py'), CAPPED);
    await writeFile(path.join(folder, 'advise.py'), UNCAPPED);
    await writeFile(path.join(folder, 'suggest.py'), OTHER);
    workbench = await openWorkbench({ workspace: folder, openFile: 'advise.py' });
    await waitForLens(workbench.page, 'gpt-5.4', 90);
  });
  after(async () => {
    await workbench?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const textOf = (file: string) => readFile(path.join(workbench.folder, file), 'utf8');

  it('has all white space mended at once, in the file that two calls share', async () => {
    const { page } = workbench;
    await runCommand(page, 'Promptfare: Fix All in the Workspace');
    const said = await notified(page, /One fix was made; the words stay as they are\. 2 more change what is sent/);
    await screenshot(page, 'fix-all-done');
    await said.getByRole('button', { name: 'Choose Fixes…' }).waitFor();
    await openFile(page, 'boots.py');
    assert.equal(await savedText(workbench, 'boots.py'), SHARED.replace(PRETTY, MINIFIED));
    assert.deepEqual([await textOf('answer.py'), await textOf('advise.py')], [CAPPED, UNCAPPED]);
  });

  const offered = (file: string) =>
    workbench.page.locator('.quick-input-list .monaco-list-row', { hasText: 'Cap the output at' }).filter({ hasText: file });
  const choose = async (rows: readonly Locator[]) => {
    for (const row of rows) await row.locator('input[type=checkbox], .monaco-checkbox').first().click();
    await screenshot(workbench.page, 'fix-all-choose');
    await workbench.page.locator('.quick-input-widget').getByText('OK', { exact: true }).click();
  };
  const apply = async () => {
    await workbench.page.getByRole('button', { name: /^Apply the Fix/ }).click();
    await workbench.page.locator('.monaco-diff-editor').first().waitFor({ state: 'detached' });
  };

  it('chooses the others by what they do, and sees them before they are made', async () => {
    const { page } = workbench;
    const notice = await notified(page, /One fix was made/);
    await notice.getByRole('button', { name: 'Choose Fixes…' }).click();
    const row = offered('advise.py').first();
    await row.waitFor();
    assert.equal(
      await page.locator('.quick-input-list .monaco-list-row', { hasText: 'JSON' }).count(),
      0,
      'what was mended is not offered',
    );
    const said = (await row.allInnerTexts()).join(' ').replace(/\s+/g, ' ');
    assert.match(said, /changes parameters of the call/);
    assert.match(said, /advise\.py · require-output-cap/);
    await choose([row]);
    await page.locator('.monaco-diff-editor .modified .view-line', { hasText: 'max_completion_tokens' }).first().waitFor();
    assert.equal(await textOf('advise.py'), UNCAPPED);
    await screenshot(page, 'fix-all-preview');
    await apply();
    await openFile(page, 'advise.py');
    const saved = await until(
      () => savedText(workbench, 'advise.py'),
      text => CAP.test(text),
    );
    assert.match(saved, CAP);
    assert.equal(await textOf('answer.py'), CAPPED);
    await page.keyboard.press('ControlOrMeta+Z');
    assert.equal(await savedText(workbench, 'advise.py'), UNCAPPED);
  });

  it('sees those of several files beside each other, and has them all by one click', async () => {
    const { page } = workbench;
    await runCommand(page, 'Promptfare: Choose Fixes in the Workspace…');
    await offered('suggest.py').first().waitFor();
    await choose([offered('advise.py').first(), offered('suggest.py').first()]);
    await page.locator('.tab.active', { hasText: '2 fixes' }).waitFor();
    await page.locator('.monaco-diff-editor .modified .view-line', { hasText: 'max_completion_tokens' }).nth(1).waitFor();
    await screenshot(page, 'fix-all-several');
    assert.deepEqual([await textOf('advise.py'), await textOf('suggest.py')], [UNCAPPED, OTHER]);
    await apply();
    for (const file of ['advise.py', 'suggest.py'])
      assert.match(
        await until(
          () => textOf(file),
          text => CAP.test(text),
        ),
        CAP,
      );
  });
});
