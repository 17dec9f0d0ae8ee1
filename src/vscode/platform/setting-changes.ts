import * as vscode from 'vscode';

type Section = 'rules' | 'ignore' | 'notCalls' | 'promptFiles' | 'referenceModel';

/** Writes one setting where it belongs: the workspace, or the user's settings where no folder is open. */
export async function changeSetting<T>(section: Section, change: (value: T | undefined) => T): Promise<void> {
  const configuration = vscode.workspace.getConfiguration('promptfare');
  const { workspaceValue, globalValue, defaultValue } = configuration.inspect<T>(section) ?? {};
  const inWorkspace = vscode.workspace.workspaceFolders !== undefined;
  const present = inWorkspace ? (workspaceValue ?? globalValue ?? defaultValue) : (globalValue ?? defaultValue);
  const target = inWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global;
  await configuration.update(section, change(present), target);
}
