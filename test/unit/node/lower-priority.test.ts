import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

const FILE = path.join(__dirname, '../../../src/node/lower-priority.ts');
const loader = createRequire(__filename).resolve('tsx/cjs');

describe('lower priority', () => {
  it('is that of the thread and of those that it starts, and not of the process', async function () {
    this.timeout(60_000);
    if (process.platform !== 'linux') this.skip();
    const inner = `require('node:worker_threads').parentPort.postMessage(require('node:os').getPriority())`;
    const outer = `
      const { parentPort, Worker } = require('node:worker_threads');
      require(${JSON.stringify(FILE)}).lowerPriority();
      const own = require('node:os').getPriority();
      new Worker(${JSON.stringify(inner)}, { eval: true, execArgv: [] }).once('message', started => parentPort.postMessage({ own, started }));`;
    const before = os.getPriority();
    const worker = new Worker(outer, { eval: true, execArgv: ['--require', loader] });
    const answer = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject));
    const low = os.constants.priority.PRIORITY_BELOW_NORMAL;
    assert.deepEqual(answer, { own: low, started: low });
    assert.equal(os.getPriority(), before);
  });
});
