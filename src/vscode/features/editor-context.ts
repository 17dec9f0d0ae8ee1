import * as vscode from 'vscode';
import { tellWalkthrough } from '../platform/walkthrough-steps';
import type { WindowContext } from '../platform/window-context';

/** Tells the command palette whether the open document is one that is analysed. */
export function registerEditorContext({ service, settings }: WindowContext): vscode.Disposable {
  let told: boolean | undefined;
  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    const isAnalysed = document !== undefined && service.documents.has(document);
    if (isAnalysed === told) return;
    told = isAnalysed;
    void vscode.commands.executeCommand('setContext', 'promptfare.analysed', isAnalysed);
    if (isAnalysed) void tellWalkthrough('lensSeen');
  };
  update();
  return vscode.Disposable.from(
    vscode.window.onDidChangeActiveTextEditor(update),
    vscode.workspace.onDidOpenTextDocument(update),
    // What was open already when the extension started is taken in a moment later.
    service.analyses.onDidChange(update),
    settings.onDidChange(update),
  );
}
