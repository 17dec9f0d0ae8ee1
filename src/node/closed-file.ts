import { isNotebook, type Notebook, readNotebook } from '../core/source/notebook/read-notebook';
import type { Uri } from '../core/source/span';
import type { Problem } from '../core/source/summary';
import type { Parse } from './grammars';
import { type Summarized, type SummarizeTools, summarizeLater } from './summarize-text';

/** A file as the disk or the host has it. */
export interface ClosedFile {
  readonly summarized: Summarized;
  /** Kept for files that say something: edits and explanations need it. */
  readonly text?: string;
  /** Notebooks only: `text` is that of the joined cells, this is the file's. */
  readonly notebook?: { readonly read: Notebook; readonly fileText: string };
  readonly stamp?: string;
}

/** What of a file's text is to be summarized: of a notebook its joined cells. */
export interface ClosedSource {
  readonly text: string;
  /** Where something else than the file's ending says it. */
  readonly languageId: string | undefined;
  readonly notebook?: ClosedFile['notebook'];
  /** Why nothing can be. */
  readonly problem?: Problem;
}

export function closedSource(uri: Uri, fileText: string): ClosedSource {
  const read = isNotebook(uri) ? readNotebook(uri, fileText) : undefined;
  if (read === undefined) return { text: fileText, languageId: undefined };
  if ('message' in read) return { text: '', languageId: undefined, problem: read };
  return { text: read.joined.text, languageId: read.language, notebook: { read, fileText } };
}

/** `parse` is that of the source's grammar (see `grammarOf`). */
export function closedFile(uri: Uri, source: ClosedSource, parse: Parse | undefined, tools: Omit<SummarizeTools, 'grammars'>): ClosedFile {
  if (source.problem !== undefined) return { summarized: { summary: null, problem: source.problem } };
  const summarized = summarizeLater(parse, uri, source.languageId, source.text, tools);
  if (summarized.summary === null) return { summarized };
  return { summarized, text: source.text, ...(source.notebook === undefined ? {} : { notebook: source.notebook }) };
}
