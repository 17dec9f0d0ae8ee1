import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, hoverAt, inWorkspace, lensTitles, openFile, writeFile } from './editor-steps';

const EXPORT = 'usage.jsonl';

/** Two runs as LangSmith writes them, one that no call of the examples makes, and a line that is broken. */
function runs(...models: readonly string[]): string {
  const lines = models.map((model, index) =>
    JSON.stringify({
      run_type: 'llm',
      name: 'answer',
      start_time: `2026-11-0${index + 1}T10:00:00Z`,
      extra: { metadata: { ls_model_name: model } },
      prompt_tokens: 4000,
      completion_tokens: 250,
    }),
  );
  return `${lines.join('\n')}\nbroken\n`;
}

describe('measured usage', function () {
  this.timeout(120_000);
  const lensWith = (document: vscode.TextDocument, expected: RegExp) =>
    eventually(
      () => lensTitles(document),
      titles => titles.length === 1 && expected.test(titles[0] ?? ''),
      60_000,
    );

  afterEach(async () => {
    await vscode.commands.executeCommand('promptfare.forgetUsage');
    await closeEditors();
    await vscode.workspace.fs.delete(inWorkspace(EXPORT)).then(undefined, () => {});
  });

  it('stands beside the estimate once it is imported, and no more once it is forgotten', async () => {
    const document = await openFile('support/assistant.py');
    await lensWith(document, /\/call · claude/);
    const file = await writeFile(EXPORT, runs('claude-sonnet-5-5', 'claude-sonnet-5-5', 'o9'));
    await vscode.commands.executeCommand('promptfare.importUsage', file);
    await lensWith(document, /· measured 4,000 in( \([+−]\d+%\))? → 250 out, \$[\d.]+\/call · claude/);
    assert.match(await hoverAt(document, 'messages.create'), /\*\*Measured\*\* over 2 calls from 2026-11-01 to 2026-11-02: 4,000 tok in/);
    await vscode.commands.executeCommand('promptfare.forgetUsage');
    await lensWith(document, /\/call · claude/);
  });

  it('leaves everything as it is where a file holds none', async () => {
    const document = await openFile('support/assistant.py');
    const [before = ''] = await lensWith(document, /\/call · claude/);
    const file = await writeFile(EXPORT, 'colour,size\nred,2\n');
    await vscode.commands.executeCommand('promptfare.importUsage', file);
    assert.deepEqual(await lensTitles(document), [before]);
  });
});
