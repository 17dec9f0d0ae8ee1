import { existsSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FileSpend } from '../core/present/spend';
import { OVERLAY_DATE } from '../core/prices/overlay/entries';
import type { Analysis } from '../core/quote/analysis';
import type { QuoteSettings } from '../core/quote/settings';
import type { Span } from '../core/source/span';
import { type BudgetCheck, checkBudgets } from '../core/workspace-file/budgets';
import { overBudget } from '../core/workspace-file/call-budget';
import { VERIFICATION_FILE_NAME } from '../core/workspace-file/name';
import type { ReadWorkspaceFile } from '../core/workspace-file/read-workspace-file';
import { pathIn, type SaidOf, saidOfCalls } from '../core/workspace-file/stated';
import { type TaskCost, taskCosts } from '../core/workspace-file/task-costs';
import { filesAround } from '../node/scan/files-around';
import { lineIndex } from '../node/scan/line-index';
import { linesByPlace } from '../node/scan/place-lines';
import { programStamp } from '../node/scan/program-stamp';
import { type ScannedFiles, scanFiles } from '../node/scan/scan-files';
import { type WorkspaceFileOnDisk, workspaceFilesOf } from '../node/workspace-file-on-disk';
import { compileSparingly } from './compile-sparingly';
import { packageVersion } from './package-version';
import { type FoundFile, filesUnder, type Located, notRead, slashed, type UnreadFolder } from './scanned-paths';

export interface ScannedFile extends Located {
  readonly analysis: Analysis;
  /** 1-based first and last line of a place that the analysis names. */
  linesOf(at: Span): { readonly line: number; readonly endLine: number };
}

export interface Scan {
  readonly files: readonly ScannedFile[];
  readonly coverage: Coverage;
  readonly catalogueDate: string;
  /** Failures of ours that the scan survived. */
  readonly failures: readonly string[];
  /** What else the user may want to know: a cache that could not be used. */
  readonly notes: readonly string[];
  /** The workspace files that hold for what was scanned. */
  readonly workspaceFiles: readonly ScannedWorkspaceFile[];
}

export interface ScannedWorkspaceFile {
  /** Relative to the working directory, with forward slashes. */
  readonly file: string;
  readonly isNewer: boolean;
  readonly problems: readonly { readonly line: number; readonly message: string }[];
  readonly statesBudgets: boolean;
  /** Of a month. */
  readonly budgets: readonly BudgetCheck[];
  /** Calls of which a finding says that they are over their budget, for more than a warning. */
  readonly callsOverBudget: readonly { readonly file: string; readonly line: number; readonly message: string }[];
  readonly tasks: readonly TaskCost[];
}

interface Coverage {
  /** Files of a language or prompt format that is read. */
  readonly seen: number;
  readonly analysed: number;
  /** Code in which no call of a model can be seen: it names no SDK, and imports from nothing that does. */
  readonly withoutTrace: number;
  /** Files of which nothing was read, and why. */
  readonly skipped: readonly (Located & { readonly why: string })[];
}

export interface ScanSettings {
  readonly settings: QuoteSettings;
  /** Whether what promptfare.json says counts. */
  readonly useWorkspaceFiles?: boolean;
  /** Folder that keeps results for the next scan; undefined: none is kept. */
  readonly cacheFolder?: string;
}

/** Analyses all files below the paths, on as many threads as the machine has cores. */
export async function scan(
  paths: readonly string[],
  { settings: set, useWorkspaceFiles = true, cacheFolder }: ScanSettings,
): Promise<Scan> {
  compileSparingly();
  const now = new Date();
  const { found, unread } = await filesUnder(paths, set.promptFiles);
  const own = useWorkspaceFiles ? await readFiles(await workspaceFilesOf(paths, process.cwd())) : [];
  const settings = await withVerifications(set, own);
  // A model that is asked for by an option goes before the one in the file.
  const folderFiles = own.map(({ folder, file: { scenarios: _, referenceModel, ...file } }) => {
    return { folder, file: settings.referenceModel === undefined && referenceModel !== undefined ? { ...file, referenceModel } : file };
  });
  const circumstances = JSON.stringify([
    packageVersion(),
    programStamp(),
    process.version,
    settings,
    folderFiles,
    now.toISOString().slice(0, 10),
  ]);
  const roots = paths.map(given => path.resolve(given));
  const cache = cacheFolder === undefined ? undefined : { folder: cacheFolder, paths: roots, circumstances };
  const scanned = new Set(found.map(({ full }) => full));
  const around = filesAround(roots.filter(root => statSync(root).isDirectory())).filter(file => !scanned.has(file.path));
  const files = [...found.map(({ full, shown, named }) => ({ path: full, shown, named })), ...around];
  const result = scanOf(found, unread, await scanFiles(files, { settings, now, folderFiles }, cache));
  return { ...result, workspaceFiles: own.map(file => summarized(file, result.files)) };
}

function scanOf(
  found: readonly FoundFile[],
  unread: readonly UnreadFolder[],
  { gates, results, notes, failures: others }: ScannedFiles,
): Omit<Scan, 'workspaceFiles'> {
  const refused = found.find(({ full, named }) => named && gates.get(full)?.kind === 'other');
  if (refused !== undefined) throw notRead(refused.file);
  const files: ScannedFile[] = [];
  const skipped: (Located & { readonly why: string })[] = [...unread];
  for (const one of found) {
    const result = results.get(one.full);
    if (result?.analysis !== undefined)
      files.push({ ...one, analysis: result.analysis, linesOf: linesByPlace(result.analysis, result.lines) });
    else if (result !== undefined) skipped.push({ ...one, why: result.why ?? '' });
  }
  for (const list of [files, skipped]) list.sort((a: Located, b: Located) => (a.shown < b.shown ? -1 : 1));
  const seen = found.filter(({ full }) => gates.get(full)?.kind !== 'other').length;
  const coverage = { seen, analysed: files.length, withoutTrace: seen - results.size, skipped };
  const failures = [...others, ...[...results.values()].flatMap(result => result.failures)];
  return { files, coverage, catalogueDate: OVERLAY_DATE, failures, notes };
}

type OwnFile = WorkspaceFileOnDisk & ReadWorkspaceFile;

async function readFiles(files: readonly WorkspaceFileOnDisk[]): Promise<readonly OwnFile[]> {
  if (files.length === 0) return [];
  // Most projects have none, and its schema takes as long to build as a small scan.
  const { readWorkspaceFile } = await import('../core/workspace-file/read-workspace-file');
  return files.map(onDisk => ({ ...onDisk, ...readWorkspaceFile(onDisk.text) }));
}

/** What verifications showed, which are kept beside the workspace files. */
async function withVerifications(settings: QuoteSettings, files: readonly WorkspaceFileOnDisk[]): Promise<QuoteSettings> {
  const results = files.map(({ path: file, folder }) => ({ folder, path: path.join(path.dirname(file), VERIFICATION_FILE_NAME) }));
  const present = results.filter(({ path: file }) => existsSync(file));
  if (present.length === 0) return settings;
  const texts = await Promise.all(present.map(async ({ folder, path: file }) => ({ folder, text: await readFile(file, 'utf8') })));
  const { settingsWithVerifications } = await import('../core/verify/settings-with-verifications');
  return settingsWithVerifications(settings, texts);
}

/** What a workspace file says of the calls that were found, all taken together. */
function summarized({ path: full, folder, text, file, isNewer, problems }: OwnFile, scanned: readonly ScannedFile[]): ScannedWorkspaceFile {
  const lineOf = lineIndex(text);
  const files = scanned.flatMap(({ analysis: { uri, quotes, findings } }): FileSpend[] => {
    const inside = pathIn(folder, uri);
    return inside === undefined ? [] : [{ uri, path: inside, quotes, findings }];
  });
  return {
    file: slashed(path.relative(process.cwd(), full)),
    isNewer,
    problems: problems.map(({ start, message }) => ({ line: lineOf(start), message })),
    statesBudgets: file.budgets !== undefined || Object.values(file.calls ?? {}).some(({ budget }) => budget !== undefined),
    budgets: checkBudgets(file, files),
    callsOverBudget: scanned.flatMap(one => callsOverBudget(one, saidOfCalls({ folder, ...file }))),
    tasks: taskCosts(file, files),
  };
}

function callsOverBudget({ shown, analysis, linesOf }: ScannedFile, saidOf: SaidOf): ScannedWorkspaceFile['callsOverBudget'] {
  const isOver = (identity: string) => {
    const said = saidOf(analysis.uri, identity);
    const quote = analysis.quotes.find(({ site }) => site.identity === identity);
    return quote !== undefined && overBudget(quote, said).some(({ level }) => level === 'error');
  };
  // Without a finding somebody has asked for silence.
  return analysis.findings
    .filter(({ rule, site }) => rule === 'no-over-budget' && isOver(site))
    .map(({ at, message }) => ({ file: shown, line: linesOf(at).line, message }));
}
