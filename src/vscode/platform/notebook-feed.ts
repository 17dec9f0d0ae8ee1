import * as vscode from 'vscode';
import { notebookOf } from './notebook-cells';
import type { WorkerProcess } from './worker-process';

/** What happens to a cell's own text. */
interface CellDocuments {
  has(document: vscode.TextDocument): boolean;
  /** Hands its text over, unless that was done. */
  consider(document: vscode.TextDocument): void;
}

/**
 * Tells the worker which cells make up a notebook, in order. The cells' texts come to it as those of other documents do; that they
 * are one unit is all that is said here.
 */
export class NotebookFeed implements vscode.Disposable {
  readonly #process: WorkerProcess;
  readonly #documents: CellDocuments;
  /** What was said last of each notebook, by its address. */
  readonly #said = new Map<string, string>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(process: WorkerProcess, documents: CellDocuments) {
    this.#process = process;
    this.#documents = documents;
    // A cell whose language changes is closed and opened again.
    const ofCell = (document: vscode.TextDocument) => {
      const notebook = notebookOf(document);
      if (notebook !== undefined) this.#arrange(notebook);
    };
    this.#subscriptions = [
      vscode.workspace.onDidOpenNotebookDocument(notebook => this.#arrange(notebook)),
      vscode.workspace.onDidChangeNotebookDocument(({ notebook, contentChanges }) => {
        if (contentChanges.length > 0) this.#arrange(notebook);
      }),
      vscode.workspace.onDidCloseNotebookDocument(({ uri }) => this.#say(uri.toString(), '', [])),
      vscode.workspace.onDidOpenTextDocument(ofCell),
      process.onDidStart(() => this.arrangeAll()),
      process.onDidStop(() => this.#said.clear()),
    ];
  }

  /** Starts with what is open already, and follows changed settings. */
  arrangeAll(): void {
    for (const notebook of vscode.workspace.notebookDocuments) this.#arrange(notebook);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#said.clear();
  }

  /** A notebook has one kernel: cells of another language than its first one's run elsewhere. */
  #arrange(notebook: vscode.NotebookDocument): void {
    const cells = notebook.isClosed
      ? []
      : notebook
          .getCells()
          .filter(cell => cell.kind === vscode.NotebookCellKind.Code)
          .map(cell => cell.document)
          .filter(document => this.#documents.has(document));
    const languageId = cells[0]?.languageId ?? '';
    const joined = cells.filter(cell => cell.languageId === languageId);
    this.#say(
      notebook.uri.toString(),
      languageId,
      joined.map(cell => cell.uri.toString()),
    );
    // A new cell opens before it is a part of its notebook.
    for (const cell of joined) this.#documents.consider(cell);
  }

  #say(uri: string, languageId: string, cells: readonly string[]): void {
    if (!this.#process.isRunning) return;
    const outline = JSON.stringify([languageId, cells]);
    if (this.#said.get(uri) === outline || (cells.length === 0 && !this.#said.has(uri))) return;
    if (cells.length === 0) this.#said.delete(uri);
    else this.#said.set(uri, outline);
    this.#process.post({ type: 'notebook', uri, languageId, cells });
  }
}
