import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { createGrammars } from '../../src/node/grammars';
import { THREADS } from '../../src/node/threads';
import type { FromScan, ScanStart, ToScan } from '../../src/protocol/scan';
import { type Measurement, medianTime, percentile } from './measurement';
import { ownProcessorTime } from './processor-time';
import { pythonSample } from './python-sample';
import { writeSourceTree } from './source-tree';
import { SETTINGS, WorkerClient } from './worker-client';

/** Of each kind. */
const EDITS = 50;
/** Enough for a scan to last longer than all edits. */
const FILES_SCANNED = 10_000;
const uri = 'file:///bench/support.py';

/** Through the real worker: from posting a change to receiving the analysis of that version. */
export async function measureAnalysis(dist: string): Promise<Measurement[]> {
  const sample = pythonSample();
  const baseline = { name: 'full parse of the file', value: await parseTime(dist, sample.text) };
  const started = performance.now();
  const client = new WorkerClient(path.join(dist, 'worker.js'));
  try {
    await client.configure();
    const ready = performance.now() - started;
    const first = await analysed(client, 1, () =>
      client.post({ type: 'open', uri, languageId: 'python', version: 1, chunk: sample.text, first: true, last: true }),
    );
    if (first.quotes !== sample.callSites)
      throw new Error(`${first.quotes} call sites were found in the sample instead of ${sample.callSites}`);
    const lines = sample.text.split('\n').length - 1;
    const edited = { client, text: sample.text, version: 1 };
    const atRest = await measureEdits(AT_REST, edited, sample.editAt, baseline);
    const scanning = await whileScanning(dist, () => measureEdits('while a scan runs', edited, sample.editAt, baseline));
    return [
      { name: 'worker start → ready', value: ready, unit: 'ms' },
      { name: `open → first Analysis (${lines} lines, ${sample.callSites} calls)`, value: first.milliseconds, unit: 'ms', baseline },
      ...atRest,
      ...scanning,
    ];
  } finally {
    await client.end();
  }
}

interface Edited {
  readonly client: WorkerClient;
  text: string;
  version: number;
}

type Baseline = NonNullable<Measurement['baseline']>;

const AT_REST = 'at rest';

/** Letters in a prompt, letters in code, and lines between functions. */
async function measureEdits(when: string, edited: Edited, inPrompt: number, baseline: Baseline): Promise<Measurement[]> {
  const kinds: readonly (readonly [kind: string, place: (text: string) => number, inserted: string])[] = [
    ['a letter in a prompt', () => inPrompt, 'x'],
    ['a letter in code', text => text.indexOf('limit: int', text.length / 2), 'y'],
    ['a line between functions', text => text.indexOf('\ndef normalise', text.length / 3), '\n'],
  ];
  const times: number[] = [];
  const own: number[] = [];
  const measured: Measurement[] = [];
  for (const [kind, place, inserted] of kinds) {
    const ofAllThreads: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      const start = place(edited.text);
      edited.text = edited.text.slice(0, start) + inserted + edited.text.slice(start);
      edited.version += 1;
      const before = ownProcessorTime();
      const usedBefore = process.cpuUsage();
      const { milliseconds } = await analysed(edited.client, edited.version, () =>
        edited.client.post({ type: 'change', uri, version: edited.version, changes: [{ start, removed: 0, inserted }] }),
      );
      times.push(milliseconds);
      own.push(ownProcessorTime() - before);
      const used = process.cpuUsage(usedBefore);
      ofAllThreads.push((used.user + used.system) / 1000);
    }
    // A scan runs in threads of this process, too.
    if (when === AT_REST)
      for (const [name, share] of [
        ['median', 0.5],
        ['95th percentile', 0.95],
      ] as const)
        measured.push({ name: `${kind}: processor time of all threads, ${name}`, value: percentile(ofAllThreads, share), unit: 'ms' });
  }
  return [
    ...measured,
    { name: `change → Analysis, ${when}, median`, value: percentile(times, 0.5), unit: 'ms', baseline },
    { name: `change → Analysis, ${when}, 95th percentile`, value: percentile(times, 0.95), unit: 'ms', baseline },
    { name: `change → Analysis, ${when}: time of the thread that asks, 95th percentile`, value: percentile(own, 0.95), unit: 'ms' },
  ];
}

/** A first scan of a generated workspace, in its own threads, as the side bar starts it. */
async function whileScanning<T>(dist: string, work: () => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'promptfare-bench-'));
  const tree = path.join(folder, 'tree');
  await writeSourceTree(tree, FILES_SCANNED);
  const workerData: ScanStart = {
    cacheFolder: path.join(folder, 'cache'),
    refreshedPricesFile: path.join(folder, 'prices.json'),
    version: 'bench',
  };
  const scan = new Worker(path.join(dist, 'worker.js'), { workerData, argv: [THREADS.workspace] });
  try {
    let isDone = false;
    const begun = new Promise<void>((resolve, reject) => {
      scan.on('message', ({ type }: FromScan) => {
        isDone ||= type === 'done' || type === 'failed';
        resolve();
      });
      scan.once('error', reject);
    });
    const folders = [{ path: tree, label: '' }];
    scan.postMessage({
      type: 'scan',
      folders,
      exclude: [],
      settings: SETTINGS,
      userPrices: undefined,
      workspaceFiles: [],
    } satisfies ToScan);
    await begun;
    const result = await work();
    if (isDone) throw new Error('The scan was over before the edits were');
    return result;
  } finally {
    await scan.terminate();
    await rm(folder, { recursive: true, force: true });
  }
}

async function analysed(client: WorkerClient, version: number, post: () => void): Promise<{ milliseconds: number; quotes: number }> {
  const started = performance.now();
  const answer = client.next('analysis', ({ analysis }) => analysis.version === version && analysis.pending.length === 0);
  post();
  const { analysis } = await answer;
  return { milliseconds: performance.now() - started, quotes: analysis.quotes.length };
}

async function parseTime(dist: string, text: string): Promise<number> {
  const parse = await createGrammars(path.join(dist, 'grammars'))('python');
  return medianTime(9, () => {
    const tree = parse(text, { budget: 10_000 });
    if (typeof tree === 'object') tree.release();
  });
}
