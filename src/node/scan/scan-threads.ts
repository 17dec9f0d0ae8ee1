import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PromptTarget } from '../../core/quote/prompt-target';
import { THREADS } from '../threads';
import type { FileGate } from './gate-file';
import type { FileResult, FileResults, ScanOptions, ScanWork } from './scan-work';
import type { PackedValues, ValuePool } from './value-pool';

export interface ScanTask {
  readonly kind: 'gate' | 'analyse';
  readonly paths: readonly string[];
  readonly promptTargets?: readonly PromptTarget[];
}

export type ScanAnswer =
  | { readonly kind: 'gate'; readonly gates: PackedValues }
  | ({ readonly kind: 'analyse'; readonly results: PackedValues } & Omit<FileResults, 'results'>);

/** `FileResults` of which the results lie in the pool, under these ids. */
export interface PooledResults extends Omit<FileResults, 'results'> {
  readonly results: readonly number[];
}

type Answered = { readonly kind: 'gate'; readonly gates: readonly number[] } | ({ readonly kind: 'analyse' } & PooledResults);

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

  readonly #pool: ValuePool;

  /** Answers are put into the pool: what threads say is mostly the same. */
  constructor(options: ScanOptions, pool: ValuePool, start: StartWorker = startWorker) {
    this.#options = options;
    this.#pool = pool;
    this.#start = start;
  }

  /** The ids of one `FileGate` for each path, in their order. */
  async gate(paths: readonly string[]): Promise<number[]> {
    const unknown: FileGate = {
      kind: 'code',
      traced: true,
      files: [],
      names: [],
      above: { files: [], names: [] },
      takes: false,
      stamp: '',
    };
    const lost = (task: ScanTask): Answered => ({ kind: 'gate', gates: task.paths.map(() => this.#pool.add(unknown)) });
    const answers = await this.#spread({ kind: 'gate', paths }, lost);
    return answers.flatMap(answer => (answer.kind === 'gate' ? answer.gates : []));
  }

  /** Results in the order of the paths, in several parts. `progress` is told how many of the files are done. */
  async analyse(
    paths: readonly string[],
    progress: (done: number) => void = () => {},
    promptTargets: readonly PromptTarget[] = [],
  ): Promise<PooledResults[]> {
    const why = 'A thread of the scan died on this file or on one near it; please report it.';
    const lost = (task: ScanTask): Answered => {
      const results = task.paths.map(() => this.#pool.add({ why, lines: [], failures: [] } satisfies FileResult));
      return { kind: 'analyse', results, restsOn: results.map(() => new Uint32Array()), paths: [] };
    };
    const answers = await this.#spread({ kind: 'analyse', paths, promptTargets }, lost, progress);
    return answers.flatMap(answer => (answer.kind === 'analyse' ? [answer] : []));
  }

  async end(): Promise<void> {
    await Promise.all([...this.#workers.values()].map(worker => worker.terminate()));
  }

  /** The answers to tasks that together are the one that is asked, in order; `lost` stands in for that of a thread that died. */
  async #spread(
    { paths, ...asked }: ScanTask,
    lost: (task: ScanTask) => Answered,
    progress: (done: number) => void = () => {},
  ): Promise<Answered[]> {
    if (paths.length === 0) return [];
    const threads = paths.length < FEWEST_FILES_FOR_THREADS && this.#workers.size === 0 ? 0 : os.availableParallelism();
    if (threads < 2) {
      const own = await this.#ownWork();
      if (asked.kind === 'gate') return [{ kind: 'gate', gates: own.gate(paths).map(gate => this.#pool.add(gate)) }];
      const { results, ...rest } = await own.analyse(paths, asked.promptTargets);
      return [{ kind: 'analyse', results: results.map(result => this.#pool.add(result)), ...rest }];
    }
    const size = Math.max(1, Math.min(MOST_FILES_OF_TASK, Math.ceil(paths.length / threads / 4)));
    const tasks = Array.from({ length: Math.ceil(paths.length / size) }, (_, index): ScanTask => {
      return { ...asked, paths: paths.slice(index * size, (index + 1) * size) };
    });
    const answers = new Array<Answered>(tasks.length);
    const waiting = tasks.entries();
    let done = 0;
    const takeTasks = async (thread: number) => {
      for (const [index, task] of waiting) {
        const answer = this.#ask(thread, task).then(answer => this.#takenIn(answer));
        answers[index] = await answer.catch((error: Error) => {
          this.failures.push(`a thread with ${task.paths.length} files from ${task.paths[0]}: ${error.message}`);
          return lost(task);
        });
        done += task.paths.length;
        progress(done);
      }
    };
    await Promise.all(Array.from({ length: threads }, (_, thread) => takeTasks(thread)));
    return answers;
  }

  /** All that analyses is loaded when there is something to analyse: where nothing has changed, loading it would take most of the time. */
  async #ownWork(): Promise<ScanWork> {
    const { ScanWork } = await import('./scan-work');
    this.#own ??= new ScanWork(this.#options);
    return this.#own;
  }

  #takenIn(answer: ScanAnswer): Answered {
    if (answer.kind === 'gate') return { kind: 'gate', gates: [...this.#pool.takeIn(answer.gates)] };
    return { ...answer, results: [...this.#pool.takeIn(answer.results)] };
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
  const bundled = path.join(__dirname, 'worker.js');
  const file = existsSync(bundled) ? bundled : path.join(__dirname, '..', 'thread.ts');
  return new Worker(file, { workerData: options, argv: [THREADS.scan] });
}
