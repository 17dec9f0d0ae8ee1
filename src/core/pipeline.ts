import type { Writers } from './fixes/writers';
import { linkFile } from './link/link-file';
import type { Linked, SummaryStore } from './link/linked';
import type { Analysed } from './quote/analysed';
import type { QuoteEnvironment } from './quote/environment';
import { quoteLinked } from './quote/quote-linked';
import { formatById, formatFor } from './source/formats/index';
import { languageFor } from './source/languages/index';
import type { Uri } from './source/span';
import type { FileSummary, LanguageId } from './source/summary';
import type { SyntaxNode } from './source/syntax';

export interface SourceFile {
  readonly uri: Uri;
  readonly text: string;
  /** The parsed tree, for languages; prompt files have none. */
  readonly tree?: { readonly language: LanguageId; readonly root: SyntaxNode };
}

/** Step 1: what one file says by itself. Undefined for a file that is neither code we read nor a prompt. */
export function summarize(file: SourceFile, promptFileGlobs: readonly string[]): FileSummary | undefined {
  if (file.tree !== undefined) return languageFor(file.tree.language).lower({ ...file.tree, uri: file.uri, text: file.text });
  return formatFor(file.uri, promptFileGlobs)?.read(file.uri, file.text);
}

/** Step 2: what the calls of `root` would send. Never reads: missing files are in `pending`. */
export function link(root: Uri, store: SummaryStore): Linked {
  return linkFile(root, store);
}

/** Step 3: tokens, money and findings. Step 4, edits, is asked of the result. */
export function quote(linked: Linked, version: number, environment: QuoteEnvironment, store: SummaryStore): Analysed {
  return quoteLinked(linked, version, environment, writersOf(store, environment));
}

function writersOf(store: SummaryStore, environment: QuoteEnvironment): Writers {
  return {
    textOf: uri => environment.textOf(uri),
    printerOf(uri) {
      const summary = store.get(uri);
      return summary?.kind === 'code' ? languageFor(summary.language).printer : undefined;
    },
    promptOf(uri) {
      const summary = store.get(uri);
      const format = summary?.kind === 'prompt' ? formatById(summary.document.format) : undefined;
      return summary?.kind === 'prompt' && format !== undefined ? { format, summary } : undefined;
    },
  };
}
