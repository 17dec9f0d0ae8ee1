import * as vscode from 'vscode';
import type { WindowContext } from '../platform/window-context';

/** Tells the command palette whether the open document is one that is analysed. */
export function registerEditorContext({ service, settings }: WindowContext): vscode.Disposable {
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    void vscode.commands.executeCommand('setContext', 'promptfare.analysed', document !== undefined && service.documents.has(document));
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update),
    settings.onDidChange(update),
  );
}
