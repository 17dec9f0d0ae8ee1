import { Worker } from 'node:worker_threads';
import type { QuoteSettings } from '../../src/core/quote/settings';
import { AnalysisListener, type Posted } from '../../src/node/told-analyses';
import { bringsText, type FromWorker, type ToWorker, type WorkerStart } from '../../src/protocol/worker';

type Said<T extends FromWorker['type']> = Extract<FromWorker, { type: T }>;

export const SETTINGS: QuoteSettings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] };

/** Talks to a built worker as the extension does. */
export class WorkerClient {
  readonly #worker: Worker;
  readonly #textsPosted = new SharedArrayBuffer(4);
  readonly #listener = new AnalysisListener();
  readonly #listeners = new Set<(message: FromWorker) => void>();

  constructor(file: string) {
    const workerData: WorkerStart = { textsPosted: this.#textsPosted };
    // Nothing of this process, such as a loader of sources, is handed on.
    this.#worker = new Worker(file, { workerData, execArgv: [] });
    this.#worker.on('message', (posted: Posted) => {
      const message = this.#listener.hear(posted);
      if (message !== undefined) for (const listen of [...this.#listeners]) listen(message);
    });
  }

  post(message: ToWorker): void {
    if (bringsText(message)) Atomics.add(new Int32Array(this.#textsPosted), 0, 1);
    this.#listener.posted(message);
    this.#worker.postMessage(message);
  }

  configure(): Promise<Said<'ready'>> {
    const ready = this.next('ready');
    this.post({
      type: 'configure',
      settings: SETTINGS,
      userPrices: undefined,
      refreshedPrices: undefined,
      workspaceFiles: [],
      revision: 1,
    });
    return ready;
  }

  /** The next message of a kind that fits; fails with the worker. */
  next<T extends FromWorker['type']>(type: T, fits: (message: Said<T>) => boolean = () => true): Promise<Said<T>> {
    return new Promise((resolve, reject) => {
      const listen = (message: FromWorker) => {
        if (message.type === 'log' && message.level === 'error') end(() => reject(new Error(message.message)));
        else if (message.type === type && fits(message as Said<T>)) end(() => resolve(message as Said<T>));
      };
      const end = (settle: () => void) => {
        this.#listeners.delete(listen);
        this.#worker.off('error', reject);
        settle();
      };
      this.#listeners.add(listen);
      this.#worker.once('error', reject);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
