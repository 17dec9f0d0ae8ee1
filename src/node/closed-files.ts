import { languageOfUri } from '../core/source/languages/index';
import type { Uri } from '../core/source/span';
import { type ClosedFile, closedFile, closedSource } from './closed-file';
import { folderOf, isFolder, readFolder } from './folder';
import { grammarOf, type SummarizeTools, unread } from './summarize-text';
import { readTextFile } from './text-file';
import { uriKey } from './uri-key';

/** Summaries of files that are not open, as read from the disk or handed over by the host; null summary: no such file. */
export class ClosedFiles {
  readonly #files = new Map<string, ClosedFile>();
  /** Read before, and perhaps changed since. */
  readonly #stale = new Set<string>();

  get(uri: Uri): ClosedFile | undefined {
    const key = uriKey(uri);
    return this.#stale.has(key) ? undefined : this.#files.get(key);
  }

  /** Reads a `file:` URI unless that was done and nothing has changed. */
  async read(uri: Uri, tools: SummarizeTools): Promise<void> {
    const key = uriKey(uri);
    const known = this.#files.get(key);
    const wasStale = this.#stale.delete(key);
    if (known !== undefined && !wasStale) return;
    if (isFolder(uri)) {
      const before = known?.summarized.summary;
      this.#files.set(key, { summarized: { summary: readFolder(uri, before?.kind === 'folder' ? before : undefined) } });
      return;
    }
    const file = await readTextFile(uri, known?.stamp);
    if (file.kind === 'unchanged') return;
    if (file.kind === 'missing') this.#files.set(key, { summarized: { summary: null } });
    else if (file.kind === 'text') this.#files.set(key, await summarizeClosed(uri, file.text, tools, file.stamp));
    else this.#files.set(key, { summarized: unread(uri, languageOfUri(uri), file.message), stamp: file.stamp });
  }

  /** Takes a text from the host; null: there is no such file. */
  async supply(uri: Uri, text: string | null, tools: SummarizeTools): Promise<void> {
    const key = uriKey(uri);
    this.#stale.delete(key);
    this.#files.set(key, text === null ? { summarized: { summary: null } } : await summarizeClosed(uri, text, tools));
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
}

async function summarizeClosed(uri: Uri, fileText: string, tools: SummarizeTools, stamp?: string): Promise<ClosedFile> {
  const source = closedSource(uri, fileText);
  const grammar = grammarOf(uri, source.languageId);
  const parse = grammar === undefined ? undefined : await tools.grammars(grammar);
  return { ...closedFile(uri, source, parse, tools), ...(stamp === undefined ? {} : { stamp }) };
}
