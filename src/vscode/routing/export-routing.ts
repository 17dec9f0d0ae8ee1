import * as vscode from 'vscode';
import { errorText } from '../../core/error-text';
import { isAside } from '../../core/present/aside';
import { countedOnce } from '../../core/present/spend';
import { type RoutingExport, routingExports } from '../../core/routing/export/exports';
import { routesOf } from '../../core/routing/export/routing-map';
import { scannedFiles } from '../platform/scanned-files';
import type { WindowContext } from '../platform/window-context';

/** Which export, and where to: what a person is asked for otherwise. */
export interface ExportArguments {
  readonly fileName: string;
  readonly uri: string;
}

/** Writes the models that are suggested for the workspace's calls as a module, a configuration, or a router to begin with. */
export async function exportRouting({ scan }: WindowContext, asked: ExportArguments | undefined): Promise<void> {
  const files = await scannedFiles(scan);
  if (files === undefined) return;
  const exports = routingExports(routesOf(countedOnce(files.filter(({ path }) => !isAside(path)))));
  if (exports.length === 0) {
    void vscode.window.showInformationMessage(
      'There is nothing to route: no call has a cheaper model that is known to do. Tests and examples don’t count.',
    );
    return;
  }
  const chosen = asked === undefined ? await choose(exports) : exports.find(({ fileName }) => fileName === asked.fileName);
  if (chosen === undefined) return;
  const uri = asked === undefined ? await place(chosen) : vscode.Uri.parse(asked.uri, true);
  if (uri === undefined) return;
  try {
    await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(chosen.text));
  } catch (error) {
    void vscode.window.showErrorMessage(`It could not be written: ${errorText(error)}`);
    return;
  }
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

async function choose(exports: readonly RoutingExport[]): Promise<RoutingExport | undefined> {
  const items = exports.map(each => ({ label: each.title, description: each.fileName, detail: each.detail, each }));
  return (await vscode.window.showQuickPick(items, { placeHolder: 'What should be written?', matchOnDescription: true }))?.each;
}

function place({ fileName, title }: RoutingExport): Thenable<vscode.Uri | undefined> {
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  return vscode.window.showSaveDialog({ title, ...(folder === undefined ? {} : { defaultUri: vscode.Uri.joinPath(folder, fileName) }) });
}
