import { functionsAround } from './fixes/functions-around';
import type { WritablePrompt, Writers } from './fixes/writers';
import { linkFile } from './link/link-file';
import type { Linked, SummaryStore } from './link/linked';
import type { LinkMemory } from './link/memory';
import type { Analysed } from './quote/analysed';
import type { QuoteEnvironment } from './quote/environment';
import { quoteLinked } from './quote/quote-linked';
import { toldHere } from './quote/told-in-prompt';
import type { CallSite } from './request/call-site';
import { documentOf } from './request/document-site';
import { marksLater } from './request/markers';
import { namesEndpoint } from './sdks/http-apis';
import { formatById, formatFor } from './source/formats/index';
import { languageFor } from './source/languages/index';
import type { Editing } from './source/read-passages';
import type { Uri } from './source/span';
import type { FileSummary, LanguageId, PromptSummary } from './source/summary';
import type { SyntaxNode } from './source/syntax';

export interface SourceFile {
  readonly uri: Uri;
  readonly text: string;
  /** The parsed tree, for languages; prompt files have none. */
  readonly tree?: { readonly language: LanguageId; readonly root: SyntaxNode };
  /** It is open in an editor; see `LanguageAdapter.lower`. */
  readonly editing?: Editing;
}

/** Step 1: what one file says by itself. */
export function summarize({ uri, text, tree, editing }: SourceFile, promptFileGlobs: readonly string[]): FileSummary {
  if (tree !== undefined) {
    const summary = languageFor(tree.language).lower({ ...tree, uri, text, ...(editing && { editing }) });
    return { ...summary, ...(namesEndpoint(text) && { namesEndpoint: true }), ...(marksLater(text) && { marksLater: true }) };
  }
  const format = formatFor(uri, promptFileGlobs, text);
  return format === undefined ? { kind: 'text', uri, text, problems: [] } : { ...format.read(uri, text), text };
}

/**
 * Step 2: what the calls of `root` would send. Never reads: missing files are in `pending`. Links of one workspace share a `memory`
 * (`createLinkMemory`), which changes how long they take and nothing else.
 */
export function link(root: Uri, store: SummaryStore, memory?: LinkMemory): Linked {
  return linkFile(root, store, memory);
}

/** Step 3: tokens, money and findings. Step 4, edits, is asked of the result. */
export function quote(linked: Linked, version: number, environment: QuoteEnvironment, store: SummaryStore): Analysed {
  const writers = writersOf(store, environment);
  const analysed = quoteLinked(linked, version, environment, writers);
  const { memory: _, ...once } = environment;
  const findings = toldHere(analysed, store, prompt => quoteLinked(prompt, version, once, writers));
  return { ...analysed, analysis: { ...analysed.analysis, findings } };
}

function writersOf(store: SummaryStore, environment: QuoteEnvironment): Writers {
  return {
    textOf: uri => environment.textOf(uri),
    printerOf(uri) {
      const summary = store.get(uri);
      return summary?.kind === 'code' ? languageFor(summary.language).printer : undefined;
    },
    codeOf(uri) {
      const summary = store.get(uri);
      return summary?.kind === 'code' ? summary : undefined;
    },
    functionsAround(site) {
      const summary = store.get(site.at.uri);
      return summary?.kind === 'code' ? functionsAround(summary, site) : [];
    },
    promptOf,
    settingsOf(site) {
      const { file } = site.outputCap;
      if (file === undefined) return promptOf(site);
      const summary = store.get(file);
      return summary?.kind === 'prompt' ? writable(summary) : undefined;
    },
  };

  function promptOf(site: CallSite): WritablePrompt | undefined {
    const summary = store.get(site.at.uri);
    const document = summary?.kind === 'prompt' ? documentOf(summary, site) : undefined;
    return summary?.kind === 'prompt' && document !== undefined ? writable({ ...summary, document }) : undefined;
  }
}

function writable(summary: PromptSummary): WritablePrompt | undefined {
  const format = formatById(summary.document.format);
  return format === undefined ? undefined : { format, summary };
}
