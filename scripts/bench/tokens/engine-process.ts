// A process of its own for one engine: what it costs to load, to count a text for the first time, and once it is warm.
//   node engine-process.js <engine> <encoding> <tables> <text file> <seconds of counting it again>
import { readFileSync } from 'node:fs';
import { ownProcessorTime } from '../processor-time';
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

async function main(): Promise<void> {
  const [engine, encoding, tables, file, seconds] = process.argv.slice(2) as [EngineName, Encoding, string, string, string];
  const text = readFileSync(file, 'utf8');
  const memoryBefore = process.memoryUsage().rss;
  const started = ownProcessorTime();
  const count = await ENGINES[engine](encoding, tables);
  count('one text');
  const load = ownProcessorTime() - started;
  const memory = (process.memoryUsage().rss - memoryBefore) / 1e6;
  const { tokens, time: cold } = timed(() => count(text));
  let warm = cold;
  for (const end = performance.now() + Number(seconds) * 1000; performance.now() < end; )
    warm = Math.min(warm, timed(() => count(text)).time);
  process.stdout.write(JSON.stringify({ tokens, load, cold, warm, memory } satisfies EngineResult));
}

function timed(count: () => number): { readonly tokens: number; readonly time: number } {
  const started = ownProcessorTime();
  const tokens = count();
  return { tokens, time: ownProcessorTime() - started };
}

void main();
