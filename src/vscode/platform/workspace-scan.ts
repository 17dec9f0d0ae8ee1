import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import type { Coverage } from '../../core/present/coverage-page';
import { folderLabels } from '../../core/present/folder-labels';
import type { ScanState } from '../../core/present/scan-state';
import type { FileSpend } from '../../core/present/spend';
import { THREADS } from '../../node/threads';
import type { FolderOutcome, FromScan, ScanFolder, ScanStart, ToScan } from '../../protocol/scan';
import { type AnalysisSources, quoteSettings } from './analysis-sources';
import { READ_FILES } from './selected-documents';
import { filesInOtherLanguages } from './unread-languages';

const NO_OUTCOMES: readonly FolderOutcome[] = [];

/** Saves and checkouts come in bursts. */
const REST_MS = 400;

type ScanExtension = Pick<vscode.ExtensionContext, 'extensionPath' | 'storageUri' | 'globalStorageUri' | 'extension'>;

/** What the whole workspace spends, found in a thread of its own and kept up to date. Nothing starts before it is asked for. */
export class WorkspaceScan implements vscode.Disposable {
  readonly #file: string;
  readonly #start: ScanStart;
  readonly #sources: AnalysisSources;
  readonly #log: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #files = new Map<string, FileSpend>();
  /** Fires when files, state or coverage changed. */
  readonly onDidChange = this.#changed.event;
  #worker: Worker | undefined;
  #state: ScanState = 'none';
  #isComplete = false;
  #coverage: Coverage | undefined;
  #outcomes = NO_OUTCOMES;
  #progress: { done: number; total: number } | undefined;
  #rest: NodeJS.Timeout | undefined;

  constructor(extension: ScanExtension, sources: AnalysisSources, log: vscode.LogOutputChannel) {
    const { settings, workspaceFiles, measured } = sources;
    this.#file = path.join(extension.extensionPath, 'dist', 'worker.js');
    // A window without a folder has no storage of its own, and nothing to scan.
    const storage = (extension.storageUri ?? extension.globalStorageUri).fsPath;
    this.#start = {
      cacheFolder: path.join(storage, 'scan'),
      refreshedPricesFile: path.join(extension.globalStorageUri.fsPath, 'refreshed-prices.json'),
      version: String(extension.extension.packageJSON.version),
    };
    this.#sources = sources;
    this.#log = log;
    const watcher = vscode.workspace.createFileSystemWatcher(READ_FILES);
    this.#subscriptions = [
      watcher,
      watcher.onDidChange(uri => this.#touch(uri)),
      watcher.onDidCreate(uri => this.#touch(uri)),
      watcher.onDidDelete(uri => this.#touch(uri)),
      settings.onDidChange(() => this.#again()),
      workspaceFiles.onDidChange(() => this.#askAnew()),
      measured.onDidChange(() => this.#askAnew()),
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#again()),
    ];
  }

  get state(): ScanState {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const isElsewhere = this.#state === 'none' && folders.length > 0 && foldersOf(folders).length === 0;
    return isElsewhere ? 'elsewhere' : this.#state;
  }

  /** Whether all files were looked at; what a scan found that was ended is not all there is. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  get coverage(): Coverage | undefined {
    return this.#coverage;
  }

  /** Empty until a scan is done. */
  get outcomes(): readonly FolderOutcome[] {
    return this.#state === 'done' ? this.#outcomes : NO_OUTCOMES;
  }

  get files(): readonly FileSpend[] {
    return [...this.#files.values()];
  }

  get progress(): { readonly done: number; readonly total: number } | undefined {
    return this.#progress;
  }

  /** Looks at all files; a scan that is under way is begun again. */
  scan(): void {
    this.cancel();
    if (foldersOf(vscode.workspace.workspaceFolders ?? []).length === 0) return;
    this.#files.clear();
    this.#isComplete = false;
    this.#end();
    this.#set('scanning');
    // Reading the workspace files, once, takes a moment.
    const { workspaceFiles } = this.#sources;
    if (workspaceFiles.isLoaded) this.#ask();
    else void workspaceFiles.load().then(() => this.#askAnew());
  }

  /** What is shown stays until there is something else to say. */
  #askAnew(): void {
    if (this.#state === 'none') return;
    this.#set('scanning');
    this.#ask();
  }

  #ask(): void {
    const folders = foldersOf(vscode.workspace.workspaceFolders ?? []);
    const { settings, workspaceFiles } = this.#sources;
    const { prices, scanExclude, languages } = settings.current;
    this.#post({
      type: 'scan',
      folders,
      exclude: [...scanExclude, ...filesInOtherLanguages(languages), ...excludedByEditor()],
      settings: quoteSettings(this.#sources),
      userPrices: prices,
      workspaceFiles: workspaceFiles.texts,
      verifications: workspaceFiles.verifications,
    });
  }

  /** Ends a scan that is under way; what was found so far stays. */
  cancel(): void {
    if (this.#state !== 'scanning') return;
    this.#end();
    this.#set(this.#files.size > 0 ? 'done' : 'none');
  }

  dispose(): void {
    clearTimeout(this.#rest);
    this.#end();
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  #again(): void {
    if (this.#state !== 'none') this.scan();
  }

  #touch(uri: vscode.Uri): void {
    if (this.#state === 'none' || uri.scheme !== 'file') return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#worker?.postMessage({ type: 'changed' } satisfies ToScan), REST_MS);
  }

  #post(message: ToScan): void {
    this.#worker ??= this.#begin();
    this.#worker.postMessage(message);
  }

  #begin(): Worker {
    const worker = new Worker(this.#file, { workerData: this.#start, argv: [THREADS.workspace] });
    worker.on('message', (message: FromScan) => {
      if (this.#worker === worker) this.#take(message);
    });
    worker.on('error', error => this.#log.error('The scan of the workspace failed:', error));
    worker.on('exit', () => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#set(this.#files.size > 0 ? 'done' : 'none');
    });
    return worker;
  }

  #take(message: FromScan): void {
    switch (message.type) {
      case 'progress':
        this.#progress = message;
        break;
      case 'files':
        for (const uri of message.gone) this.#files.delete(uri);
        for (const file of message.files) this.#files.set(file.uri, file);
        break;
      case 'done':
        this.#isComplete = true;
        this.#coverage = message.coverage;
        this.#outcomes = message.outcomes;
        this.#progress = undefined;
        this.#log.info(`Looked at ${message.coverage.seen} files of the workspace in ${Math.round(message.milliseconds)} ms.`);
        this.#set('done');
        return;
      case 'failed':
        this.#set(this.#files.size > 0 ? 'done' : 'none');
        return;
      case 'log':
        this.#log.warn(message.message);
        return;
    }
    this.#changed.fire();
  }

  #set(state: ScanState): void {
    this.#state = state;
    if (state !== 'scanning') this.#progress = undefined;
    this.#changed.fire();
  }

  #end(): void {
    const ended = this.#worker;
    this.#worker = undefined;
    void ended?.terminate();
  }
}

/** Ends when what is known of the workspace is complete, or as complete as it gets; looks at it first where nobody has yet. */
export async function whenScanned(scan: WorkspaceScan): Promise<void> {
  if (scan.state === 'none') scan.scan();
  if (scan.state !== 'scanning') return;
  await new Promise<void>(resolve => {
    const subscription = scan.onDidChange(() => {
      if (scan.state === 'scanning') return;
      subscription.dispose();
      resolve();
    });
  });
}

/** Folders of other schemes (a remote repository) can't be listed by a thread: their open files are analysed all the same. */
function foldersOf(folders: readonly vscode.WorkspaceFolder[]): readonly ScanFolder[] {
  const onDisk = folders.filter(({ uri }) => uri.scheme === 'file');
  const labels = folderLabels(onDisk.map(({ uri, name }) => ({ name, path: uri.path })));
  return onDisk.map(({ uri }, index) => ({ path: uri.fsPath, label: labels[index] ?? '' }));
}

function excludedByEditor(): readonly string[] {
  const excluded = vscode.workspace.getConfiguration('files').get<Record<string, unknown>>('exclude') ?? {};
  return Object.keys(excluded).filter(glob => excluded[glob] === true);
}
