import * as vscode from 'vscode';
import { isCell } from '../../protocol/worker';

/** What Jupyter's files are to the editor, whoever runs them. */
const JUPYTER = 'jupyter-notebook';

/** The Jupyter notebook whose cell a document is; undefined for other documents. */
export function notebookOf(document: vscode.TextDocument): vscode.NotebookDocument | undefined {
  if (!isCell(document.uri.toString())) return undefined;
  return vscode.workspace.notebookDocuments.find(
    notebook => notebook.notebookType === JUPYTER && notebook.getCells().some(cell => cell.document === document),
  );
}

/** The address of the file that a document is, or is a part of. */
export function fileOf(document: vscode.TextDocument): vscode.Uri {
  return notebookOf(document)?.uri ?? document.uri;
}
