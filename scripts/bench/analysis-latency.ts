import path from 'node:path';
import { createGrammars } from '../../src/node/grammars';
import { type Measurement, medianTime, percentile } from './measurement';
import { pythonSample } from './python-sample';
import { WorkerClient } from './worker-client';

const EDITS = 50;
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
    const times: number[] = [];
    for (let edit = 0; edit < EDITS; edit++) {
      const version = edit + 2;
      const changes = [{ start: sample.editAt, removed: 0, inserted: 'x' }];
      times.push((await analysed(client, version, () => client.post({ type: 'change', uri, version, changes }))).milliseconds);
    }
    const lines = sample.text.split('\n').length - 1;
    return [
      { name: 'worker start → ready', value: ready, unit: 'ms' },
      { name: `open → first Analysis (${lines} lines, ${sample.callSites} calls)`, value: first.milliseconds, unit: 'ms', baseline },
      { name: 'change → Analysis, median', value: percentile(times, 0.5), unit: 'ms', baseline },
      { name: 'change → Analysis, 95th percentile', value: percentile(times, 0.95), unit: 'ms', baseline },
    ];
  } finally {
    await client.end();
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
