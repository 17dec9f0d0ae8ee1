import type { SummaryStore } from '../core/link/linked';
import { createLinkMemory } from '../core/link/memory';
import { placeInFile } from '../core/source/notebook/read-notebook';
import type { Span, Uri } from '../core/source/span';
import type { FileSummary, Problem } from '../core/source/summary';
import type { TextChange } from '../protocol/worker';
import { ClosedFiles } from './closed-files';
import { OpenDocuments, type TextPart } from './open-documents';
import { type Summarized, type SummarizeTools, summarizeAs, summarizerFor } from './summarize-text';

/** `ask-host`: a file of another scheme, whose text only the host can give. */
export type Prepared = 'ready' | 'cancelled' | 'ask-host';

/**
 * The texts that analysis sees: open documents, unsaved changes included, over what is on disk. `get` answers from memory; `getNow`
 * reads the disk at once, so that linking stays synchronous; only what must be waited for (a grammar, the host) needs `prepare`.
 */
export class DocumentStore implements SummaryStore {
  /** What links of these files have found out. */
  readonly memory = createLinkMemory();
  readonly #documents = new OpenDocuments();
  #closed: ClosedFiles;
  #tools: SummarizeTools;

  constructor(tools: SummarizeTools) {
    this.#tools = tools;
    this.#closed = new ClosedFiles(tools);
  }

  /** Takes over a part of a document's text; true when it is complete. */
  open(part: TextPart): boolean {
    return this.#documents.open(part);
  }

  /** Throws when the change doesn't fit: the document must then be opened anew. */
  change(uri: Uri, version: number, changes: readonly TextChange[]): void {
    this.#documents.change(uri, version, changes);
  }

  /** From now on the disk's text counts. */
  close(uri: Uri): void {
    this.#documents.close(uri);
    this.#closed.invalidate(uri);
  }

  /** What was read of these files may no longer hold. */
  invalidate(uris: readonly Uri[]): void {
    for (const uri of uris) this.#closed.invalidate(uri);
  }

  /** The host's answer to 'ask-host'; null: there is no such file. */
  async supply(uri: Uri, text: string | null): Promise<void> {
    await this.#closed.supply(uri, text);
  }

  /** Which Markdown and text files are prompts changes what files say, so nothing that was read holds any more. */
  usePromptFiles(promptFiles: readonly string[]): void {
    if (JSON.stringify(promptFiles) === JSON.stringify(this.#tools.promptFiles)) return;
    this.#tools = { ...this.#tools, promptFiles };
    this.#documents.forgetSummaries();
    this.#closed = new ClosedFiles(this.#tools);
  }

  /** Makes `get` answer for a file: reads and parses what is not known yet. */
  async prepare(uri: Uri, cancelled?: () => boolean): Promise<Prepared> {
    const languageId = this.#documents.get(uri)?.languageId;
    if (languageId === undefined) {
      if (this.#closed.get(uri) !== undefined) return 'ready';
      if (!uri.startsWith('file:')) return 'ask-host';
      await this.#closed.prepare(uri);
      return 'ready';
    }
    const summarize = await summarizerFor(uri, languageId, this.#tools);
    // Looked up again: while the grammar was loading, the document may have changed or gone.
    const document = this.#documents.get(uri);
    if (document === undefined || document.summarized !== undefined) return 'ready';
    const { text, tree, read } = document;
    const result = summarize(text, cancelled, { ...(tree && { tree }), ...(read && { read }) });
    if (result === 'cancelled') return 'cancelled';
    if (result.tree !== undefined) document.tree = result.tree;
    const passages = result.summary?.kind === 'code' ? result.summary.passages : undefined;
    if (passages !== undefined) document.read = { text, passages };
    document.summarized = result;
    return 'ready';
  }

  /** What a file would say if it had this text. */
  summarizeAs(uri: Uri, text: string): Promise<Summarized> {
    return summarizeAs(uri, this.#documents.get(uri)?.languageId, text, this.#tools);
  }

  /** null: no such file, or one that says nothing; undefined: `prepare` it first. */
  get(uri: Uri): FileSummary | null | undefined {
    return this.#summarized(uri)?.summary;
  }

  /** The same, which reads from the disk what was not read yet, as far as that needs no grammar that is not loaded. */
  getNow(uri: Uri): FileSummary | null | undefined {
    const document = this.#documents.get(uri);
    if (document !== undefined) return document.summarized?.summary;
    return this.#closed.getNow(uri)?.summarized.summary;
  }

  /** Why nothing of a file was read. */
  problemOf(uri: Uri): Problem | undefined {
    return this.#summarized(uri)?.problem;
  }

  textOf(uri: Uri): string | undefined {
    return this.#documents.get(uri)?.text ?? this.#closed.get(uri)?.text;
  }

  /** A place in terms of the file: of a notebook that isn't open, analysis sees the joined cells, and the file is JSON. */
  inFile(at: Span): { readonly text: string; readonly start: number; readonly end: number } {
    const notebook = this.#documents.get(at.uri) === undefined ? this.#closed.get(at.uri)?.notebook : undefined;
    if (notebook === undefined) return { text: this.textOf(at.uri) ?? '', start: at.start, end: at.end };
    const { start, end } = placeInFile(notebook.read, at.start, at.end);
    return { text: notebook.fileText, start, end };
  }

  /** The version of an open document. */
  versionOf(uri: Uri): number | undefined {
    return this.#documents.get(uri)?.version;
  }

  openUris(): readonly Uri[] {
    return this.#documents.uris();
  }

  /** Forgets closed files that nobody in `uris` names. */
  keepOnly(uris: Iterable<Uri>): void {
    this.#closed.keepOnly(uris);
  }

  #summarized(uri: Uri) {
    const document = this.#documents.get(uri);
    return document === undefined ? this.#closed.get(uri)?.summarized : document.summarized;
  }
}
