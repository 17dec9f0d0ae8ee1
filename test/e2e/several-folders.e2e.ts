import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFile, runCommand } from '../../scripts/workbench/keyboard';
import { openWorkbench, type Workbench } from '../../scripts/workbench/workbench';
import { lensTexts, waitForLens } from './lenses';

const FILE = 'promptfare.json';

const call = (name: string) => `from openai import OpenAI

client = OpenAI()


def ${name}(text):
    return client.chat.completions.create(
        model="gpt-4.1",
        max_completion_tokens=100,
        messages=[{"role": "system", "content": "You sort tickets."}, {"role": "user", "content": text}],
    )
`;

describe('a workspace of several folders', function () {
  this.timeout(240_000);
  let original: string;
  let workbench: Workbench;

  before(async () => {
    original = await mkdtemp(path.join(tmpdir(), 'several-'));
    for (const name of ['shop', 'desk']) {
      await mkdir(path.join(original, name));
      await writeFile(path.join(original, name, `${name}_call.py`), call(name));
    }
    await writeFile(path.join(original, 'shop', FILE), JSON.stringify({ calls: { '**': { callsPerDay: 1000, outputTokens: 50 } } }));
    await writeFile(path.join(original, 'all.code-workspace'), JSON.stringify({ folders: [{ path: 'shop' }, { path: 'desk' }] }));
    workbench = await openWorkbench({ workspace: original, workspaceFile: 'all.code-workspace' });
  });
  after(async () => {
    await workbench?.close();
    await rm(original, { recursive: true });
  });

  it('has a file of its own in each, which holds for that folder alone', async () => {
    const { page } = workbench;
    await openFile(page, 'shop_call.py');
    assert.match(await waitForLens(page, 'gpt-4.1', 90), /\/month/);
    await openFile(page, 'desk_call.py');
    await waitForLens(page, 'gpt-4.1');
    assert.ok((await lensTexts(page)).every(text => !text.includes('/month')));
  });

  it('asks for which of them a file is made', async () => {
    const { page } = workbench;
    await runCommand(page, 'Promptfare: Create promptfare.json');
    await page.locator('.quick-input-list .monaco-list-row .label-name').getByText('desk', { exact: true }).first().click();
    await page.locator('.tab.active', { hasText: FILE }).waitFor({ timeout: 60_000 });
    const made = path.join(workbench.folder, 'desk', FILE);
    assert.ok(existsSync(made));
    assert.match(await readFile(made, 'utf8'), /desk_call\.py#desk\/openai-chat#0/);
  });
});
