import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import * as vscode from 'vscode';
import { numeralsOf } from '../../src/core/present/numerals';
import { registerStatusBar } from '../../src/vscode/features/status-bar';
import type { GitApi, GitExtension } from '../../src/vscode/platform/git-extension';
import { WorkspaceCallers } from '../../src/vscode/platform/workspace-callers';
import { closeEditors, eventually, inWorkspace, openText, replaceIn, writeFile } from './editor-steps';
import { type OwnScans, ownScans } from './own-scans';
import { type OwnService, ownService } from './own-service';
import { CALL } from './samples';

/** What the status bar says, since an extension can't read it there. */
class Item {
  text = '';
  tooltip: string | vscode.MarkdownString | undefined;
  command: string | vscode.Command | undefined;
  visible = false;
  show(): void {
    this.visible = true;
  }
  hide(): void {
    this.visible = false;
  }
  dispose(): void {
    this.hide();
  }
  get shown(): string {
    return this.visible ? this.text : '';
  }
}

describe('the status bar', () => {
  let own: OwnService;
  let scans: OwnScans;
  let item: Item;
  let feature: vscode.Disposable;

  before(() => {
    own = ownService();
    scans = ownScans();
    item = new Item();
    feature = registerStatusBar(
      { service: own.service, callers: new WorkspaceCallers(scans.start()), settings: own.settings, numerals: numeralsOf() },
      item,
    );
  });
  after(() => {
    feature.dispose();
    own.dispose();
    scans.dispose();
  });
  afterEach(closeEditors);

  it('counts several selections together', async () => {
    await openText('plaintext', 'hello world\nnot this\nworld hello\n');
    const editor = vscode.window.activeTextEditor ?? assert.fail('no editor');
    editor.selections = [new vscode.Selection(0, 0, 0, 5), new vscode.Selection(2, 0, 2, 5)];
    // "hello", a line break, "world".
    await eventually(
      () => item.shown,
      text => text.includes(' 3 tok selected'),
    );
    assert.match(String(item.tooltip), /2 selections, joined by line breaks/);
    editor.selections = [new vscode.Selection(0, 0, 0, 5)];
    await eventually(
      () => item.shown,
      text => text.includes(' 1 tok selected'),
    );
    assert.match(String(item.tooltip), /the selection/);
  });

  it('shows the request under the cursor, without a change where there is no repository', async () => {
    const document = await openText('python', CALL);
    cursorAt(document, 'completions.create');
    await eventually(
      () => item.shown,
      text => /≈?[\d,]+\+? tok · \$/.test(text),
    );
    assert.doesNotMatch(item.text, /last commit/);
  });

  describe('in a repository', () => {
    let folder: vscode.Uri;
    const git = (...args: string[]) => execFileSync('git', args, { cwd: folder.fsPath, stdio: 'pipe' });
    const commitAll = (message: string) => {
      git('add', '-A');
      git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false', 'commit', '-m', message);
    };

    before(async function () {
      const extension = vscode.extensions.getExtension<GitExtension>('vscode.git');
      if (extension === undefined) return this.skip();
      folder = inWorkspace('in-git');
      mkdirSync(folder.fsPath);
      git('init', '--quiet');
      await writeFile('in-git/answer.py', CALL);
      commitAll('First');
      const api = (await extension.activate()).getAPI(1) as GitApi & { openRepository(root: vscode.Uri): Promise<unknown> };
      await api.openRepository(folder);
      await eventually(
        () => api.getRepository(folder)?.state.HEAD?.commit,
        commit => commit !== undefined,
      );
    });
    after(() => folder && vscode.workspace.fs.delete(folder, { recursive: true }));

    it('says by how much the request has changed since the last commit, unsaved edits included', async () => {
      const document = await vscode.workspace.openTextDocument(inWorkspace('in-git/answer.py'));
      await vscode.window.showTextDocument(document);
      cursorAt(document, 'completions.create');
      await eventually(
        () => item.shown,
        text => / tok · \$/.test(text),
      );
      await replaceIn(document, 'Rule 1: answer', 'Rule 1: always, always, always answer');
      // " always", ",", " always", ",", " always".
      await eventually(
        () => item.shown,
        text => /tok \(\+5 since last commit\) · \$/.test(text),
      );
      await document.save();
      commitAll('Second');
      await vscode.commands.executeCommand('git.refresh', folder);
      await eventually(
        () => item.shown,
        text => / tok · \$/.test(text),
      );
    });

    it('has nothing to compare a new file with', async () => {
      await writeFile('in-git/new.py', CALL);
      const document = await vscode.workspace.openTextDocument(inWorkspace('in-git/new.py'));
      await vscode.window.showTextDocument(document);
      cursorAt(document, 'completions.create');
      await eventually(
        () => item.shown,
        text => / tok · \$/.test(text),
      );
    });
  });
});

function cursorAt(document: vscode.TextDocument, text: string): void {
  const editor = vscode.window.activeTextEditor;
  assert.ok(editor?.document === document);
  const position = document.positionAt(document.getText().indexOf(text));
  editor.selections = [new vscode.Selection(position, position)];
}
