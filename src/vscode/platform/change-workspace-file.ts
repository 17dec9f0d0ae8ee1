import * as vscode from 'vscode';
import { isRefusal, type Refusal } from '../../core/source/edit';
import type { TextEdit } from '../../core/workspace-file/insert-property';
import { workspaceFileOf } from './workspace-file-texts';

/**
 * Changes a folder's workspace file by edits that can be undone, and makes it where there is none. It is saved, unless it has changes of
 * the user that are not. False: nothing was changed, and the user knows why.
 */
export async function changeWorkspaceFile(
  folder: vscode.WorkspaceFolder,
  change: (text: string) => readonly TextEdit[] | Refusal,
): Promise<boolean> {
  const uri = workspaceFileOf(folder.uri);
  if (!(await exists(uri))) return create(uri, change(''));
  const document = await vscode.workspace.openTextDocument(uri);
  const edits = change(document.getText());
  if (isRefusal(edits)) {
    void tell(edits, document);
    return false;
  }
  const wasDirty = document.isDirty;
  const edit = new vscode.WorkspaceEdit();
  for (const { start, end, newText } of edits)
    edit.replace(uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText);
  return (await vscode.workspace.applyEdit(edit)) && (wasDirty || (await document.save()));
}

/** The folder that a file lies in, where it has a workspace file. */
export async function folderWithFile(uri: vscode.Uri): Promise<vscode.WorkspaceFolder | undefined> {
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  return folder !== undefined && (await exists(workspaceFileOf(folder.uri))) ? folder : undefined;
}

export async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof vscode.FileSystemError) return false;
    throw error;
  }
}

async function create(uri: vscode.Uri, edits: readonly TextEdit[] | Refusal): Promise<boolean> {
  if (isRefusal(edits)) throw new Error(edits.refused);
  const edit = new vscode.WorkspaceEdit();
  edit.createFile(uri, { contents: new TextEncoder().encode(edits.map(({ newText }) => newText).join('')) });
  return vscode.workspace.applyEdit(edit);
}

const OPEN = 'Open It';

async function tell({ refused }: Refusal, document: vscode.TextDocument): Promise<void> {
  if ((await vscode.window.showWarningMessage(refused, OPEN)) === OPEN) await vscode.window.showTextDocument(document);
}
