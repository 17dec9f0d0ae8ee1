import path from 'node:path';
import * as vscode from 'vscode';
import { ownFaults } from '../../core/present/problems';
import type { PromptTarget } from '../../core/quote/prompt-target';
import type { WorkspaceFileAnswer, WorkspaceFileText } from '../../protocol/worker';
import { Analyses } from './analyses';
import { type AnalysisSources, quoteSettings } from './analysis-sources';
import { DocumentFeed } from './document-feed';
import { FileFeed } from './file-feed';
import { WorkerProcess } from './worker-process';
import { WorkerRequests } from './worker-requests';

/** Minutes would be "Calculating…" for ever; a worker this late is asked whether it lives. */
const LATE_AFTER_MS = 30_000;

type ReadFile = WorkspaceFileText & WorkspaceFileAnswer;

/** All that windows need of the worker, wired up. Nothing starts before the first selected document. */
export class AnalysisService implements vscode.Disposable {
  readonly process: WorkerProcess;
  readonly analyses: Analyses;
  readonly documents: DocumentFeed;
  readonly requests: WorkerRequests;
  readonly #sources: AnalysisSources;
  readonly #filesRead = new vscode.EventEmitter<readonly ReadFile[]>();
  /** What the worker finds wrong with the workspace files, with the texts that it read. */
  readonly onDidReadWorkspaceFiles = this.#filesRead.event;
  readonly #log: vscode.LogOutputChannel;
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly #told = new Set<string>();
  #refreshUrl: string | undefined;
  #revision = 0;
  #sent: readonly WorkspaceFileText[] = [];
  #promptTargets: readonly PromptTarget[] = [];
  #late: NodeJS.Timeout | undefined;

  constructor(
    extension: Pick<vscode.ExtensionContext, 'extensionPath' | 'globalStorageUri'>,
    sources: AnalysisSources,
    log: vscode.LogOutputChannel,
  ) {
    const { settings, workspaceFiles, measured } = sources;
    this.#sources = sources;
    this.#log = log;
    const pricesFile = path.join(extension.globalStorageUri.fsPath, 'refreshed-prices.json');
    this.process = new WorkerProcess(path.join(extension.extensionPath, 'dist', 'worker.js'), pricesFile, log);
    this.analyses = new Analyses(this.process);
    this.requests = new WorkerRequests(this.process);
    const started = this.process.onDidStart(() => this.configure());
    this.documents = new DocumentFeed(this.process, settings);
    this.#subscriptions = [
      started,
      new FileFeed(this.process, log),
      this.documents,
      this.requests,
      this.analyses,
      this.#filesRead,
      settings.onDidChange(() => this.configure()),
      workspaceFiles.onDidChange(() => this.configure()),
      measured.onDidChange(() => this.configure()),
      this.process.onMessage(message => {
        this.#rearm();
        if (message.type === 'log') this.#write(message.level, message.message);
        if (message.type === 'analysis') for (const fault of ownFaults(message.analysis)) this.#writeOnce(fault);
        if (message.type !== 'ready') return;
        this.#refreshUrl = message.refreshUrl;
        if (message.revision === this.#revision) this.#tellRead(message.workspaceFiles);
        for (const problem of message.problems) this.#writeOnce(problem);
      }),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.process.isRunning && this.documents.has(document)) this.#late ??= setTimeout(() => void this.#probe(), LATE_AFTER_MS);
      }),
      this.process,
    ];
  }

  /** Where newer prices can be fetched; undefined when no worker gets ready. */
  async whenRefreshUrl(): Promise<string | undefined> {
    // Any answer comes after the worker's "ready".
    if (this.#refreshUrl === undefined) await this.requests.count('', []);
    return this.#refreshUrl;
  }

  /** What open prompt files are sent to that name no model. A scan finds that out, so none is asked to look again for it. */
  usePromptTargets(targets: readonly PromptTarget[]): void {
    this.#promptTargets = targets;
    this.configure();
  }

  /** Hands over the settings, and the prices kept by now: everything is analysed anew. */
  configure(): void {
    if (!this.process.isRunning) return;
    const { settings, workspaceFiles } = this.#sources;
    if (!workspaceFiles.isLoaded) {
      void workspaceFiles.load().then(() => this.configure());
      return;
    }
    this.#sent = workspaceFiles.texts;
    this.#revision += 1;
    this.analyses.expect(this.#revision);
    const revision = this.#revision;
    this.process.post({
      type: 'configure',
      settings: { ...quoteSettings(this.#sources), promptTargets: this.#promptTargets },
      userPrices: settings.current.prices,
      refreshedPrices: undefined,
      workspaceFiles: this.#sent,
      verifications: workspaceFiles.verifications,
      revision,
    });
  }

  dispose(): void {
    clearTimeout(this.#late);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #tellRead(answers: readonly WorkspaceFileAnswer[]): void {
    const texts = new Map(this.#sent.map(({ folder, text }) => [folder, text]));
    this.#filesRead.fire(answers.map(answer => ({ ...answer, text: texts.get(answer.folder) ?? '' })));
  }

  #rearm(): void {
    clearTimeout(this.#late);
    this.#late = undefined;
  }

  /** No message for long after an edit: either nothing was to be said, or the worker hangs. */
  async #probe(): Promise<void> {
    this.#late = undefined;
    const answer = await this.requests.count('', [], undefined, LATE_AFTER_MS);
    if (answer === undefined && this.process.isRunning) this.process.kill('The analysis worker no longer answers and is ended.');
  }

  #write(level: 'info' | 'warning' | 'error', message: string): void {
    if (level === 'error') this.#log.error(message);
    else if (level === 'warning') this.#log.warn(message);
    else this.#log.info(message);
  }

  #writeOnce(problem: string): void {
    if (this.#told.has(problem)) return;
    this.#told.add(problem);
    this.#log.warn(problem);
  }
}
