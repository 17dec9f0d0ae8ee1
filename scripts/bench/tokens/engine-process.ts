// A process of its own for one engine: what it costs to load, to count a text for the first time, and once it is warm.
//   node engine-process.js <engine> <encoding> <tables> <text file> <seconds of counting it again>
import { existsSync, readFileSync } from 'node:fs';
import { ENGINES, type Encoding, type EngineName } from './engines';

/** As a process prints it. */
export interface EngineResult {
  readonly tokens: number;
  /** From nothing to the count of a short text, in milliseconds. */
  readonly load: number;
  /** The first count of the text, in milliseconds. */
  readonly cold: number;
  /** The fastest count of the text of those that followed, in milliseconds. */
  readonly warm: number;
  /** What the process takes more than before it loaded the engine, in megabytes. */
  readonly memory: number;
}

/** Linux tells how long the main thread was on a processor, in nanoseconds: what else a machine does is left out. */
const SCHEDULE = '/proc/self/schedstat';
const hasSchedule = existsSync(SCHEDULE);

/** In milliseconds. */
function now(): number {
  return hasSchedule ? Number(readFileSync(SCHEDULE, 'utf8').split(' ')[0]) / 1e6 : performance.now();
}

async function main(): Promise<void> {
  const [engine, encoding, tables, file, seconds] = process.argv.slice(2) as [EngineName, Encoding, string, string, string];
  const text = readFileSync(file, 'utf8');
  const memoryBefore = process.memoryUsage().rss;
  const started = now();
  const count = await ENGINES[engine](encoding, tables);
  count('one text');
  const load = now() - started;
  const memory = (process.memoryUsage().rss - memoryBefore) / 1e6;
  const { tokens, time: cold } = timed(() => count(text));
  let warm = cold;
  for (const end = performance.now() + Number(seconds) * 1000; performance.now() < end; )
    warm = Math.min(warm, timed(() => count(text)).time);
  process.stdout.write(JSON.stringify({ tokens, load, cold, warm, memory } satisfies EngineResult));
}

function timed(count: () => number): { readonly tokens: number; readonly time: number } {
  const started = now();
  const tokens = count();
  return { tokens, time: now() - started };
}

void main();
