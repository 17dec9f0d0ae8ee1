import * as vscode from 'vscode';
import { newWorkspaceFile } from '../../core/present/new-workspace-file';
import { WORKSPACE_FILE_NAME } from '../../core/workspace-file/name';
import { pathIn } from '../../core/workspace-file/stated';
import { changeWorkspaceFile, exists } from '../platform/change-workspace-file';
import { COMMANDS } from '../platform/command-names';
import { scannedFiles } from '../platform/scanned-files';
import type { WindowContext } from '../platform/window-context';
import { workspaceFileOf } from '../platform/workspace-file-texts';

/** Makes `promptfare.json` of what a scan of the workspace found. One that exists is opened and not touched. */
export function registerCreateWorkspaceFile(context: WindowContext): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.createWorkspaceFile, async () => {
    const folder = await chosenFolder();
    if (folder === undefined) return;
    const uri = workspaceFileOf(folder.uri);
    if (await exists(uri)) void vscode.window.showInformationMessage(`There is a ${WORKSPACE_FILE_NAME} already. It is left as it is.`);
    else if (!(await create(folder, context))) return;
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
  });
}

async function chosenFolder(): Promise<vscode.WorkspaceFolder | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length === 0) void vscode.window.showInformationMessage(`Open a folder first: ${WORKSPACE_FILE_NAME} stands at its root.`);
  return folders.length > 1 ? vscode.window.showWorkspaceFolderPick({ placeHolder: 'For which folder?' }) : folders[0];
}

async function create(folder: vscode.WorkspaceFolder, { scan, numerals }: WindowContext): Promise<boolean> {
  const scanned = await scannedFiles(scan);
  if (scanned === undefined) return false;
  const root = folder.uri.toString();
  const files = scanned.flatMap(file => {
    const path = pathIn(root, file.uri);
    return path === undefined ? [] : [{ ...file, path }];
  });
  return changeWorkspaceFile(folder, () => [{ start: 0, end: 0, newText: newWorkspaceFile(files, numerals) }]);
}
