import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';
import { WorkerProcess } from '../../src/vscode/platform/worker-process';
import { WorkerRequests } from '../../src/vscode/platform/worker-requests';
import { eventually } from './editor-steps';

/** Answers a count, and dies of an explanation. */
const SCRIPT = `
const { parentPort } = require('node:worker_threads');
parentPort.on('message', message => {
  if (message.type === 'explain') process.exit(3);
  if (message.type === 'count') parentPort.postMessage({ type: 'count', request: message.request, counts: [] });
});
`;

describe('the worker', () => {
  let folder: string;
  let log: vscode.LogOutputChannel;
  let worker: WorkerProcess;
  let requests: WorkerRequests;
  let starts: number;

  const running = (script: string) => {
    const file = path.join(folder, 'worker.js');
    writeFileSync(file, script);
    worker = new WorkerProcess(file, path.join(folder, 'prices.json'), log, [10, 10]);
    worker.onDidStart(() => starts++);
    requests = new WorkerRequests(worker);
    worker.start();
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'promptfare-worker-'));
    log = vscode.window.createOutputChannel('Promptfare worker tests', { log: true });
    starts = 0;
  });
  afterEach(() => {
    requests.dispose();
    worker.dispose();
    log.dispose();
    rmSync(folder, { recursive: true });
  });

  it('is started again when it dies, and what was asked of it ends without an answer', async () => {
    running(SCRIPT);
    assert.deepEqual(await requests.count('a', []), []);
    assert.equal(await requests.explain('file:///a.py', 'answer'), undefined);
    await eventually(
      () => starts,
      count => count === 2,
    );
    assert.deepEqual(await requests.count('a', []), []);
  });

  it('is given up when it dies over and over, until the user restarts it', async () => {
    running('process.exit(1);');
    await eventually(
      () => starts,
      count => count === 3,
    );
    await eventually(
      () => worker.isRunning,
      isRunning => !isRunning,
    );
    worker.start();
    assert.equal(starts, 3);
    worker.restart();
    assert.equal(starts, 4);
  });

  it('gets no answer waited for that is cancelled', async () => {
    running("require('node:worker_threads').parentPort.on('message', () => {});");
    const cancellation = new vscode.CancellationTokenSource();
    const answer = requests.count('a', [], cancellation.token);
    cancellation.cancel();
    assert.equal(await answer, undefined);
  });
});
