import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';

/** Opens a file of the workspace in an editor. */
export async function openFile(relative: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(relative));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Opens an untitled document. VS Code sometimes hands out the last one again while that is still being closed. */
export async function openText(language: string, content: string): Promise<vscode.TextDocument> {
  const document = await eventually(
    () => vscode.workspace.openTextDocument({ language, content }),
    // Lone surrogates come back as replacement characters, of the same length.
    opened => opened.getText().length === content.length,
  );
  await vscode.window.showTextDocument(document);
  return document;
}

/** Asks again and again until the answer is there; fails with the last answer when it never is. */
export async function eventually<T>(ask: () => Thenable<T> | T, isThere: (answer: T) => boolean, milliseconds = 60_000): Promise<T> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const answer = await ask();
    if (isThere(answer)) return answer;
    if (Date.now() > deadline) assert.fail(`still ${JSON.stringify(answer)} after ${milliseconds} ms`);
    await new Promise(resolve => setTimeout(resolve, 40));
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

/** Writes a file of the workspace as given, byte by byte, and gives its place in it. */
export async function writeFile(relative: string, content: string | Uint8Array): Promise<vscode.Uri> {
  const uri = inWorkspace(relative);
  await vscode.workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

export function inWorkspace(relative: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'no folder is open');
  return vscode.Uri.joinPath(folder.uri, ...relative.split(path.posix.sep));
}

/** Waits for exactly one lens, and gives its title. */
export async function onlyLens(document: vscode.TextDocument): Promise<string> {
  const [title = ''] = await eventually(
    () => lensTitles(document),
    titles => titles.length === 1,
  );
  return title;
}

export async function closeEditors(): Promise<void> {
  while (vscode.window.activeTextEditor !== undefined) {
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  }
}

export async function hoverAt(document: vscode.TextDocument, text: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(text) + 1);
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, position);
  return hovers
    .flatMap(hover => hover.contents)
    .map(content => (typeof content === 'string' ? content : content.value))
    .join('\n');
}

/** Whoever asks before the analysis is there is offered nothing, and asks again. */
export function quickFixes(document: vscode.TextDocument, range: vscode.Range): Promise<vscode.CodeAction[]> {
  const kind = vscode.CodeActionKind.QuickFix.value;
  const resolved = 20;
  return eventually(
    () => vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, range, kind, resolved),
    actions => actions.length > 0,
  );
}
