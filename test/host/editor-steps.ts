import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';

/** Opens a file of the workspace in an editor. */
export async function openFile(relative: string): Promise<vscode.TextDocument> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder.uri, ...relative.split(path.posix.sep)));
  await vscode.window.showTextDocument(document);
  return document;
}

export async function openText(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document);
  return document;
}

/** Asks again and again until the answer is there; fails with the last answer when it never is. */
export async function eventually<T>(ask: () => Thenable<T> | T, isThere: (answer: T) => boolean, milliseconds = 15_000): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (Date.now() > deadline) assert.fail(`still ${JSON.stringify(answer)} after ${milliseconds} ms`);
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}

/** Titles of our own lenses, in order of lines. */
export async function lensTitles(document: vscode.TextDocument): Promise<readonly string[]> {
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 100);
  return lenses
    .filter(lens => lens.command?.command === 'promptfare.internal.showActions')
    .sort((a, b) => a.range.start.line - b.range.start.line)
    .map(lens => lens.command?.title ?? '');
}

export function findings(document: vscode.TextDocument): readonly vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(diagnostic => diagnostic.source === 'promptfare');
}

export function ruleOf(diagnostic: vscode.Diagnostic): string {
  return String(typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code);
}

export async function replaceIn(document: vscode.TextDocument, before: string, after: string): Promise<void> {
  const start = document.getText().indexOf(before);
  assert.ok(start >= 0, `${before} is not in the document`);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(start + before.length)), after);
  assert.ok(await vscode.workspace.applyEdit(edit));
}

export async function closeEditors(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}
