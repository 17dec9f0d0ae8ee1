import { coveringEdit } from '../core/source/covering-edit';
import { type JoinedCells, joinCells } from '../core/source/notebook/join-cells';
import type { Uri } from '../core/source/span';
import type { TextChange } from '../protocol/worker';
import type { DocumentStore } from './document-store';
import { OpenDocuments, type TextPart } from './open-documents';
import { uriKey } from './uri-key';

/** A notebook's code cells of one language, in order. */
export interface NotebookOutline {
  readonly uri: Uri;
  /** As the editor names it. */
  readonly languageId: string;
  readonly cells: readonly Uri[];
}

/** A notebook as it was joined last. */
export interface JoinedNotebook extends NotebookOutline {
  /** Of the joined text; counts the joinings. */
  readonly version: number;
  readonly joined: JoinedCells;
  /** Of the cells, in their order. */
  readonly versions: readonly number[];
}

interface OpenNotebook {
  outline: NotebookOutline;
  /** Undefined until all cells have come. */
  last?: JoinedNotebook;
}

/**
 * Notebooks that are open in the editor. Each cell comes as a document of its own; the store gets all cells of a notebook as one,
 * under the notebook's address, so that what an earlier cell says counts in a later one.
 */
export class OpenNotebooks {
  readonly #store: DocumentStore;
  readonly #cells = new OpenDocuments();
  readonly #notebooks = new Map<string, OpenNotebook>();
  readonly #notebookOfCell = new Map<string, OpenNotebook>();

  constructor(store: DocumentStore) {
    this.#store = store;
  }

  /** The methods that bring something new give the address of the notebook whose joined text that changed; undefined: none. */
  openCell(part: TextPart): Uri | undefined {
    return this.#cells.open(part) ? this.#joinWith(part.uri) : undefined;
  }

  /** Throws when the change doesn't fit: the cell must then be opened anew. */
  changeCell(uri: Uri, version: number, changes: readonly TextChange[]): Uri | undefined {
    this.#cells.change(uri, version, changes);
    return this.#joinWith(uri);
  }

  /** What it said counts until the notebook's outline says that it is gone. */
  closeCell(uri: Uri): void {
    this.#cells.close(uri);
  }

  /** Takes over which cells a notebook has. */
  arrange(outline: NotebookOutline): Uri | undefined {
    this.#forgetCells(outline.uri);
    const known = this.#notebooks.get(uriKey(outline.uri));
    const notebook: OpenNotebook = known === undefined ? { outline } : Object.assign(known, { outline });
    this.#notebooks.set(uriKey(outline.uri), notebook);
    for (const cell of outline.cells) this.#notebookOfCell.set(uriKey(cell), notebook);
    return this.#join(notebook);
  }

  close(uri: Uri): void {
    this.#forgetCells(uri);
    this.#notebooks.delete(uriKey(uri));
    this.#store.close(uri);
  }

  /** The notebook of a cell, as it was joined last; undefined for other documents. */
  ofCell(cell: Uri): JoinedNotebook | undefined {
    return this.#notebookOfCell.get(uriKey(cell))?.last;
  }

  versionOfCell(cell: Uri): number | undefined {
    return this.#cells.get(cell)?.version;
  }

  /** The notebook at an address; undefined: there is none open, or not all of it has come. */
  at(uri: Uri): JoinedNotebook | undefined {
    return this.#notebooks.get(uriKey(uri))?.last;
  }

  #forgetCells(uri: Uri): void {
    for (const cell of this.#notebooks.get(uriKey(uri))?.outline.cells ?? []) this.#notebookOfCell.delete(uriKey(cell));
  }

  #joinWith(cell: Uri): Uri | undefined {
    const notebook = this.#notebookOfCell.get(uriKey(cell));
    return notebook && this.#join(notebook);
  }

  #join(notebook: OpenNotebook): Uri | undefined {
    const { outline, last } = notebook;
    const cells = outline.cells.flatMap(cell => this.#cells.get(cell) ?? []);
    if (cells.length < outline.cells.length) return undefined;
    const joined = joinCells(
      cells.map(cell => cell.text),
      outline.languageId,
    );
    const version = (last?.version ?? 0) + 1;
    notebook.last = { ...outline, version, joined, versions: cells.map(cell => cell.version) };
    this.#hand(notebook.last, last);
    return outline.uri;
  }

  /** As a change of what the store has, where it can be: the parser then reads no more than what changed. */
  #hand({ uri, languageId, version, joined }: JoinedNotebook, last: JoinedNotebook | undefined): void {
    if (last?.languageId !== languageId) {
      this.#store.open({ uri, languageId, version, chunk: joined.text, first: true, last: true });
      return;
    }
    const edit = coveringEdit(last.joined.text, joined.text);
    const inserted = edit && joined.text.slice(edit.start, edit.newEnd);
    const changes = edit === undefined ? [] : [{ start: edit.start, removed: edit.oldEnd - edit.start, inserted: inserted ?? '' }];
    this.#store.change(uri, version, changes);
  }
}
