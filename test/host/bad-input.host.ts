import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  closeEditors,
  eventually,
  findings,
  hoverAt,
  inWorkspace,
  lensTitles,
  onlyLens,
  openFile,
  openText,
  replaceIn,
  writeFile,
} from './editor-steps';
import { CALL, INSTRUCTIONS } from './samples';

const PROMPTY = `---
name: sample
model:
  id: gpt-5-mini
  options:
    maxOutputTokens: 200
---
system:
You answer briefly.
`;

describe('bad input', () => {
  const written: vscode.Uri[] = [];
  const open = async (name: string, content: string | Uint8Array) => {
    written.push(await writeFile(name, content));
    return openFile(name);
  };
  afterEach(async () => {
    await closeEditors();
    for (const uri of written.splice(0)) await vscode.workspace.fs.delete(uri);
  });

  for (const [language, broken] of [
    ['python', `def (:\n    ]]\n\n${CALL}\nclass :\n  return (`],
    [
      'typescript',
      "import OpenAI from 'openai';\nconst client = new OpenAI();\nawait client.responses.create({ model: 'gpt-5-mini', max_output_tokens: 9, input: 'Hi' });\nfunction ( {{ ]",
    ],
  ] as const) {
    it(`reads the call beside broken syntax (${language})`, async () => {
      assert.match(await onlyLens(await openText(language, broken)), /\/call · gpt-5-mini/);
    });
  }

  it('shows nothing on an empty file, and the lens once something is written', async () => {
    const document = await openText('python', '');
    assert.deepEqual(await lensTitles(document), []);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(0, 0), CALL);
    await vscode.workspace.applyEdit(edit);
    await onlyLens(document);
    await replaceIn(document, document.getText(), '');
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 0,
    );
  });

  it('shows nothing on an empty prompt file, and the lens once there is a prompt', async () => {
    const document = await open('empty.prompty', '');
    assert.deepEqual(await lensTitles(document), []);
    assert.deepEqual(findings(document), []);
    await replaceIn(document, '', PROMPTY);
    await onlyLens(document);
  });

  it('reads no code with binary bytes, and reads it once they are gone', async () => {
    const document = await openText('python', CALL.replace('Rule 7:', 'Rule 7:\0'));
    assert.deepEqual(await lensTitles(document), []);
    assert.deepEqual(findings(document), []);
    await replaceIn(document, '\0', '');
    await onlyLens(document);
  });

  it('reads no prompt file with binary bytes, and reads it once they are gone', async () => {
    const document = await open('binary.prompty', PROMPTY);
    await onlyLens(document);
    await replaceIn(document, 'briefly', 'briefly\0');
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 0,
    );
    await replaceIn(document, '\0', '');
    await onlyLens(document);
  });

  it('reads mixed line ends and a byte order mark', async () => {
    const mixed = CALL.replace(/\n/g, (_, offset: number) => (offset % 3 === 0 ? '\r\n' : '\n'));
    const document = await open('mixed.py', `\uFEFF${mixed}`);
    const plain = await openText('python', CALL);
    assert.equal(await onlyLens(document), await onlyLens(plain));
  });

  it('reads lone surrogates', async () => {
    const document = await openText('python', CALL.replace('Rule 7:', 'Rule 7: \ud83d and \ude00'));
    await onlyLens(document);
    await replaceIn(document, 'max_completion_tokens=1024', 'max_completion_tokens=99');
    await eventually(
      () => lensTitles(document),
      ([title]) => title?.includes('≤99 out') === true,
    );
  });

  it('counts 20,000 equal characters quickly', async () => {
    const document = await openText('python', CALL.replace('Rule 7:', 'a'.repeat(20_000)));
    await eventually(
      () => lensTitles(document),
      titles => titles.length === 1,
      5000,
    );
  });

  it('says where front matter is no YAML, and still counts the prompt', async () => {
    const document = await open('broken.prompty', PROMPTY.replace('name: sample', 'name: [sample'));
    assert.match(await onlyLens(document), /\d in/);
    const messages = await eventually(
      () => findings(document).map(({ message }) => message),
      found => found.length > 0,
    );
    assert.ok(
      messages.some(message => /not valid YAML/.test(message)),
      messages.join('\n'),
    );
    await replaceIn(document, '[sample', 'sample');
    await eventually(
      () => findings(document).map(({ message }) => message),
      left => !left.some(message => /not valid YAML/.test(message)),
    );
  });

  it('says of an unknown model which one may be meant', async () => {
    const document = await openText('python', CALL.replace('gpt-5-mini', 'gpt-5-mimi'));
    assert.match(await onlyLens(document), /price unknown: gpt-5-mimi is not in the catalogue; did you mean gpt-5-mini/);
    assert.match(await hoverAt(document, '"gpt-5-mimi"'), /did you mean gpt\\-5\\-mini/);
  });

  it('says nothing of a notebook whose cells are no code, and lives on', async () => {
    const cells = ['%%bash\nls', '"""never ends', '%', '', '\ud83d', '(((('].map(
      text => new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, 'python'),
    );
    const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData(cells));
    await vscode.window.showNotebookDocument(notebook);
    for (const cell of notebook.getCells()) assert.deepEqual(await lensTitles(cell.document), []);
    const call = new vscode.NotebookCellData(vscode.NotebookCellKind.Code, CALL, 'python');
    const edit = new vscode.WorkspaceEdit();
    edit.set(notebook.uri, [vscode.NotebookEdit.insertCells(cells.length, [call])]);
    assert.ok(await vscode.workspace.applyEdit(edit));
    await onlyLens(notebook.cellAt(cells.length).document);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await onlyLens(await openText('python', CALL));
  });

  it('reads an untitled document of any language it knows, and none of another', async () => {
    await onlyLens(await openText('python', CALL));
    assert.deepEqual(await lensTitles(await openText('plaintext', INSTRUCTIONS)), []);
  });

  it('outlives a file that is deleted under it', async () => {
    await openFile('support/assistant.py');
    const uri = await writeFile('gone.py', CALL);
    const document = await openFile('gone.py');
    await onlyLens(document);
    await vscode.workspace.fs.delete(uri);
    assert.equal(
      await vscode.workspace.fs.stat(inWorkspace('gone.py')).then(
        () => true,
        () => false,
      ),
      false,
    );
    await replaceIn(document, 'max_completion_tokens=1024', 'max_completion_tokens=98');
    await eventually(
      () => lensTitles(document),
      ([title]) => title?.includes('≤98 out') === true,
    );
  });
});
