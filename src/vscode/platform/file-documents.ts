import * as vscode from 'vscode';
import { isCell } from '../../protocol/worker';
import { CODE_LANGUAGES } from './settings';

export interface OpenedFile {
  /** As a scan of the workspace names it. */
  readonly uri: string;
  /** Of a notebook, its first cell of code, which stands for all. */
  readonly document: vscode.TextDocument;
}

/** Opens files without showing them, so that they are analysed with what is unsaved in them. A notebook without code is left out. */
export async function fileDocuments(uris: readonly string[]): Promise<readonly OpenedFile[]> {
  const opened = await Promise.all(uris.map(async uri => ({ uri, document: await documentOf(uri) })));
  return opened.flatMap(({ uri, document }) => (document === undefined ? [] : [{ uri, document }]));
}

async function documentOf(address: string): Promise<vscode.TextDocument | undefined> {
  const uri = vscode.Uri.parse(address);
  if (isCell(address) || !uri.path.endsWith('.ipynb')) return vscode.workspace.openTextDocument(uri);
  const notebook = await vscode.workspace.openNotebookDocument(uri);
  return notebook.getCells().find(({ document }) => CODE_LANGUAGES.includes(document.languageId))?.document;
}
