import { parentPort, workerData } from 'node:worker_threads';
import type { FromScan, ScanStart, ToScan } from '../protocol/scan';
import { lowerPriority } from './lower-priority';
import { WorkspaceRounds } from './scan/workspace-rounds';

// The thread that looks at the whole workspace, apart from the one that follows the keyboard.
if (parentPort === null) throw new Error('This module runs as a worker');
const port = parentPort;
lowerPriority();
const rounds = new WorkspaceRounds(workerData as ScanStart, (message: FromScan) => port.postMessage(message));

port.on('message', (message: ToScan) => rounds.take(message));
