import type { ReadBefore } from '../core/source/read-passages';
import type { Uri } from '../core/source/span';
import type { TextChange } from '../protocol/worker';
import type { ParsedTree } from './grammars';
import type { Summarized } from './summarize-text';
import { applyChanges } from './text-changes';
import { uriKey } from './uri-key';

export interface OpenDocument {
  readonly uri: Uri;
  readonly languageId: string;
  readonly version: number;
  readonly text: string;
  /** Of this version or an earlier one: the base of the next parse. */
  tree?: ParsedTree;
  /** Likewise: what reading it begins with. */
  read?: ReadBefore;
  /** Of this very version. */
  summarized?: Summarized;
}

/** A part of a document's text; a large one comes in several. */
export interface TextPart {
  readonly uri: Uri;
  readonly languageId: string;
  readonly version: number;
  readonly chunk: string;
  readonly first: boolean;
  readonly last: boolean;
}

interface Arriving {
  readonly chunks: string[];
  /** Made while the text was still on its way. */
  readonly events: { readonly version: number; readonly changes: readonly TextChange[] }[];
}

/** What the editor has open, kept equal to its text by the changes it reports. */
export class OpenDocuments {
  readonly #documents = new Map<string, OpenDocument>();
  readonly #arriving = new Map<string, Arriving>();

  /** True when the document's text is complete. */
  open(part: TextPart): boolean {
    const key = uriKey(part.uri);
    const arriving = part.first ? { chunks: [], events: [] } : this.#arriving.get(key);
    if (arriving === undefined) throw new Error(`A later part of ${part.uri} came without its first`);
    arriving.chunks.push(part.chunk);
    this.#arriving.set(key, arriving);
    if (!part.last) return false;
    this.#arriving.delete(key);
    this.#documents.get(key)?.tree?.release();
    const { uri, languageId, version } = part;
    this.#documents.set(key, { uri, languageId, version, text: arriving.chunks.join('') });
    for (const event of arriving.events) this.change(uri, event.version, event.changes);
    return true;
  }

  /** Applies one event's changes. Throws for a document that isn't open and for changes outside its text: both sides then disagree. */
  change(uri: Uri, version: number, changes: readonly TextChange[]): void {
    const key = uriKey(uri);
    const arriving = this.#arriving.get(key);
    if (arriving !== undefined) {
      arriving.events.push({ version, changes });
      return;
    }
    const document = this.#documents.get(key);
    if (document === undefined) throw new Error(`A change came for ${uri}, which is not open`);
    const { summarized: _outdated, ...kept } = document;
    this.#documents.set(key, { ...kept, version, text: applyChanges(document.text, changes) });
  }

  close(uri: Uri): void {
    const key = uriKey(uri);
    this.#arriving.delete(key);
    this.#documents.get(key)?.tree?.release();
    this.#documents.delete(key);
  }

  get(uri: Uri): OpenDocument | undefined {
    return this.#documents.get(uriKey(uri));
  }

  forgetSummaries(): void {
    for (const document of this.#documents.values()) delete document.summarized;
  }

  uris(): readonly Uri[] {
    return [...this.#documents.values()].map(document => document.uri);
  }
}
