import * as vscode from 'vscode';
import { notebookOf } from './notebook-cells';

const PATIENCE_MS = 2000;

/** Shows a document in the editor that commands act on: a cell in its notebook, being edited. Undefined: the editor won't. */
export async function showDocument(document: vscode.TextDocument): Promise<vscode.TextEditor | undefined> {
  const notebook = notebookOf(document);
  if (notebook === undefined) return vscode.window.showTextDocument(document);
  const index = notebook.getCells().findIndex(cell => cell.document === document);
  const cell = new vscode.NotebookRange(index, index + 1);
  const editor = await vscode.window.showNotebookDocument(notebook, { selections: [cell] });
  editor.revealRange(cell);
  await vscode.commands.executeCommand('notebook.cell.edit');
  return whenActive(document);
}

/** The editor learns of the focus before extensions do. */
function whenActive(document: vscode.TextDocument): Promise<vscode.TextEditor | undefined> {
  const active = () => {
    const editor = vscode.window.activeTextEditor;
    return editor?.document === document ? editor : undefined;
  };
  return new Promise(resolve => {
    const end = () => {
      clearTimeout(timer);
      change.dispose();
      resolve(active());
    };
    const change = vscode.window.onDidChangeActiveTextEditor(() => {
      if (active() !== undefined) end();
    });
    const timer = setTimeout(end, PATIENCE_MS);
    if (active() !== undefined) end();
  });
}
