import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import * as pipeline from '../core/pipeline';
import { createCatalogue } from '../core/prices/catalogue';
import type { Analysis } from '../core/quote/analysis';
import type { QuoteSettings } from '../core/quote/settings';
import { formatSelector, MOST_CHARACTERS_LOOKED_INTO, mayBePrompt } from '../core/source/formats/index';
import { languageOfUri } from '../core/source/languages/index';
import { codeText } from '../core/source/notebook/code-text';
import { isNotebook } from '../core/source/notebook/read-notebook';
import type { Span } from '../core/source/span';
import { rememberCounts } from '../core/tokens/remember-counts';
import { analyseFile } from '../node/analyse-file';
import { DocumentStore } from '../node/document-store';
import { loadCounters } from '../node/encodings';
import { createEnvironment } from '../node/environment';
import { createGrammars } from '../node/grammars';
import { filesThatReach, importedNames, type ReachFile } from '../node/import-reach';
import { sdkGate } from '../node/sdk-gate';
import { decode, MAX_TEXT_SIZE } from '../node/text-file';
import { workspaceFiles } from '../node/workspace-files';
import { lineIndex } from './line-index';
import { UsageError } from './usage-error';

export interface ScannedFile {
  /** Relative to the scanned folder, with forward slashes. */
  readonly file: string;
  readonly analysis: Analysis;
  /** 1-based first and last line of a stretch of this or another file. */
  linesOf(at: Span): { readonly line: number; readonly endLine: number };
}

export interface Scan {
  readonly files: readonly ScannedFile[];
  readonly coverage: Coverage;
  readonly catalogueDate: string;
  /** Failures of ours that the scan survived. */
  readonly failures: readonly string[];
}

interface Coverage {
  /** Files of a language or prompt format that is read. */
  readonly seen: number;
  readonly analysed: number;
  /** Code in which no call of a model can be seen: it names no SDK, and imports from nothing that does. */
  readonly withoutTrace: number;
  /** Files of which nothing was read, and why. */
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
}

/** Analyses all files below the paths, one after the other, with the pipeline of the editor. */
export async function scan(paths: readonly string[], settings: QuoteSettings): Promise<Scan> {
  const failures: string[] = [];
  const failed = (uri: string, error: unknown) => failures.push(`${uri}: ${error instanceof Error ? error.message : String(error)}`);
  const store = new DocumentStore({
    summarize: pipeline.summarize,
    grammars: createGrammars(),
    gate: sdkGate,
    promptFiles: settings.promptFiles,
    failed,
  });
  const catalogue = createCatalogue();
  const textOf = (uri: string) => store.textOf(uri);
  const environment = createEnvironment({ catalogue, counters: rememberCounts(loadCounters()), settings, now: new Date(), textOf });
  const found = await collect(paths, settings.promptFiles);
  const scanned: ScannedFile[] = [];
  const skipped: { file: string; why: string }[] = [];
  for (const { full, file } of found.toAnalyse) {
    const uri = pathToFileURL(full).href;
    try {
      const analysed = await analyseFile(uri, store, pipeline, environment);
      if (analysed === undefined) continue;
      const problem = store.problemOf(uri);
      if (problem !== undefined) skipped.push({ file, why: problem.message });
      else scanned.push({ file, analysis: analysed.analysis, linesOf: linesIn(store) });
    } catch (error) {
      failed(uri, error);
      skipped.push({ file, why: 'Promptfare failed on this file; please report it.' });
    }
  }
  const coverage = { seen: found.seen, analysed: scanned.length, withoutTrace: found.withoutTrace, skipped };
  return { files: scanned, coverage, catalogueDate: catalogue.date, failures };
}

interface FoundFile {
  readonly full: string;
  readonly file: string;
}

/** What is worth analysing: every prompt file, and the code that can reach a model. Files named outright always are. */
async function collect(paths: readonly string[], promptFiles: readonly string[]) {
  const formatOf = formatSelector(promptFiles);
  const prompts: FoundFile[] = [];
  const code: (FoundFile & ReachFile)[] = [];
  const seen = new Set<string>();
  for await (const { full, file, named } of filesUnder(paths)) {
    if (seen.has(full)) continue;
    const uri = pathToFileURL(full).href;
    if (languageOfUri(uri) !== undefined || isNotebook(uri)) code.push({ full, file, path: full, ...(await traceOf(full, named)) });
    else if (formatOf(uri) !== undefined || (mayBePrompt(uri) && (await isPrompt(full, text => formatOf(uri, text) !== undefined))))
      prompts.push({ full, file });
    else if (named) throw new UsageError(`not a kind of file that is read: ${file}`);
    else continue;
    seen.add(full);
  }
  const reached = filesThatReach(code);
  const toAnalyse = [...prompts, ...code.filter(({ full }) => reached.has(full))];
  toAnalyse.sort((a, b) => (a.file < b.file ? -1 : 1));
  return { toAnalyse, seen: seen.size, withoutTrace: code.length - reached.size };
}

/** Too large or binary files are let through: analysis says what is wrong with them. */
async function traceOf(full: string, named: boolean): Promise<Omit<ReachFile, 'path'>> {
  const { size } = await stat(full);
  const fileText = size > MAX_TEXT_SIZE ? undefined : decode(await readFile(full));
  const text = fileText === undefined ? undefined : codeText(full, fileText);
  return text === undefined ? { traced: true, imports: new Set() } : { traced: named || sdkGate(text), imports: importedNames(text) };
}

/** YAML and JSON are prompts only where their text says so. */
async function isPrompt(full: string, says: (text: string) => boolean): Promise<boolean> {
  const { size } = await stat(full);
  const text = size > MOST_CHARACTERS_LOOKED_INTO ? undefined : decode(await readFile(full));
  return text !== undefined && says(text);
}

async function* filesUnder(paths: readonly string[]): AsyncGenerator<FoundFile & { readonly named: boolean }> {
  for (const given of paths) {
    const root = path.resolve(given);
    const status = await stat(root).catch(() => undefined);
    if (status === undefined) throw new UsageError(`no such file or folder: ${given}`);
    if (!status.isDirectory()) yield { full: root, file: slashed(path.relative(process.cwd(), root)), named: true };
    else for await (const full of workspaceFiles(root)) yield { full, file: slashed(path.relative(root, full)), named: false };
  }
}

function slashed(file: string): string {
  return file.split(path.sep).join('/');
}

function linesIn(store: DocumentStore): ScannedFile['linesOf'] {
  return at => {
    const { text, start, end } = store.inFile(at);
    const lineOf = lineIndex(text);
    return { line: lineOf(start), endLine: lineOf(Math.max(start, end - 1)) };
  };
}
