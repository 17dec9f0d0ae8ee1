import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { repositoryRoot } from '../../repository';
import type { Measurement } from '../measurement';
import { BAD_TEXTS, BENCH_TEXTS } from './bench-texts';
import type { EngineResult } from './engine-process';
import { ENCODINGS, ENGINES, type Encoding, type EngineName } from './engines';

const NAMES = Object.keys(ENGINES) as EngineName[];
const OURS: EngineName = 'promptfare';
/** Other programs take time from ours, never give it: the fastest of several rounds is the nearest to the truth. */
const ROUNDS = 3;
const WARM_SECONDS = 1;

/**
 * Loading and counting beside the other counters, each in a process of its own, one after the other, in several rounds. Prints the tables
 * of docs/performance.md; what is returned compares with the best of the others.
 */
export async function measureTokens(dist: string): Promise<Measurement[]> {
  // Beside the sources, so that the others' packages are found.
  const parent = path.join(repositoryRoot, 'test-results');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(path.join(parent, 'bench-tokens-'));
  try {
    const script = path.join(folder, 'engine-process.js');
    await build({
      entryPoints: [path.join(__dirname, 'engine-process.ts')],
      outfile: script,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      packages: 'external',
      logLevel: 'warning',
    });
    const file = path.join(folder, 'text');
    const run = async (engine: EngineName, encoding: Encoding, seconds: number): Promise<EngineResult> => {
      const args = [script, engine, encoding, path.join(dist, 'ranks'), file, String(seconds)];
      return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout) as EngineResult;
    };
    const measured: Measurement[] = [];
    for (const encoding of ENCODINGS) {
      for (const [name, text] of Object.entries(BENCH_TEXTS)) {
        const bytes = Buffer.from(text());
        await writeFile(file, bytes);
        const rounds: Record<EngineName, EngineResult>[] = [];
        for (let round = 0; round < ROUNDS; round++) {
          const results: Partial<Record<EngineName, EngineResult>> = {};
          for (const engine of NAMES) results[engine] = await run(engine, encoding, WARM_SECONDS);
          rounds.push(results as Record<EngineName, EngineResult>);
        }
        measured.push(...printed(`${encoding}, ${name}`, bytes.length, fastest(rounds)));
      }
    }
    measured.push(...(await measureBadTexts('o200k_base', file, run)));
    return measured;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

type Results = Readonly<Record<EngineName, EngineResult>>;

function fastest(rounds: readonly Results[]): Results {
  const of = (engine: EngineName): EngineResult => {
    const results = rounds.map(round => round[engine]);
    const least = (key: keyof EngineResult) => Math.min(...results.map(result => result[key]));
    return { tokens: least('tokens'), load: least('load'), cold: least('cold'), warm: least('warm'), memory: least('memory') };
  };
  return Object.fromEntries(NAMES.map(name => [name, of(name)])) as Results;
}

function printed(title: string, bytes: number, results: Results): Measurement[] {
  const others = NAMES.filter(name => name !== OURS);
  const counts = new Set(NAMES.map(name => results[name].tokens));
  if (counts.size > 1) throw new Error(`${title}: the counts differ: ${NAMES.map(name => `${name} ${results[name].tokens}`).join(', ')}`);
  const speed = (ms: number) => (bytes / 1e3 / ms).toFixed(1);
  const rows = NAMES.map(name => {
    const { load, cold, warm, memory } = results[name];
    return [name, load.toFixed(0), speed(cold), speed(warm), memory.toFixed(0)];
  });
  const ratios = (['load', 'cold', 'warm'] as const).map(key => {
    const best = others.reduce((a, b) => (results[b][key] < results[a][key] ? b : a));
    return { key, best, ratio: results[best][key] / results[OURS][key] };
  });
  const last = ['best of the others ÷ ours', ...ratios.map(({ best, ratio }) => `${ratio.toFixed(1)} × ${best}`), ''];
  const size = `${(bytes / 1e3).toFixed(0)} KB, ${results[OURS].tokens} tokens`;
  print(`${title} (${size})`, ['', 'load, ms', 'first time, MB/s', 'warm, MB/s', 'memory, MB'], [...rows, last]);
  return ratios.map(({ key, best }) => ({
    name: `tokens, ${title}: ${key}`,
    value: results[OURS][key],
    unit: 'ms',
    baseline: { name: best, value: results[best][key] },
  }));
}

async function measureBadTexts(
  encoding: Encoding,
  file: string,
  run: (engine: EngineName, encoding: Encoding, seconds: number) => Promise<EngineResult>,
): Promise<Measurement[]> {
  const measured: Measurement[] = [];
  const rows: string[][] = [];
  for (const { name, text, others } of BAD_TEXTS) {
    await writeFile(file, text);
    const times = new Map<EngineName, number>();
    for (const engine of NAMES) if (engine === OURS || others.includes(engine)) times.set(engine, (await run(engine, encoding, 0)).cold);
    rows.push([name, ...NAMES.map(engine => times.get(engine)?.toFixed(0) ?? '–')]);
    measured.push({ name: `tokens, ${encoding}, ${name}: first time`, value: times.get(OURS) ?? Number.NaN, unit: 'ms' });
  }
  print(`${encoding}, bad luck, first time`, ['ms', ...NAMES], rows);
  return measured;
}

function print(title: string, head: readonly string[], rows: readonly (readonly string[])[]): void {
  const lines = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...lines.map(line => line[column]?.length ?? 0)));
  const text = lines.map(line =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '),
  );
  console.log(`\n${title}\n${text.join('\n')}`);
}
