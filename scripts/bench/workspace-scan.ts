import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createGrammars } from '../../src/node/grammars';
import { sdkGate } from '../../src/node/sdk-gate';
import { workspaceFiles } from '../../src/node/workspace-files';
import { runCommand } from '../run-command';
import type { Measurement } from './measurement';
import { writeSourceTree } from './source-tree';

/** 6,000 files is the size that the project promises a time for; the others show how it grows. */
const SIZES = [1_000, 6_000, 10_000];
const LARGE = 100_000;

/** The command line on generated trees: the first scan, and one in which nothing has changed. */
export async function measureScans(dist: string, large: boolean): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  for (const size of [...SIZES, ...(large ? [LARGE] : [])]) measured.push(...(await measureScan(dist, size)));
  return measured;
}

async function measureScan(dist: string, size: number): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'promptfare-bench-'));
  try {
    const tree = path.join(folder, 'tree');
    const { files, usingSdk, callSites } = await writeSourceTree(tree, size);
    const baseline = { name: 'reading, gating and parsing all its files in one thread', value: await cpuToParse(dist, tree) };
    const cold = await scan(dist, tree, path.join(folder, 'cache'));
    const warm = await scan(dist, tree, path.join(folder, 'cache'));
    for (const run of [cold, warm])
      if (run.callSites !== callSites) throw new Error(`${run.callSites} call sites were found instead of ${callSites}`);
    const name = `scan of ${files} files, of which ${usingSdk} use an SDK`;
    return [
      { name: `${name}: cold`, value: cold.milliseconds, unit: 'ms' },
      { name: `${name}: cold, on all processors`, value: cold.cpuMilliseconds, unit: 'ms', baseline },
      { name: `${name}: warm`, value: warm.milliseconds, unit: 'ms' },
      { name: `${name}: warm, on all processors`, value: warm.cpuMilliseconds, unit: 'ms', baseline },
      { name: `${name}: cache for each file`, value: (await cacheBytes(path.join(folder, 'cache'))) / files, unit: 'bytes' },
      { name: `${name}: peak memory`, value: cold.megabytes, unit: 'MB' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What no scan of the whole tree could do without, in processor time, so that it can be compared on a machine that does other things. */
async function cpuToParse(dist: string, tree: string): Promise<number> {
  const parse = await createGrammars(path.join(dist, 'grammars'))('typescript');
  const before = process.cpuUsage();
  let traced = 0;
  for (const file of workspaceFiles(tree)) {
    const text = readFileSync(file, 'utf8');
    if (sdkGate(text)) traced++;
    const parsed = parse(text, { budget: 10_000 });
    if (typeof parsed !== 'string') parsed.release();
  }
  if (traced === 0) throw new Error('Nothing in the tree names an SDK');
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

async function cacheBytes(folder: string): Promise<number> {
  const sizes = await Promise.all((await readdir(folder)).map(async name => (await stat(path.join(folder, name))).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

interface ScanRun {
  readonly milliseconds: number;
  /** Of all threads, whatever else the machine does. */
  readonly cpuMilliseconds: number;
  readonly megabytes: number;
  readonly callSites: number;
}

async function scan(dist: string, tree: string, cache: string): Promise<ScanRun> {
  const report = path.join(path.dirname(tree), 'resources');
  const tells = `import { writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(${JSON.stringify(report)}, JSON.stringify(process.resourceUsage())));`;
  const preload = `data:text/javascript,${encodeURIComponent(tells)}`;
  const cli = [path.join(dist, 'cli.js'), 'scan', tree, '--cache', cache, '--format', 'json'];
  const { output, seconds } = await runCommand(process.execPath, ['--import', preload, ...cli], { output: 'capture' });
  const { callSites } = JSON.parse(output) as { readonly callSites: readonly unknown[] };
  const used = JSON.parse(await readFile(report, 'utf8')) as NodeJS.ResourceUsage;
  return {
    milliseconds: seconds * 1000,
    cpuMilliseconds: (used.userCPUTime + used.systemCPUTime) / 1000,
    megabytes: used.maxRSS / 1024,
    callSites: callSites.length,
  };
}
