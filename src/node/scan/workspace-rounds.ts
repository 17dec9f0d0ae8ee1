import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import picomatch from 'picomatch';
import type { FileSpend } from '../../core/present/spend';
import { formatSelector } from '../../core/source/formats/index';
import type { Uri } from '../../core/source/span';
import { settingsWithVerifications } from '../../core/verify/settings-with-verifications';
import { checkBudgets } from '../../core/workspace-file/budgets';
import type { WorkspaceFile } from '../../core/workspace-file/file-schema';
import { idleSelectors } from '../../core/workspace-file/idle-selectors';
import { readWorkspaceFile } from '../../core/workspace-file/read-workspace-file';
import { pathIn } from '../../core/workspace-file/stated';
import { taskCosts } from '../../core/workspace-file/task-costs';
import type { FolderOutcome, FromScan, ScanFolder, ScanStart, ToScan } from '../../protocol/scan';
import { describeError } from '../describe-error';
import { type UnreadFolder, workspaceFiles } from '../workspace-files';
import { filesAround } from './files-around';
import { kindByName } from './kind-by-name';
import { linesByPlace } from './place-lines';
import { programStamp } from './program-stamp';
import { type ScannedFiles, scanFiles } from './scan-files';

type Request = Extract<ToScan, { type: 'scan' }>;

/** Scans a workspace in rounds: the first looks at everything, later ones at what has changed since and what rests on it. */
export class WorkspaceRounds {
  readonly #start: ScanStart;
  readonly #post: (message: FromScan) => void;
  #request: Request | undefined;
  #wanted = false;
  #running = false;
  /** A digest of what the host was told of each file, so that it is told only of what is new or gone. */
  #told = new Map<string, string>();

  constructor(start: ScanStart, post: (message: FromScan) => void) {
    this.#start = start;
    this.#post = post;
  }

  take(message: ToScan): void {
    if (message.type === 'scan') this.#request = message;
    this.#wanted = true;
    if (!this.#running) void this.#run();
  }

  async #run(): Promise<void> {
    this.#running = true;
    while (this.#wanted && this.#request !== undefined) {
      this.#wanted = false;
      try {
        await this.#round(this.#request);
      } catch (error) {
        this.#post({ type: 'log', message: `The scan of the workspace failed: ${describeError(error)}` });
        this.#post({ type: 'failed' });
      }
    }
    this.#running = false;
  }

  async #round(request: Request): Promise<void> {
    const begun = performance.now();
    const { userPrices, folders } = request;
    const settings = settingsWithVerifications(request.settings, request.verifications ?? []);
    const folderFiles = request.workspaceFiles.map(({ folder, text }) => ({
      folder,
      file: withoutScenarios(readWorkspaceFile(text).file),
    }));
    const { version, cacheFolder, refreshedPricesFile } = this.#start;
    const { found, unread } = filesOf(request);
    const now = new Date();
    const refreshed = statSync(refreshedPricesFile, { throwIfNoEntry: false })?.mtimeMs;
    const day = now.toISOString().slice(0, 10);
    const circumstances = JSON.stringify([version, programStamp(), process.version, settings, userPrices, folderFiles, refreshed, day]);
    const cache = { folder: cacheFolder, paths: folders.map(folder => folder.path), circumstances };
    const around = filesAround(folders.map(folder => folder.path)).filter(file => !found.has(file.path));
    const files = [...[...found].map(([path, shown]) => ({ path, shown, named: false })), ...around];
    const progress = (done: number, total: number) => this.#post({ type: 'progress', done, total });
    const options = { settings, now, userPrices, folderFiles, refreshedPricesFile, savings: true };
    const scanned = await scanFiles(files, options, cache, { progress });
    for (const message of [...scanned.notes, ...scanned.failures]) this.#post({ type: 'log', message });
    this.#tell(found, scanned);
    const seen = [...scanned.gates.values()].filter(gate => gate.kind !== 'other').length;
    const unanalysed = [...scanned.results].flatMap(([file, { analysis, why }]) =>
      analysis === undefined ? [{ file: found.get(file) ?? file, why: why ?? '' }] : [],
    );
    const skipped = [...unread, ...unanalysed];
    const unparsed = [...scanned.results].flatMap(([file, { analysis, lines }]) => {
      if (analysis === undefined) return [];
      const linesOf = linesByPlace(analysis, lines);
      return analysis.problems.map(({ at, message }) => ({ file: found.get(file) ?? file, line: linesOf(at).line, why: message }));
    });
    const analysed = scanned.results.size - unanalysed.length;
    const coverage = { seen, analysed, withoutTrace: seen - scanned.results.size, skipped, unparsed };
    const outcomes = folderFiles.map(({ folder, file }): FolderOutcome => {
      const own = filesIn(folder, scanned);
      return { folder, budgets: checkBudgets(file, own), tasks: taskCosts(file, own), idle: idleSelectors(file, own) };
    });
    this.#post({ type: 'done', coverage, outcomes, milliseconds: performance.now() - begun });
  }

  #tell(found: ReadonlyMap<string, string>, { results }: ScannedFiles): void {
    const files: FileSpend[] = [];
    const told = new Map<string, string>();
    for (const [file, { analysis, lines, savings }] of results) {
      if (analysis === undefined || (analysis.quotes.length === 0 && analysis.findings.length === 0)) continue;
      const uri = pathToFileURL(file).href;
      const { quotes, findings } = analysis;
      const linesOf = linesByPlace(analysis, lines);
      const findingLines = findings.map(({ at, related }) => ({
        at: linesOf(at).line,
        ...(related === undefined ? {} : { related: linesOf(related.at).line }),
      }));
      const said = createHash('sha256')
        .update(JSON.stringify([quotes, findings, findingLines, savings]))
        .digest('base64');
      told.set(uri, said);
      if (this.#told.get(uri) !== said)
        files.push({ uri, path: found.get(file) ?? file, quotes, findings, findingLines, ...(savings === undefined ? {} : { savings }) });
    }
    const gone = [...this.#told.keys()].filter(uri => !told.has(uri));
    this.#told = told;
    this.#post({ type: 'files', files, gone });
  }
}

function filesIn(folder: Uri, { results }: ScannedFiles): readonly FileSpend[] {
  return [...results].flatMap(([file, { analysis }]) => {
    const uri = pathToFileURL(file).href;
    const inside = pathIn(folder, uri);
    return analysis === undefined || inside === undefined ? [] : [{ uri, path: inside, quotes: analysis.quotes, findings: [] }];
  });
}

interface FilesOfWorkspace {
  /** Files that may be read, by their path, and how they are shown. */
  readonly found: ReadonlyMap<string, string>;
  /** Folders that can't be, as they are shown. */
  readonly unread: readonly { readonly file: string; readonly why: string }[];
}

function filesOf({ folders, exclude, settings }: Request): FilesOfWorkspace {
  const formatOf = formatSelector(settings.promptFiles);
  const isExcluded = exclude.length === 0 ? () => false : picomatch([...exclude], { dot: true });
  const found = new Map<string, string>();
  const unread = new Map<string, { file: string; why: string }>();
  for (const folder of folders) {
    const insideOf = (full: string) => path.relative(folder.path, full).split(path.sep).join('/');
    const tell = ({ folder: full, why }: UnreadFolder) => {
      const inside = insideOf(full);
      if (!isExcluded(inside)) unread.set(full, { file: shownAs(folder, inside), why });
    };
    for (const full of workspaceFiles(folder.path, tell)) {
      const inside = insideOf(full);
      if (!found.has(full) && kindByName(full, formatOf) !== 'other' && !isExcluded(inside)) found.set(full, shownAs(folder, inside));
    }
  }
  return { found, unread: [...unread.values()] };
}

function shownAs({ label }: ScanFolder, inside: string): string {
  return label === '' ? inside : `${label}/${inside}`;
}

/** Scenarios are what might be: no analysis depends on them. */
function withoutScenarios({ scenarios: _, ...file }: WorkspaceFile): WorkspaceFile {
  return file;
}
