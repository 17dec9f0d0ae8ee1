import { parentPort, workerData } from 'node:worker_threads';
import type { ScanAnswer, ScanTask } from './scan-threads';
import { type ScanOptions, ScanWork } from './scan-work';
import { ValuePool } from './value-pool';

// A thread of a scan: answers one task after the other.
if (parentPort === null) throw new Error('This module runs as a worker');
const port = parentPort;
const work = new ScanWork(workerData as ScanOptions);

port.on('message', async (task: ScanTask) => {
  port.postMessage(await answerOf(task));
});

async function answerOf({ kind, paths, promptTargets }: ScanTask): Promise<ScanAnswer> {
  const pool = new ValuePool();
  if (kind === 'gate') return { kind, gates: pool.pack(work.gate(paths).map(gate => pool.add(gate))) };
  const { results, ...rest } = await work.analyse(paths, promptTargets);
  return { kind, results: pool.pack(results.map(result => pool.add(result))), ...rest };
}
