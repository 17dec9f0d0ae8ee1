import * as vscode from 'vscode';
import { joinCells, placeInCell } from '../../core/source/notebook/join-cells';
import type { Span } from '../../core/source/span';
import { isCell } from '../../protocol/worker';
import { notebookOf } from './notebook-cells';
import { CODE_LANGUAGES } from './settings';

/** A place in one document. */
interface DocumentPlace {
  readonly document: vscode.TextDocument;
  readonly start: number;
}

/** The document and offset of a place that a scan or an analysis names. A scan names those of notebooks in their cells' joined text. */
export async function documentPlace({ uri: address, start, end }: Span): Promise<DocumentPlace> {
  const uri = vscode.Uri.parse(address);
  if (!isCell(address) && uri.path.toLowerCase().endsWith('.ipynb')) {
    const cells = cellsOf(await vscode.workspace.openNotebookDocument(uri));
    const place = placeInCell(joined(cells), start, end);
    const document = cells[place.cell];
    if (document !== undefined) return { document, start: place.start };
  }
  return { document: await vscode.workspace.openTextDocument(uri), start };
}

/** The other way round: how a scan names the place of an offset. */
export function scannedPlace(document: vscode.TextDocument, offset: number): { readonly uri: vscode.Uri; readonly offset: number } {
  const notebook = notebookOf(document);
  if (notebook === undefined) return { uri: document.uri, offset };
  const cells = cellsOf(notebook);
  const cell = joined(cells).cells[cells.indexOf(document)];
  return { uri: notebook.uri, offset: (cell?.start ?? 0) + offset };
}

/** Those of code in the kernel's language, which is that of the first. */
function cellsOf(notebook: vscode.NotebookDocument): readonly vscode.TextDocument[] {
  const cells = notebook.getCells().filter(({ kind }) => kind === vscode.NotebookCellKind.Code);
  const language = cells.find(({ document }) => CODE_LANGUAGES.includes(document.languageId))?.document.languageId;
  return cells.flatMap(({ document }) => (document.languageId === language ? [document] : []));
}

function joined(cells: readonly vscode.TextDocument[]) {
  return joinCells(
    cells.map(cell => cell.getText()),
    cells[0]?.languageId ?? '',
  );
}
