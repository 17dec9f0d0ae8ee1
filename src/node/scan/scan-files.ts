import { statSync } from 'node:fs';
import { sep } from 'node:path';
import { filesThatReach } from '../import-reach';
import { stampOf } from '../text-file';
import { Directories } from './directories';
import type { FileGate } from './gate-file';
import { PathTable } from './path-table';
import { type CacheKey, type KeptScan, readKept, writeKept } from './scan-cache';
import { type PooledResults, ScanThreads, type StartWorker } from './scan-threads';
import type { FileResult, ScanOptions } from './scan-work';
import { fileOfKey, targetedPrompts } from './targeted-prompts';
import { ValuePool } from './value-pool';

export interface FileToScan {
  readonly path: string;
  /** Asked for by its own name: analysed whatever is in it. */
  readonly named: boolean;
  /** Relative to what is scanned, with forward slashes; absent: as the path. */
  readonly shown?: string;
  /** Not scanned, but of the same repository: what is scanned may reach a model through it. */
  readonly around?: true;
}

export interface ScannedFiles {
  /** Of the files that were to be scanned. */
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
  const pool = new ValuePool(kept?.values);
  const before = kept === undefined ? undefined : keptBefore(kept);
  const threads = new ScanThreads(options, pool, start);
  try {
    const gateIds = await gateAll(files, before, { disk, pool, threads });
    const allGates = new Map([...gateIds].map(([path, id]) => [path, pool.read(id) as FileGate]));
    const worthwhile = worthAnalysing(files, allGates);
    const gates = new Map(files.flatMap(({ path, around }) => gateOf(path, around === true ? undefined : allGates.get(path))));
    const holding = resultsThatHold(before, disk);
    const missing = worthwhile.filter(path => !holding.has(path));
    const known = worthwhile.length - missing.length;
    const parts = await threads.analyse(missing, done => progress?.(known + done, worthwhile.length));
    const fresh = freshResults(missing, parts);
    const all = new Map(worthwhile.flatMap(path => toEntry(path, holding.get(path) ?? fresh.get(path))));
    const results = new Map([...all].map(([path, { result }]) => [path, pool.read(result) as FileResult]));
    const sent = targetedPrompts(files, results);
    const unsent = sent.filter(({ key }) => !holding.has(key));
    const targets = unsent.map(({ target }) => target);
    const paths = unsent.map(({ path }) => path);
    const counted = freshResults(
      unsent.map(({ key }) => key),
      await threads.analyse(paths, undefined, targets),
    );
    for (const { path, key } of sent) {
      for (const [, resting] of toEntry(key, holding.get(key) ?? counted.get(key))) {
        all.set(key, resting);
        results.set(path, pool.read(resting.result) as FileResult);
      }
    }
    const isNew = missing.length > 0 || unsent.length > 0 || before === undefined || !sameFiles(before.gates, gateIds);
    const changed = isNew && threads.failures.length === 0;
    const keep = () =>
      keptScan(
        gateIds,
        [...all].filter(([path]) => results.get(fileOfKey(path))?.failures.length === 0),
        { disk, pool },
      );
    const failure = cache !== undefined && changed ? await writeKept(cache, keep()) : undefined;
    return { gates, results, notes: [note, failure].filter(text => text !== undefined), failures: threads.failures };
  } finally {
    await threads.end();
  }
}

/** A result, as an id of the pool, and the paths that it rests on besides its own. */
interface Resting {
  readonly result: number;
  /** Indexes into `paths`. */
  readonly restsOn: Uint32Array;
  readonly paths: readonly string[];
}

/** What was kept, its values in the pool. */
interface Before {
  readonly gates: ReadonlyMap<string, number>;
  readonly results: ReadonlyMap<string, Resting>;
  readonly restsOn: KeptScan['restsOn'];
}

function keptBefore({ values: { roots: ids }, listed, analysed, rests, restsOn }: KeptScan): Before {
  const paths = restsOn.map(([path]) => path);
  let at = 0;
  const results = analysed.map((path, index) => {
    const end = at + 1 + (rests[at] ?? 0);
    const resting: Resting = { result: ids[listed.length + index] ?? 0, restsOn: rests.subarray(at + 1, end), paths };
    at = end;
    return [path, resting] as const;
  });
  return { gates: new Map(listed.map((path, index) => [path, ids[index] ?? 0])), results: new Map(results), restsOn };
}

function toEntry(path: string, resting: Resting | undefined): readonly (readonly [string, Resting])[] {
  return resting === undefined ? [] : [[path, resting]];
}

function freshResults(paths: readonly string[], parts: readonly PooledResults[]): Map<string, Resting> {
  const all = parts.flatMap(({ results, restsOn, paths: others }) =>
    results.map((result, index): Resting => ({ result, restsOn: restsOn[index] ?? new Uint32Array(), paths: others })),
  );
  return new Map(paths.flatMap((path, index) => toEntry(path, all[index])));
}

interface Means {
  readonly disk: Disk;
  readonly pool: ValuePool;
  readonly threads: ScanThreads;
}

/** Gates as ids of the pool. A file that appeared or went may be what an import of any other means. */
async function gateAll(
  files: readonly FileToScan[],
  before: Before | undefined,
  { disk, pool, threads }: Means,
): Promise<Map<string, number>> {
  const usable = before !== undefined && before.gates.size === files.length && files.every(({ path }) => before.gates.has(path));
  const stampOf = (gate: number) => (pool.read(gate) as FileGate).stamp;
  const gates = new Map<string, number>();
  const missing: string[] = [];
  for (const { path } of files) {
    const gate = usable ? before.gates.get(path) : undefined;
    if (gate !== undefined && stampOf(gate) === disk.stampOfListed(path)) gates.set(path, gate);
    else missing.push(path);
  }
  const gated = await threads.gate(missing);
  missing.forEach((path, index) => {
    const gate = gated[index];
    if (gate === undefined) return;
    gates.set(path, gate);
    disk.know(path, stampOf(gate));
  });
  return gates;
}

function worthAnalysing(files: readonly FileToScan[], gates: ReadonlyMap<string, FileGate>): string[] {
  const code = files.flatMap(({ path, named }) => {
    const gate = gates.get(path);
    return gate?.kind === 'code' ? [{ ...gate, path, traced: named || gate.traced }] : [];
  });
  const reached = filesThatReach(code);
  const isWorth = (path: string) => gates.get(path)?.kind === 'prompt' || reached.has(path);
  return files.flatMap(({ path, around }) => (around !== true && isWorth(path) ? [path] : []));
}

function gateOf(path: string, gate: FileGate | undefined): readonly (readonly [string, FileGate])[] {
  return gate === undefined ? [] : [[path, gate]];
}

function resultsThatHold(before: Before | undefined, disk: Disk): ReadonlyMap<string, Resting> {
  if (before === undefined) return new Map();
  const holds = before.restsOn.map(([path, stamp]) => disk.stampOf(path) === stamp);
  return new Map([...before.results].filter(([, { restsOn }]) => restsOn.every(index => holds[index])));
}

/** Equal gates have one id. */
function sameFiles(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): boolean {
  return before.size === now.size && [...now].every(([path, gate]) => before.get(path) === gate);
}

/** What we failed on is not kept: the next scan tries again. */
function keptScan(
  gates: ReadonlyMap<string, number>,
  results: readonly (readonly [string, Resting])[],
  { disk, pool }: Omit<Means, 'threads'>,
): KeptScan {
  const table = new PathTable();
  /** For each list of paths, where the table has them. */
  const translated = new Map<readonly string[], Uint32Array>();
  const rests: number[] = [];
  for (const [path, { restsOn, paths }] of results) {
    const indexes = translated.get(paths) ?? Uint32Array.from(paths, other => table.indexOf(other));
    translated.set(paths, indexes);
    const own = table.indexOf(fileOfKey(path));
    const others = Array.from(restsOn, index => indexes[index] ?? own).filter(index => index !== own);
    rests.push(1 + others.length, own);
    for (const index of others) rests.push(index);
  }
  return {
    values: pool.pack([...gates.values(), ...results.map(([, { result }]) => result)]),
    listed: [...gates.keys()],
    analysed: results.map(([path]) => path),
    rests: Uint32Array.from(rests),
    restsOn: table.paths.map(path => [path, disk.stampOf(path)] as const),
  };
}

/** What the disk says of files, asked once for each. */
class Disk {
  readonly #stamps = new Map<string, string | undefined>();
  readonly #directories = new Directories();

  know(path: string, stamp: string): void {
    this.#stamps.set(path, stamp);
  }

  /** Of a file that was just seen: its folder need not be read. Undefined: it went. */
  stampOfListed(path: string): string | undefined {
    const stamp = stampNow(path);
    this.#stamps.set(path, stamp);
    return stamp;
  }

  /** Undefined: there is no such file. */
  stampOf(path: string): string | undefined {
    if (this.#stamps.has(path)) return this.#stamps.get(path);
    const stamp = this.#directories.has(path) ? stampNow(path) : undefined;
    this.#stamps.set(path, stamp);
    return stamp;
  }
}

function stampNow(path: string): string | undefined {
  const status = statSync(path, { throwIfNoEntry: false });
  // A folder's changes when something comes or goes in it.
  return status?.isFile() || (status?.isDirectory() && path.endsWith(sep)) ? stampOf(status) : undefined;
}
