import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { INTERNAL_COMMANDS } from '../../src/vscode/platform/command-names';
import { scannedPlace } from '../../src/vscode/platform/notebook-places';
import { showDocument } from '../../src/vscode/platform/show-document';
import {
  closeEditors,
  eventually,
  findings,
  hoverAt,
  inWorkspace,
  lensTitles,
  onlyLens,
  quickFixes,
  replaceIn,
  ruleOf,
} from './editor-steps';
import { ownScans, scanned } from './own-scans';
import { INSTRUCTIONS } from './samples';

const SETUP = '%pip install openai\nfrom datetime import datetime\nfrom openai import OpenAI\n\nclient = OpenAI()\nMODEL = "gpt-5-mini"\n';
const PROMPT = `SYSTEM = f"""It is {datetime.now()}.\n${INSTRUCTIONS}\n"""\n`;
const CALL = `reply = client.chat.completions.create(
    model=MODEL,
    max_completion_tokens=321,
    messages=[{"role": "system", "content": SYSTEM}, {"role": "user", "content": input()}],
)
`;

function codeCell(text: string, language = 'python'): vscode.NotebookCellData {
  return new vscode.NotebookCellData(vscode.NotebookCellKind.Code, text, language);
}

async function openNotebook(...cells: readonly vscode.NotebookCellData[]): Promise<vscode.NotebookDocument> {
  const notebook = await vscode.workspace.openNotebookDocument('jupyter-notebook', new vscode.NotebookData([...cells]));
  await vscode.window.showNotebookDocument(notebook);
  return notebook;
}

function cellOf(notebook: vscode.NotebookDocument, index: number): vscode.TextDocument {
  return notebook.cellAt(index).document;
}

/** The editor asks for lenses only in cells that it has drawn. */
async function drawn(notebook: vscode.NotebookDocument, index: number): Promise<vscode.TextDocument> {
  await titlesOfCell(notebook, index);
  return cellOf(notebook, index);
}

/** VS Code says them of a cell while it draws that; a change of others may take it out of sight for a moment. */
async function titlesOfCell(notebook: vscode.NotebookDocument, index: number): Promise<readonly string[]> {
  const range = new vscode.NotebookRange(index, index + 1);
  const editor = await vscode.window.showNotebookDocument(notebook, { selections: [range] });
  editor.revealRange(range, vscode.NotebookEditorRevealType.AtTop);
  const titles = await eventually(
    () =>
      lensTitles(cellOf(notebook, index)).then(
        found => found,
        () => undefined,
      ),
    found => found !== undefined,
  );
  return titles ?? [];
}

async function changeCells(notebook: vscode.NotebookDocument, ...edits: readonly vscode.NotebookEdit[]): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(notebook.uri, [...edits]);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

describe('a notebook', () => {
  afterEach(closeEditors);

  it('of the examples has its lenses, and its clock is found in its cell', async () => {
    const uri = inWorkspace('evaluation/answer_quality.ipynb');
    const notebook = await vscode.workspace.openNotebookDocument(uri);
    await vscode.window.showNotebookDocument(notebook);
    const indexOf = (text: string) => notebook.getCells().findIndex(cell => cell.document.getText().includes(text));
    const judge = await drawn(notebook, indexOf('def judge'));
    assert.match(await onlyLens(judge), /→ ≤300 out .* · claude-opus-5-5/);
    const [clock] = await eventually(
      () => findings(judge),
      found => found.length > 0,
    );
    assert.ok(clock);
    assert.equal(ruleOf(clock), 'no-dynamic-prefix');
    assert.match(judge.getText(clock.range), /datetime\.now\(\)/);
    assert.match(await onlyLens(await drawn(notebook, indexOf('%%time'))), /→ ≤400 out .* · claude-sonnet-5-5/);
  });

  it('is opened by a row of the side bar at the call in its cell, not as the JSON that it is kept in', async () => {
    const own = ownScans();
    const scan = own.start();
    try {
      scan.scan();
      await scanned(scan);
      const quotes = scan.files.find(file => file.path.endsWith('answer_quality.ipynb'))?.quotes ?? [];
      const judge = quotes.find(({ site }) => site.model.value === 'claude-opus-5-5');
      assert.ok(judge);
      await vscode.commands.executeCommand(INTERNAL_COMMANDS.openPlace, judge.site.at);
      const editor = vscode.window.activeTextEditor;
      assert.ok(editor);
      assert.equal(editor.document.uri.scheme, 'vscode-notebook-cell');
      const text = editor.document.getText();
      assert.match(text, /def judge/);
      assert.match(text.slice(editor.document.offsetAt(editor.selection.active)), /^judge_client\.messages\.create\(/);
      const offset = editor.document.offsetAt(editor.selection.active);
      const place = scannedPlace(editor.document, offset);
      assert.equal(place.uri.toString(), judge.site.at.uri);
      assert.equal(place.offset, judge.site.at.start);
    } finally {
      scan.dispose();
      own.dispose();
    }
  });

  it('is one unit: constants of earlier cells count, and each thing stands in its cell', async () => {
    const notebook = await openNotebook(codeCell(SETUP), codeCell(PROMPT), codeCell(CALL));
    assert.match(await onlyLens(await drawn(notebook, 2)), /→ ≤321 out .* · gpt-5-mini/);
    assert.deepEqual(await lensTitles(await drawn(notebook, 0)), []);
    assert.match(await hoverAt(await drawn(notebook, 2), 'completions.create'), /\*\*Input\*\*/);
    const [clock] = await eventually(
      () => findings(cellOf(notebook, 1)),
      found => found.some(diagnostic => ruleOf(diagnostic) === 'no-dynamic-prefix'),
    );
    assert.ok(clock);
    assert.match(cellOf(notebook, 1).getText(clock.range), /datetime\.now\(\)/);
    assert.ok(!findings(cellOf(notebook, 2)).map(ruleOf).includes('no-dynamic-prefix'));

    const fix = (await quickFixes(await drawn(notebook, 1), clock.range)).find(action => action.isPreferred);
    assert.ok(fix?.edit, 'there is no preferred fix with an edit');
    assert.ok(await vscode.workspace.applyEdit(fix.edit));
    const fixed = cellOf(notebook, 1).getText();
    assert.ok(fixed.indexOf('datetime.now()') > fixed.indexOf('Rule 120:'), fixed);
    await eventually(
      () => findings(cellOf(notebook, 1)).map(ruleOf),
      rules => !rules.includes('no-dynamic-prefix'),
    );
  });

  it('follows what is typed into any of its cells', async () => {
    const notebook = await openNotebook(codeCell(SETUP), codeCell(PROMPT), codeCell(CALL));
    await onlyLens(await drawn(notebook, 2));
    await replaceIn(cellOf(notebook, 0), 'gpt-5-mini', 'gpt-5.4');
    await eventually(
      () => lensTitles(cellOf(notebook, 2)),
      ([title]) => title?.includes('gpt-5.4') === true,
    );
    await replaceIn(cellOf(notebook, 2), '321', '654');
    await eventually(
      () => lensTitles(cellOf(notebook, 2)),
      ([title]) => title?.includes('≤654 out') === true,
    );
  });

  it('follows cells that are added, changed in language and deleted', async () => {
    const notebook = await openNotebook(codeCell(SETUP), codeCell(PROMPT), codeCell(CALL));
    await onlyLens(await drawn(notebook, 2));
    await changeCells(notebook, vscode.NotebookEdit.insertCells(2, [codeCell('MODEL = "gpt-5.4"\n')]));
    await eventually(
      () => titlesOfCell(notebook, 3),
      ([title]) => title?.includes('gpt-5.4') === true,
    );
    await vscode.languages.setTextDocumentLanguage(cellOf(notebook, 2), 'plaintext');
    await eventually(
      () => titlesOfCell(notebook, 3),
      ([title]) => title?.includes('gpt-5-mini') === true,
    );
    await changeCells(notebook, vscode.NotebookEdit.deleteCells(new vscode.NotebookRange(0, 1)));
    // The call is one all the same, on a client that some cell made once.
    await eventually(
      () => titlesOfCell(notebook, 2),
      ([title]) => title?.includes('model unknown') === true,
    );
  });

  it('can be shown at a cell, for the breakdown that its lens leads to', async () => {
    const notebook = await openNotebook(codeCell(SETUP), codeCell(PROMPT), codeCell(CALL));
    const editor = await showDocument(cellOf(notebook, 2));
    assert.equal(editor?.document, cellOf(notebook, 2));
  });

  it('has cells that are left alone: prose, and other languages', async () => {
    const prose = new vscode.NotebookCellData(vscode.NotebookCellKind.Markup, CALL, 'markdown');
    const brief = CALL.replace('SYSTEM', '"Be brief."');
    const notebook = await openNotebook(prose, codeCell('SELECT 1', 'sql'), codeCell(SETUP), codeCell(brief));
    await onlyLens(await drawn(notebook, 3));
    for (const index of [1, 2]) assert.deepEqual(await lensTitles(await drawn(notebook, index)), []);
  });
});
