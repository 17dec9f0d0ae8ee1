import type { Analysed } from '../core/quote/analysed';
import type { Edit, Refusal } from '../core/source/edit';
import type { Uri } from '../core/source/span';
import type { FromWorker } from '../protocol/worker';
import { Analyzer } from './analyzer';
import { DocumentStore } from './document-store';
import type { Gate } from './gate';
import type { Grammars } from './grammars';
import { analysesOfCells, editsOfCells } from './notebook-answers';
import { OpenNotebooks } from './open-notebooks';
import type { Pipeline } from './pipeline';
import { TextIntake } from './text-intake';

export interface DocumentsParts {
  readonly pipeline: Pipeline;
  readonly grammars: Grammars;
  readonly gate: Gate;
  post(message: FromWorker): void;
  failed(what: string, error: unknown): void;
  /** A newer text waits to be received. */
  textIsWaiting(): boolean;
}

/**
 * What the editor has open, with its analyses. A notebook is analysed as one text under its own address, while the editor has a document
 * for each cell: here the one becomes the other.
 */
export class AnalysedDocuments {
  readonly store: DocumentStore;
  readonly analyzer: Analyzer;
  readonly texts: TextIntake;
  readonly #notebooks: OpenNotebooks;

  constructor({ pipeline, grammars, gate, post, failed, textIsWaiting }: DocumentsParts) {
    this.store = new DocumentStore({ summarize: pipeline.summarize, grammars, gate, promptFiles: [], failed });
    this.#notebooks = new OpenNotebooks(this.store);
    this.analyzer = new Analyzer(this.store, {
      pipeline,
      post: message => {
        for (const each of this.#ofDocuments(message)) post(each);
      },
      textIsWaiting,
    });
    this.texts = new TextIntake(this.store, this.#notebooks, this.analyzer, uri => post({ type: 'reopen', uri }));
  }

  /** The address under which a document is analysed: a cell's is that of its notebook. */
  analysedAs(uri: Uri): Uri {
    return this.#notebooks.ofCell(uri)?.uri ?? uri;
  }

  /**
   * What was analysed of this version of a document; of a cell, with its whole notebook. Waits while files under it are read again;
   * undefined where it, or an open document that it rests on, has another text.
   */
  async whenCurrent(uri: Uri, version: number): Promise<Analysed | undefined> {
    const notebook = this.#notebooks.ofCell(uri);
    if (notebook === undefined) return this.analyzer.whenCurrent(uri, version);
    return this.#notebooks.versionOfCell(uri) === version ? this.analyzer.whenCurrent(notebook.uri, notebook.version) : undefined;
  }

  versionOf(uri: Uri): number | undefined {
    return this.#notebooks.ofCell(uri) === undefined ? this.store.versionOf(uri) : this.#notebooks.versionOfCell(uri);
  }

  /** Edits of the text that is analysed at an address as edits of the documents that the editor has. */
  inDocuments<E extends Edit>(analysedAt: Uri, edits: readonly E[] | Refusal): readonly E[] | Refusal {
    const notebook = this.#notebooks.at(analysedAt);
    return notebook === undefined ? edits : editsOfCells(notebook, edits);
  }

  #ofDocuments(message: FromWorker): readonly FromWorker[] {
    const notebook = message.type === 'analysis' ? this.#notebooks.at(message.analysis.uri) : undefined;
    return message.type !== 'analysis' || notebook === undefined ? [message] : analysesOfCells(notebook, message);
  }
}
