import { parentPort, workerData } from 'node:worker_threads';
import type { ScanAnswer, ScanTask } from './scan-threads';
import { type ScanOptions, ScanWork } from './scan-work';

// A thread of a scan: answers one task after the other.
if (parentPort === null) throw new Error('This module runs as a worker');
const port = parentPort;
const work = new ScanWork(workerData as ScanOptions);

port.on('message', async (task: ScanTask) => {
  const answer: ScanAnswer = task.kind === 'gate' ? work.gate(task.paths) : await work.analyse(task.paths);
  port.postMessage(answer);
});
