import type { Uri } from '../core/source/span';
import { type ClosedFile, closedFile, closedSource } from './closed-file';
import { pathOfAddress } from './file-address';
import { folderOf, isFolder, readFolder } from './folder';
import type { Parse } from './grammars';
import { ABSENT, readClosed } from './read-closed';
import { grammarOf, type SummarizeTools } from './summarize-text';
import { uriKey } from './uri-key';

/** Summaries of files that are not open, as read from the disk or handed over by the host; null summary: no such file. */
export class ClosedFiles {
  readonly #files = new Map<string, ClosedFile>();
  /** Read before, and perhaps changed since. */
  readonly #stale = new Set<string>();
  readonly #parses = new Map<string, Parse>();
  readonly #tools: SummarizeTools;

  constructor(tools: SummarizeTools) {
    this.#tools = tools;
  }

  get(uri: Uri): ClosedFile | undefined {
    const key = uriKey(uri);
    return this.#stale.has(key) ? undefined : this.#files.get(key);
  }

  /** The same, of a `file:` URI read first unless that was done and nothing has changed; undefined: `prepare` it first. */
  getNow(uri: Uri): ClosedFile | undefined {
    const known = this.get(uri);
    return known === undefined && uri.startsWith('file:') && this.#read(uri) === undefined ? this.get(uri) : known;
  }

  /** Makes `get` answer for a `file:` URI. */
  async prepare(uri: Uri): Promise<void> {
    if (this.get(uri) !== undefined) return;
    for (let grammar = this.#read(uri); grammar !== undefined; grammar = this.#read(uri)) await this.#parse(grammar);
  }

  /** Takes a text from the host; null: there is no such file. */
  async supply(uri: Uri, text: string | null): Promise<void> {
    const key = uriKey(uri);
    // Before it is summarized: it may change again meanwhile.
    this.#stale.delete(key);
    this.#files.set(key, text === null ? ABSENT : await this.#summarized(uri, text));
  }

  /** What was read may no longer hold, and the file may have come or gone. */
  invalidate(uri: Uri): void {
    this.#stale.add(uriKey(uri));
    this.#stale.add(uriKey(folderOf(uri)));
  }

  /** Drops what nobody in `uris` names, so that memory follows what is in use. */
  keepOnly(uris: Iterable<Uri>): void {
    const kept = new Set([...uris].map(uriKey));
    for (const key of this.#files.keys()) if (!kept.has(key)) this.#files.delete(key);
    for (const key of this.#stale) if (!kept.has(key)) this.#stale.delete(key);
  }

  /** Reads a file; the name of the grammar that must be loaded for that, otherwise. */
  #read(uri: Uri): string | undefined {
    const before = this.#files.get(uriKey(uri));
    const path = pathOfAddress(uri);
    if (isFolder(uri)) {
      const summary = before?.summarized.summary;
      this.#keep(uri, { summarized: { summary: readFolder(uri, summary?.kind === 'folder' ? summary : undefined) } });
    } else if (path === undefined) this.#keep(uri, ABSENT);
    else {
      const file = readClosed(uri, path, this.#tools, this.#parses, before);
      if (file.kind === 'needs') return file.grammar;
      this.#keep(uri, file.closed);
    }
    return undefined;
  }

  async #summarized(uri: Uri, fileText: string): Promise<ClosedFile> {
    const source = closedSource(uri, fileText);
    const grammar = grammarOf(uri, source.languageId);
    return closedFile(uri, source, grammar === undefined ? undefined : await this.#parse(grammar), this.#tools);
  }

  async #parse(grammar: string): Promise<Parse> {
    const parse = await this.#tools.grammars(grammar);
    this.#parses.set(grammar, parse);
    return parse;
  }

  #keep(uri: Uri, file: ClosedFile): void {
    const key = uriKey(uri);
    this.#stale.delete(key);
    this.#files.set(key, file);
  }
}
