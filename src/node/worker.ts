import { parentPort, workerData } from 'node:worker_threads';
import * as pipeline from '../core/pipeline';
import { createCatalogue } from '../core/prices/catalogue';
import { rememberCounts } from '../core/tokens/remember-counts';
import type { ToWorker, WorkerStart } from '../protocol/worker';
import { loadCounters } from './encodings';
import { createGrammars } from './grammars';
import { KeptPrices } from './kept-prices';
import { sdkGate } from './sdk-gate';
import { AnalysisTeller, type Posted } from './told-analyses';
import { WorkerSession } from './worker-session';

if (parentPort === null) throw new Error('This module runs as a worker');
const port = parentPort;
const start: WorkerStart = workerData ?? {};
const posted = start.textsPosted === undefined ? undefined : new Int32Array(start.textsPosted);

const teller = new AnalysisTeller();
const session = new WorkerSession({
  pipeline,
  grammars: createGrammars(),
  counters: rememberCounts(loadCounters()),
  gate: sdkGate,
  createCatalogue,
  now: () => new Date(),
  post: message => port.postMessage(teller.tell(message)),
  ...(start.refreshedPricesFile === undefined ? {} : { keptPrices: keptPricesIn(start.refreshedPricesFile) }),
  ...(posted === undefined ? {} : { textsPosted: () => Atomics.load(posted, 0) }),
});

port.on('message', (message: ToWorker) => {
  teller.received(message);
  session.receive(message);
});

function keptPricesIn(file: string): KeptPrices {
  return new KeptPrices(file, message => port.postMessage({ type: 'log', level: 'warning', message } satisfies Posted));
}
