import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { isJointEdit, jointEdit } from '../../src/vscode/platform/joint-edit';
import { closeEditors, eventually, findings, openFile, openText, replaceIn, ruleOf, writeFile } from './editor-steps';
import { ownService } from './own-service';

const goods = Array.from({ length: 12 }, (_, index) => ({ name: `boots ${index}`, price: 89.5, sizes: [40, 41] }));
const PRETTY = JSON.stringify(goods, undefined, 4);
const MINIFIED = JSON.stringify(goods);
const SPACED = `You sell these boots.\n${PRETTY}\n${Array.from(
  { length: 40 },
  (_, index) => `Size ${index} fits a foot of ${20 + index} cm.      \n`,
).join('')}`;

const call = (prompt: string) => `from openai import OpenAI

client = OpenAI()


def answer(question):
    return client.chat.completions.create(
        model="gpt-5.4",
        max_completion_tokens=400,
        messages=[{"role": "system", "content": ${prompt}}, {"role": "user", "content": question}],
    )
`;
const CALL = call(`"""${SPACED}"""`);

const HARMLESS = ['no-embedded-bulk', 'prefer-compact-prompt'];
const mended = (document: vscode.TextDocument) => document.getText().includes(MINIFIED) && !document.getText().includes('cm.  ');

describe('fix all', () => {
  const written: vscode.Uri[] = [];
  const write = async (name: string, content: string) => written.push(await writeFile(name, content));
  afterEach(async () => {
    await vscode.workspace.getConfiguration('promptfare').update('fixOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.getConfiguration('editor').update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    await closeEditors();
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  for (const kind of ['source.fixAll.promptfare', 'source.fixAll']) {
    it(`mends the white space of a document as one edit, which one undo takes back (${kind})`, async () => {
      const document = await openText('python', CALL.replaceAll('\n', '\r\n'));
      const [action] = await eventually(
        () => sourceActions(document, kind),
        actions => actions.length === 1,
      );
      assert.equal(action?.kind?.value, 'source.fixAll.promptfare');
      assert.ok(action.edit && (await vscode.workspace.applyEdit(action.edit)));
      assert.ok(mended(document), document.getText());
      assert.equal(document.getText().replaceAll('\r\n', '').includes('\n'), false, 'a line end was changed');
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), CALL.replaceAll('\n', '\r\n'));
    });
  }

  it('is no quick fix, and not offered where nothing is to be mended', async () => {
    const document = await openText('python', CALL.replace(SPACED, 'You sell boots.'));
    await eventually(
      () => sourceActions(document, 'quickfix'),
      actions => actions.every(action => action.kind?.value !== 'source.fixAll.promptfare'),
    );
    assert.deepEqual(await sourceActions(document, 'source.fixAll.promptfare'), []);
  });

  it('happens on save by its own setting alone', async () => {
    await write('spaced.py', CALL);
    const document = await openFile('spaced.py');
    await whenFound(document);
    const editor = vscode.workspace.getConfiguration('editor');
    await editor.update('codeActionsOnSave', { 'source.fixAll': 'explicit' }, vscode.ConfigurationTarget.Workspace);
    await touch(document);
    assert.ok(await document.save());
    assert.ok(!mended(document), 'another setting was taken for ours');
    await editor.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Workspace);
    await vscode.workspace.getConfiguration('promptfare').update('fixOnSave', true, vscode.ConfigurationTarget.Workspace);
    await touch(document);
    await whenFound(document);
    // VS Code waits but a moment for what is to be done on save: a busy machine may need another save.
    await eventually(
      async () => {
        assert.ok(await document.save());
        if (!mended(document)) await touch(document);
        return document.getText();
      },
      () => mended(document),
    );
    assert.equal(document.isDirty, false);
  });

  it('edits a prompt that two files share once, in the file where it stands', async () => {
    await write('boots_text.py', `TEXT = """${SPACED}"""\n`);
    for (const name of ['boots_one.py', 'boots_two.py']) await write(name, `from boots_text import TEXT\n${call('TEXT')}`);
    const documents = [await openFile('boots_one.py'), await openFile('boots_two.py')];
    const own = ownService();
    try {
      const wanted = { documents, wanted: 'harmless', onlyInDocuments: false, patienceMs: 60_000 } as const;
      const joint = await jointEdit(own.service, wanted);
      assert.ok(isJointEdit(joint), JSON.stringify(joint));
      assert.deepEqual(
        joint.edit.entries().map(([uri]) => uri.path.split('/').pop()),
        ['boots_text.py'],
      );
      assert.ok(await vscode.workspace.applyEdit(joint.edit));
      const text = await vscode.workspace.openTextDocument(written[0] ?? assert.fail());
      assert.ok(mended(text), text.getText());
      const again = await jointEdit(own.service, wanted);
      assert.ok(isJointEdit(again) && again.edit.size === 0, 'done once, nothing is left');
    } finally {
      own.dispose();
    }
  });

  it('is refused when a document changes while it is prepared, and when it is cancelled', async () => {
    const own = ownService();
    try {
      const document = await openText('python', CALL);
      await own.analysisOf(document);
      const wanted = { documents: [document], wanted: 'harmless', onlyInDocuments: true, patienceMs: 60_000 } as const;
      const { analyses, requests } = own.service;
      const changesMeanwhile: typeof requests.fixAll = async (...question) => {
        const answer = await requests.fixAll(...question);
        await replaceIn(document, 'def answer', '# One line more\ndef answer');
        return answer;
      };
      const refused = await jointEdit({ analyses, requests: { fixAll: changesMeanwhile } }, wanted);
      assert.ok(!isJointEdit(refused), 'an edit was made for an older text');
      assert.match(refused.refused, /changed meanwhile.*[Tt]ry again/);
      const source = new vscode.CancellationTokenSource();
      const cancelled = jointEdit(own.service, wanted, source.token);
      source.cancel();
      assert.ok(!isJointEdit(await cancelled));
    } finally {
      own.dispose();
    }
  });
});

function sourceActions(document: vscode.TextDocument, kind: string): Thenable<vscode.CodeAction[]> {
  const all = new vscode.Range(0, 0, document.lineCount, 0);
  return vscode.commands.executeCommand('vscode.executeCodeActionProvider', document.uri, all, kind, 5);
}

/** Waits for the findings of the document as it is now. */
async function whenFound(document: vscode.TextDocument): Promise<void> {
  await eventually(
    () => findings(document).map(ruleOf),
    rules => HARMLESS.every(rule => rules.includes(rule)),
  );
}

async function touch(document: vscode.TextDocument): Promise<void> {
  await replaceIn(document, 'client = OpenAI()', 'client = OpenAI()\n');
}
