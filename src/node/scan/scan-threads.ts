import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { FileGate } from './gate-file';
import { type FileResult, type ScanOptions, ScanWork } from './scan-work';

export interface ScanTask {
  readonly kind: 'gate' | 'analyse';
  readonly paths: readonly string[];
}

export type ScanAnswer = FileGate[] | FileResult[];

/** Fewer files are done by this thread sooner than by threads that start first. */
const FEWEST_FILES_FOR_THREADS = 300;
/** Files that a thread takes at a time: neighbours import the same files, which it then reads once. */
const MOST_FILES_OF_TASK = 64;

export type StartWorker = (options: ScanOptions) => Worker;

/** Spreads the work of a scan over the machine's cores. */
export class ScanThreads {
  /** Of threads that died; the scan goes on without what they were at. */
  readonly failures: string[] = [];
  readonly #options: ScanOptions;
  readonly #start: StartWorker;
  readonly #workers = new Map<number, Worker>();
  #own: ScanWork | undefined;

  constructor(options: ScanOptions, start: StartWorker = startWorker) {
    this.#options = options;
    this.#start = start;
  }

  async gate(paths: readonly string[]): Promise<FileGate[]> {
    const failed = (): FileGate => ({ kind: 'code', traced: true, files: [], names: [], stamp: '' });
    return (await this.#spread('gate', paths, failed)) as FileGate[];
  }

  /** `progress` is told how many of the files are done. */
  async analyse(paths: readonly string[], progress: (done: number) => void = () => {}): Promise<FileResult[]> {
    const failed = (why: string): FileResult => ({ why, lines: new Map(), failures: [] });
    return (await this.#spread('analyse', paths, failed, progress)) as FileResult[];
  }

  async end(): Promise<void> {
    await Promise.all([...this.#workers.values()].map(worker => worker.terminate()));
  }

  /** One answer for each path, in their order; `failed` stands in for the answers of a thread that died. */
  async #spread(
    kind: ScanTask['kind'],
    paths: readonly string[],
    failed: (failure: string) => FileGate | FileResult,
    progress: (done: number) => void = () => {},
  ): Promise<(FileGate | FileResult)[]> {
    const threads = paths.length < FEWEST_FILES_FOR_THREADS && this.#workers.size === 0 ? 0 : os.availableParallelism();
    if (threads < 2) {
      this.#own ??= new ScanWork(this.#options);
      return kind === 'gate' ? this.#own.gate(paths) : this.#own.analyse(paths);
    }
    const size = Math.max(1, Math.min(MOST_FILES_OF_TASK, Math.ceil(paths.length / threads / 4)));
    const answers = new Array<FileGate | FileResult>(paths.length);
    let next = 0;
    let done = 0;
    const takeTasks = async (thread: number) => {
      while (next < paths.length) {
        const start = next;
        next += size;
        const task: ScanTask = { kind, paths: paths.slice(start, start + size) };
        const given = await this.#ask(thread, task).catch((error: Error) => this.#lost(task, error, failed));
        given.forEach((each, index) => {
          answers[start + index] = each;
        });
        done += task.paths.length;
        progress(done);
      }
    };
    await Promise.all(Array.from({ length: threads }, (_, thread) => takeTasks(thread)));
    return answers;
  }

  #lost(task: ScanTask, error: Error, failed: (failure: string) => FileGate | FileResult): (FileGate | FileResult)[] {
    this.failures.push(`a thread with ${task.paths.length} files from ${task.paths[0]}: ${error.message}`);
    return task.paths.map(() => failed('A thread of the scan died on this file or on one near it; please report it.'));
  }

  #ask(thread: number, task: ScanTask): Promise<ScanAnswer> {
    const worker = this.#workers.get(thread) ?? this.#start(this.#options);
    this.#workers.set(thread, worker);
    return new Promise((resolve, reject) => {
      const answered = (answer: ScanAnswer) => settle(() => resolve(answer));
      const died = (error: Error) => {
        this.#workers.delete(thread);
        settle(() => reject(error));
      };
      const settle = (outcome: () => void) => {
        worker.off('message', answered);
        worker.off('error', died);
        outcome();
      };
      worker.on('message', answered);
      worker.on('error', died);
      worker.postMessage(task);
    });
  }
}

/** Beside the bundle in a build, beside this file in the sources. */
function startWorker(options: ScanOptions): Worker {
  const bundled = path.join(__dirname, 'scan-worker.js');
  return new Worker(existsSync(bundled) ? bundled : path.join(__dirname, 'scan-worker.ts'), { workerData: options });
}
