import type { Uri } from '../core/source/span';
import { isCell, type ToWorkerOf } from '../protocol/worker';
import type { Analyzer } from './analyzer';
import type { DocumentStore } from './document-store';
import type { OpenNotebooks } from './open-notebooks';

/** Takes in what the editor has open: documents go to the store, a notebook's cells to where they are joined. */
export class TextIntake {
  readonly #store: DocumentStore;
  readonly #notebooks: OpenNotebooks;
  readonly #analyzer: Analyzer;
  readonly #reopen: (uri: Uri) => void;

  constructor(store: DocumentStore, notebooks: OpenNotebooks, analyzer: Analyzer, reopen: (uri: Uri) => void) {
    this.#store = store;
    this.#notebooks = notebooks;
    this.#analyzer = analyzer;
    this.#reopen = reopen;
  }

  open(message: ToWorkerOf<'open'>): void {
    if (isCell(message.uri)) this.#edited(this.#notebooks.openCell(message));
    else if (this.#store.open(message)) this.#analyzer.edited(message.uri);
  }

  change({ uri, version, changes }: ToWorkerOf<'change'>): void {
    try {
      if (isCell(uri)) {
        this.#edited(this.#notebooks.changeCell(uri, version, changes));
        return;
      }
      this.#store.change(uri, version, changes);
    } catch (error) {
      // The texts of both sides have drifted apart, which only a fresh start mends.
      this.close(uri);
      this.#reopen(uri);
      throw error;
    }
    this.#analyzer.edited(uri);
  }

  close(uri: Uri): void {
    if (isCell(uri)) {
      this.#notebooks.closeCell(uri);
      return;
    }
    this.#store.close(uri);
    this.#analyzer.closed(uri);
  }

  arrange(outline: ToWorkerOf<'notebook'>): void {
    if (outline.cells.length > 0) {
      this.#edited(this.#notebooks.arrange(outline));
      return;
    }
    this.#notebooks.close(outline.uri);
    this.#analyzer.closed(outline.uri);
  }

  #edited(notebook: Uri | undefined): void {
    if (notebook !== undefined) this.#analyzer.edited(notebook);
  }
}
