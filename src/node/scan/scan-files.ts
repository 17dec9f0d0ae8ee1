import { statSync } from 'node:fs';
import { sep } from 'node:path';
import { filesThatReach } from '../import-reach';
import { stampOf } from '../text-file';
import { Directories } from './directories';
import type { FileGate } from './gate-file';
import { PathTable } from './path-table';
import { type CacheKey, type KeptResult, type KeptScan, readKept, writeKept } from './scan-cache';
import { ScanThreads, type StartWorker } from './scan-threads';
import type { FileResult, FileResults, ScanOptions } from './scan-work';

export interface FileToScan {
  readonly path: string;
  /** Asked for by its own name: analysed whatever is in it. */
  readonly named: boolean;
}

export interface ScannedFiles {
  readonly gates: ReadonlyMap<string, FileGate>;
  /** Of the files that were worth analysing: every prompt, and the code that can reach a model. */
  readonly results: ReadonlyMap<string, FileResult>;
  /** What the user may want to know of the cache. */
  readonly notes: readonly string[];
  /** Failures of ours beyond those of single files. */
  readonly failures: readonly string[];
}

export interface ScanHooks {
  readonly start?: StartWorker;
  /** Files analysed, of those that are worth it. */
  progress?(done: number, total: number): void;
}

/** Analyses files on all cores, and only those again that have changed since the last scan, or rest on one that has. */
export async function scanFiles(
  files: readonly FileToScan[],
  options: ScanOptions,
  cache: CacheKey | undefined,
  { start, progress }: ScanHooks = {},
): Promise<ScannedFiles> {
  const { kept, note } = cache === undefined ? {} : await readKept(cache);
  const disk = new Disk();
  const threads = new ScanThreads(options, start);
  try {
    const gates = await gateAll(files, kept, disk, threads);
    const worthwhile = worthAnalysing(files, gates);
    const before = resultsThatHold(kept, disk);
    const missing = worthwhile.filter(path => !before.has(path));
    const known = worthwhile.length - missing.length;
    const parts = await threads.analyse(missing, done => progress?.(known + done, worthwhile.length));
    const fresh = freshResults(missing, parts);
    const all = new Map(worthwhile.flatMap(path => toEntry(path, before.get(path) ?? fresh.get(path))));
    const results = new Map([...all].map(([path, { result }]) => [path, result]));
    const isNew = missing.length > 0 || kept === undefined || !sameFiles(kept.gates, gates);
    const changed = isNew && threads.failures.length === 0;
    const failure = cache !== undefined && changed ? await writeKept(cache, keptScan(gates, all, disk)) : undefined;
    return { gates, results, notes: [note, failure].filter(text => text !== undefined), failures: threads.failures };
  } finally {
    await threads.end();
  }
}

/** A result, and the paths that it rests on besides its own. */
interface Resting {
  readonly result: FileResult;
  /** Indexes into `paths`. */
  readonly restsOn: Uint32Array;
  readonly paths: readonly string[];
}

function toEntry(path: string, resting: Resting | undefined): readonly (readonly [string, Resting])[] {
  return resting === undefined ? [] : [[path, resting]];
}

function freshResults(paths: readonly string[], parts: readonly FileResults[]): Map<string, Resting> {
  const all = parts.flatMap(({ results, restsOn, paths: others }) =>
    results.map((result, index): Resting => ({ result, restsOn: restsOn[index] ?? new Uint32Array(), paths: others })),
  );
  return new Map(paths.flatMap((path, index) => toEntry(path, all[index])));
}

/** A file that appeared or went may be what an import of any other means. */
async function gateAll(
  files: readonly FileToScan[],
  kept: KeptScan | undefined,
  disk: Disk,
  threads: ScanThreads,
): Promise<Map<string, FileGate>> {
  const usable = kept !== undefined && kept.gates.size === files.length && files.every(({ path }) => kept.gates.has(path));
  const gates = new Map<string, FileGate>();
  const missing: string[] = [];
  for (const { path } of files) {
    const gate = usable ? kept.gates.get(path) : undefined;
    if (gate !== undefined && gate.stamp === disk.stampOf(path)) gates.set(path, gate);
    else missing.push(path);
  }
  const gated = await threads.gate(missing);
  missing.forEach((path, index) => {
    const gate = gated[index];
    if (gate === undefined) return;
    gates.set(path, gate);
    disk.know(path, gate.stamp);
  });
  return gates;
}

function worthAnalysing(files: readonly FileToScan[], gates: ReadonlyMap<string, FileGate>): string[] {
  const code = files.flatMap(({ path, named }) => {
    const gate = gates.get(path);
    return gate?.kind === 'code' ? [{ ...gate, path, traced: named || gate.traced }] : [];
  });
  const reached = filesThatReach(code);
  return files.flatMap(({ path }) => (gates.get(path)?.kind === 'prompt' || reached.has(path) ? [path] : []));
}

function resultsThatHold(kept: KeptScan | undefined, disk: Disk): Map<string, Resting> {
  if (kept === undefined) return new Map();
  const paths = kept.restsOn.map(([path]) => path);
  const holds = kept.restsOn.map(([path, stamp]) => disk.stampOf(path) === stamp);
  const entries = [...kept.results].filter(([, { restsOn }]) => restsOn.every(index => holds[index]));
  return new Map(entries.map(([path, { result, restsOn }]) => [path, { result, restsOn, paths }]));
}

function sameFiles(before: ReadonlyMap<string, FileGate>, now: ReadonlyMap<string, FileGate>): boolean {
  return before.size === now.size && [...now].every(([path, gate]) => before.get(path)?.stamp === gate.stamp);
}

/** What we failed on is not kept: the next scan tries again. */
function keptScan(gates: ReadonlyMap<string, FileGate>, all: ReadonlyMap<string, Resting>, disk: Disk): KeptScan {
  const table = new PathTable();
  /** For each list of paths, where the table has them. */
  const translated = new Map<readonly string[], Uint32Array>();
  const results = new Map<string, KeptResult>();
  for (const [path, { result, restsOn, paths }] of all) {
    if (result.failures.length > 0) continue;
    const indexes = translated.get(paths) ?? Uint32Array.from(paths, other => table.indexOf(other));
    translated.set(paths, indexes);
    const others = Array.from(restsOn, index => indexes[index] ?? 0);
    results.set(path, { result, restsOn: Uint32Array.from([table.indexOf(path), ...others]) });
  }
  return { gates, results, restsOn: table.paths.map(path => [path, disk.stampOf(path)] as const) };
}

/** What the disk says of files, asked once for each. */
class Disk {
  readonly #stamps = new Map<string, string | undefined>();
  readonly #directories = new Directories();

  know(path: string, stamp: string): void {
    this.#stamps.set(path, stamp);
  }

  /** Undefined: there is no such file. */
  stampOf(path: string): string | undefined {
    if (this.#stamps.has(path)) return this.#stamps.get(path);
    const status = this.#directories.has(path) ? statSync(path, { throwIfNoEntry: false }) : undefined;
    // A folder's changes when something comes or goes in it.
    const stamp = status?.isFile() || (status?.isDirectory() && path.endsWith(sep)) ? stampOf(status) : undefined;
    this.#stamps.set(path, stamp);
    return stamp;
  }
}
