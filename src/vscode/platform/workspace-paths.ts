import * as vscode from 'vscode';

/** A glob for one file, from its workspace folder on. Characters that a glob would read as its own stand for themselves in brackets. */
export function globOf(uri: vscode.Uri): string {
  return vscode.workspace.asRelativePath(uri, false).replace(/[*?[\]{}]/g, '[$&]');
}

/** How settings name a call site: `support/assistant.py#answer/openai-chat#0`, the same on every machine. */
export function siteName(uri: vscode.Uri, identity: string): string {
  const inFolder = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  return `${inFolder ? vscode.workspace.asRelativePath(uri, false) : uri.toString()}#${identity}`;
}

/** The same as analysis knows it, by whole address. A name without a path stands for that call in every file. */
export function siteAddresses(name: string): readonly string[] {
  const [, path, identity] = /^(.+)#([^#]+#\d+)$/.exec(name) ?? [];
  if (path === undefined || identity === undefined || path.includes('://')) return [name];
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.map(folder => `${vscode.Uri.joinPath(folder.uri, path).toString()}#${identity}`);
}
