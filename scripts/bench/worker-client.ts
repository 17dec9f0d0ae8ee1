import { Worker } from 'node:worker_threads';
import type { QuoteSettings } from '../../src/core/quote/settings';
import { bringsText, type FromWorker, type ToWorker, type WorkerStart } from '../../src/protocol/worker';

type Posted<T extends FromWorker['type']> = Extract<FromWorker, { type: T }>;

export const SETTINGS: QuoteSettings = { severities: {}, ignore: { '*': [] }, notCalls: [], promptFiles: [] };

/** Talks to a built worker as the extension does. */
export class WorkerClient {
  readonly #worker: Worker;
  readonly #textsPosted = new SharedArrayBuffer(4);

  /** `execArgv`: options of Node for the worker, for one that runs from its sources. */
  constructor(file: string, execArgv: readonly string[] = []) {
    const workerData: WorkerStart = { textsPosted: this.#textsPosted };
    this.#worker = new Worker(file, { workerData, execArgv: [...execArgv] });
  }

  post(message: ToWorker): void {
    if (bringsText(message)) Atomics.add(new Int32Array(this.#textsPosted), 0, 1);
    this.#worker.postMessage(message);
  }

  configure(): Promise<Posted<'ready'>> {
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
  next<T extends FromWorker['type']>(type: T, fits: (message: Posted<T>) => boolean = () => true): Promise<Posted<T>> {
    return new Promise((resolve, reject) => {
      const listen = (message: FromWorker) => {
        if (message.type === 'log' && message.level === 'error') end(() => reject(new Error(message.message)));
        else if (message.type === type && fits(message as Posted<T>)) end(() => resolve(message as Posted<T>));
      };
      const end = (settle: () => void) => {
        this.#worker.off('message', listen);
        this.#worker.off('error', reject);
        settle();
      };
      this.#worker.on('message', listen);
      this.#worker.once('error', reject);
    });
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}
