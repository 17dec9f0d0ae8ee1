import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeEditors, eventually, lensTitles, onlyLens, openFile, openText, replaceIn, writeFile } from './editor-steps';
import { ownService } from './own-service';
import { CALL } from './samples';

const IMPORTING = `from openai import OpenAI
from lengths import MAX

client = OpenAI()
client.responses.create(model="gpt-5-mini", max_output_tokens=MAX, input="Hello")
`;

describe('what is shown', () => {
  const written: vscode.Uri[] = [];
  const write = async (name: string, content: string) => {
    written.push(await writeFile(name, content));
  };
  afterEach(async () => {
    await closeEditors();
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  it('equals a fresh analysis after long typing', async function () {
    this.timeout(120_000);
    const document = await openText('python', CALL);
    await onlyLens(document);
    const editor = await vscode.window.showTextDocument(document);
    const at = document.positionAt(document.getText().indexOf('Rule 60:'));
    editor.selection = new vscode.Selection(at, at);
    const typed = 'Never use the word delighted. Ask one question at a time. '.repeat(2);
    for (const character of typed) await vscode.commands.executeCommand('type', { text: character });
    for (let count = 0; count < 20; count++) await vscode.commands.executeCommand('deleteLeft');
    assert.ok(document.getText().length > CALL.length + 80);
    const shown = await onlyLens(document);
    const fresh = await openText('python', document.getText());
    assert.equal(shown, await onlyLens(fresh));
  });

  it('follows an imported file, on disk and in its editor', async () => {
    await write('lengths.py', 'MAX = 100\n');
    await write('importing.py', IMPORTING);
    const document = await openFile('importing.py');
    const says = (cap: number) =>
      eventually(
        () => lensTitles(document),
        ([title]) => title?.includes(`≤${cap} out`) === true,
      );
    await says(100);
    await writeFile('lengths.py', 'MAX = 200\n');
    await says(200);
    const lengths = await openFile('lengths.py');
    await replaceIn(lengths, '200', '300');
    await says(300);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await says(200);
  });

  it('is never of an older version', async () => {
    const own = ownService();
    try {
      const document = await openText('python', CALL);
      await own.analysisOf(document);
      const wrong: string[] = [];
      const watching = own.service.analyses.onDidChange(() => {
        const analysis = own.service.analyses.current(document);
        const cap = /max_completion_tokens=(\d+)/.exec(document.getText())?.[1];
        const shown = analysis?.quotes[0]?.outputCapTokens;
        if (shown !== undefined && String(shown) !== cap) wrong.push(`${shown} for ${cap}`);
      });
      for (let cap = 2000; cap < 2030; cap++) {
        const [before = ''] = /max_completion_tokens=\d+/.exec(document.getText()) ?? [];
        await replaceIn(document, before, `max_completion_tokens=${cap}`);
      }
      const analysis = await own.analysisOf(document);
      watching.dispose();
      assert.deepEqual(wrong, []);
      assert.equal(analysis.quotes[0]?.outputCapTokens, 2029);
    } finally {
      own.dispose();
    }
  });
});
