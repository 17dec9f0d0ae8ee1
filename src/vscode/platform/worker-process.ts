import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { AnalysisListener, type Posted } from '../../node/told-analyses';
import { bringsText, type FromWorker, type ToWorker, type WorkerStart } from '../../protocol/worker';
import { COMMANDS } from './command-names';

/** Waits before a worker that died is started again; a death beyond these within the window ends the attempts. */
const RESTART_DELAYS_MS: readonly number[] = [500, 2000, 8000];
const DEATHS_COUNT_FOR_MS = 300_000;

/** The worker that analyses, kept alive: started when first needed, started again when it dies, given up when it dies over and over. */
export class WorkerProcess implements vscode.Disposable {
  readonly #file: string;
  readonly #refreshedPricesFile: string;
  readonly #log: vscode.LogOutputChannel;
  readonly #restartDelaysMs: readonly number[];
  readonly #messages = new vscode.EventEmitter<FromWorker>();
  readonly #started = new vscode.EventEmitter<void>();
  readonly #stopped = new vscode.EventEmitter<void>();
  /** Fires on every start: all that the worker must know is to be sent (again). */
  readonly onDidStart = this.#started.event;
  readonly onDidStop = this.#stopped.event;
  readonly onMessage = this.#messages.event;
  #running: { readonly worker: Worker; readonly textsPosted: Int32Array; readonly listener: AnalysisListener } | undefined;
  #restart: NodeJS.Timeout | undefined;
  #deaths: number[] = [];
  #told = false;
  #givenUp = false;
  #disposed = false;

  constructor(file: string, refreshedPricesFile: string, log: vscode.LogOutputChannel, restartDelaysMs = RESTART_DELAYS_MS) {
    this.#file = file;
    this.#refreshedPricesFile = refreshedPricesFile;
    this.#log = log;
    this.#restartDelaysMs = restartDelaysMs;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  /** Does nothing when it runs, is about to, or was given up. */
  start(): void {
    if (this.#running !== undefined || this.#restart !== undefined || this.#givenUp || this.#disposed) return;
    const shared = new SharedArrayBuffer(4);
    const workerData: WorkerStart = { textsPosted: shared, refreshedPricesFile: this.#refreshedPricesFile };
    const worker = new Worker(this.#file, { workerData });
    const listener = new AnalysisListener();
    this.#running = { worker, textsPosted: new Int32Array(shared), listener };
    worker.on('message', (posted: Posted) => {
      const message = this.#running?.worker === worker ? listener.hear(posted) : undefined;
      if (message !== undefined) this.#messages.fire(message);
    });
    worker.on('error', error => this.#log.error('The analysis worker failed:', error));
    worker.on('exit', code => this.#died(worker, code));
    this.#started.fire();
  }

  /** Lost when nothing runs: a start sends everything again. */
  post(message: ToWorker): void {
    if (this.#running === undefined) return;
    if (bringsText(message)) Atomics.add(this.#running.textsPosted, 0, 1);
    this.#running.listener.posted(message);
    this.#running.worker.postMessage(message);
  }

  /** Ends a worker that no longer answers; it counts as a death. */
  kill(reason: string): void {
    this.#log.error(reason);
    void this.#running?.worker.terminate();
  }

  /** On the user's word: forgets earlier deaths. */
  restart(): void {
    this.#deaths = [];
    this.#givenUp = false;
    this.#told = false;
    clearTimeout(this.#restart);
    this.#restart = undefined;
    this.#end();
    this.start();
  }

  dispose(): void {
    this.#disposed = true;
    clearTimeout(this.#restart);
    this.#end();
    for (const emitter of [this.#messages, this.#started, this.#stopped]) emitter.dispose();
  }

  #end(): void {
    const ended = this.#running?.worker;
    this.#running = undefined;
    if (ended === undefined) return;
    void ended.terminate();
    if (!this.#disposed) this.#stopped.fire();
  }

  #died(worker: Worker, code: number): void {
    if (this.#running?.worker !== worker) return;
    this.#running = undefined;
    this.#stopped.fire();
    const now = Date.now();
    this.#deaths = [...this.#deaths.filter(death => now - death < DEATHS_COUNT_FOR_MS), now];
    const delay = this.#restartDelaysMs[this.#deaths.length - 1];
    this.#log.error(`The analysis worker ended with code ${code}${delay === undefined ? '.' : `; it starts again in ${delay} ms.`}`);
    if (delay === undefined) {
      this.#givenUp = true;
      const message = `Promptfare's analysis stopped ${this.#deaths.length} times and stays off. The output channel says why.`;
      void this.#tell(vscode.window.showErrorMessage(message, RESTART, SHOW_LOG));
      return;
    }
    this.#restart = setTimeout(() => {
      this.#restart = undefined;
      this.start();
    }, delay);
    if (this.#told) return;
    this.#told = true;
    void this.#tell(vscode.window.showWarningMessage("Promptfare's analysis stopped; it is being started again.", SHOW_LOG));
  }

  async #tell(answer: Thenable<string | undefined>): Promise<void> {
    const chosen = await answer;
    if (chosen === SHOW_LOG) this.#log.show();
    if (chosen === RESTART) await vscode.commands.executeCommand(COMMANDS.restartAnalysis);
  }
}

const RESTART = 'Restart Analysis';
const SHOW_LOG = 'Show Log';
