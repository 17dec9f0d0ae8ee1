import { parentPort, workerData } from 'node:worker_threads';
import { errorText } from '../../core/error-text';
import type { FromUsage, ToUsage, UsageStart } from '../../protocol/usage';
import { importUsage } from './import-usage';

// The thread that reads usage files, of which some are larger than memory. It ends by itself.
if (parentPort === null) throw new Error('This module runs as a worker');
const port = parentPort;
const post = (message: FromUsage) => port.postMessage(message);
const stopping = new AbortController();
port.on('message', (message: ToUsage) => {
  if (message.type === 'stop') stopping.abort();
});

/** More often nobody sees. */
const TELL_EACH_MS = 100;
let told = 0;

importUsage(workerData as UsageStart, {
  signal: stopping.signal,
  progress: share => {
    const now = performance.now();
    if (now - told < TELL_EACH_MS) return;
    told = now;
    post({ type: 'progress', share });
  },
})
  .then(
    usage => post({ type: 'done', usage }),
    error => post({ type: 'failed', message: errorText(error) }),
  )
  .finally(() => port.close());
