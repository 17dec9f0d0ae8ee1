import { GENERATED, isGenerated } from '../core/source/generated-code';
import { grammarFor, isLanguageId, languageOfUri } from '../core/source/languages/index';
import { ReadLater } from '../core/source/read-later';
import type { Editing, ReadBefore } from '../core/source/read-passages';
import type { Uri } from '../core/source/span';
import type { CodeSummary, FileSummary, LanguageId, Problem } from '../core/source/summary';
import { GATE_FROM_SIZE, type Gate } from './gate';
import type { Grammars, Parse, ParsedTree } from './grammars';
import type { Pipeline } from './pipeline';
import { BINARY, MAX_TEXT_SIZE, TOO_LARGE } from './text-file';

const PARSE_BUDGET_MILLISECONDS = 10_000;

export const FAILED = 'Promptfare failed on this file. The output channel says why; please report it.';

export interface SummarizeTools {
  readonly summarize: Pipeline['summarize'];
  readonly grammars: Grammars;
  readonly gate: Gate;
  readonly promptFiles: readonly string[];
  /** Told of a failure of ours; the file then counts as unread. */
  readonly failed: (uri: Uri, error: unknown) => void;
}

/** What a text says. `tree` is the caller's to keep for the next state of the document, or to release. */
export interface Summarized {
  /** null: nothing was read. */
  readonly summary: FileSummary | null;
  /** Why nothing of the file was read. */
  readonly problem?: Problem | undefined;
  readonly tree?: ParsedTree;
}

/** An open document as it was read before: what an edit leaves alone need not be parsed and read again. */
interface EditedBefore {
  readonly tree?: ParsedTree;
  readonly read?: ReadBefore;
}

/** Summarizes one text at once, its grammar being loaded. `edited`: it is open in an editor. */
export type Summarizer = (text: string, cancelled?: () => boolean, edited?: EditedBefore) => Summarized | 'cancelled';

/**
 * Loads what the file's language needs. The editor's language id, where there is one, goes before the file's ending.
 * Whatever a text does to a reader, the summarizer gives an answer: one bad file must not take others with it.
 */
export async function summarizerFor(uri: Uri, languageId: string | undefined, tools: SummarizeTools): Promise<Summarizer> {
  const grammar = grammarOf(uri, languageId);
  return summarizerWith(grammar === undefined ? undefined : await tools.grammars(grammar), uri, languageId, tools);
}

/** What a file would say if it had this text. */
export async function summarizeAs(uri: Uri, languageId: string | undefined, text: string, tools: SummarizeTools): Promise<Summarized> {
  return withoutTree((await summarizerFor(uri, languageId, tools))(text));
}

/** What a text says; of code it is read when somebody first asks for more than whether it has a word. `parse` is that of the file's grammar. */
export function summarizeLater(
  parse: Parse | undefined,
  uri: Uri,
  languageId: string | undefined,
  text: string,
  tools: Omit<SummarizeTools, 'grammars'>,
): Summarized {
  const language = languageOf(uri, languageId);
  let said: Summarized | undefined;
  const summarized = (): Summarized => {
    said ??= withoutTree(summarizerWith(parse, uri, languageId, tools)(text));
    return said;
  };
  if (language === undefined || parse === undefined) return summarized();
  return {
    summary: new ReadLater(uri, language, text, () => codeIn(summarized(), uri)),
    get problem() {
      return summarized().problem;
    },
  };
}

function withoutTree(result: Summarized | 'cancelled'): Summarized {
  if (result === 'cancelled') throw new Error('A parse that nothing can cancel was cancelled');
  result.tree?.release();
  const { tree: _released, ...summarized } = result;
  return summarized;
}

function codeIn({ summary }: Summarized, uri: Uri): CodeSummary {
  if (summary?.kind !== 'code') throw new Error(`${uri} is code, and was read as something else`);
  return summary;
}

/** The name of the grammar that a file's language needs. */
export function grammarOf(uri: Uri, languageId: string | undefined): string | undefined {
  const language = languageOf(uri, languageId);
  return language && grammarFor(language);
}

function languageOf(uri: Uri, languageId: string | undefined): LanguageId | undefined {
  return languageId !== undefined && isLanguageId(languageId) ? languageId : languageOfUri(uri);
}

/** `parse` is that of the file's grammar. */
function summarizerWith(
  parse: Parse | undefined,
  uri: Uri,
  languageId: string | undefined,
  tools: Omit<SummarizeTools, 'grammars'>,
): Summarizer {
  const language = languageOf(uri, languageId);
  return (text, cancelled, edited) => {
    if (text.length > MAX_TEXT_SIZE) return unread(uri, language, TOO_LARGE);
    if (text.includes('\0')) return unread(uri, language, BINARY);
    if (language !== undefined && isGenerated(uri, text)) return unread(uri, language, GENERATED);
    try {
      if (language === undefined || parse === undefined) return { summary: tools.summarize({ uri, text }, tools.promptFiles) };
      if (text.length > GATE_FROM_SIZE && !tools.gate(text)) return { summary: emptySummary(uri, language, []) };
      const tree = parse(text, { budget: PARSE_BUDGET_MILLISECONDS, ...(cancelled === undefined ? {} : { cancelled }) }, edited?.tree);
      if (tree === 'cancelled') return 'cancelled';
      if (tree === 'out-of-time') return unread(uri, language, 'This file takes too long to parse, so it was not analysed.');
      const editing = edited && { before: edited.read };
      return { summary: summarizeTree({ uri, language, tree, ...(editing && { editing }) }, tools), tree };
    } catch (error) {
      tools.failed(uri, error);
      return unread(uri, language, FAILED);
    }
  };
}

interface Parsed {
  readonly uri: Uri;
  readonly language: LanguageId;
  readonly tree: ParsedTree;
  readonly editing?: Editing;
}

function summarizeTree({ uri, language, tree, ...editing }: Parsed, tools: Pick<SummarizeTools, 'summarize' | 'promptFiles'>): FileSummary {
  try {
    return tools.summarize({ uri, text: tree.text, tree: { language, root: tree.root }, ...editing }, tools.promptFiles);
  } catch (error) {
    tree.release();
    throw error;
  }
}

/** A file whose content was not read, for whoever imports from it: a module that exports nothing known. */
export function unread(uri: Uri, language: LanguageId | undefined, message: string): Summarized {
  const problem: Problem = { message, at: { uri, start: 0, end: 0 } };
  return { summary: language === undefined ? null : emptySummary(uri, language, [problem]), problem };
}

function emptySummary(uri: Uri, language: LanguageId, problems: readonly Problem[]): CodeSummary {
  const at = { uri, start: 0, end: 0 };
  const module = {
    id: 0,
    kind: 'module' as const,
    name: '',
    parent: undefined,
    at,
    params: [],
    effects: [],
    blocks: [],
    bases: [],
    decorators: [],
    async: false,
  };
  return { kind: 'code', uri, language, scopes: [module], imports: [], exportAll: [], calls: [], problems };
}
