// Stands before the extension in the copy that the bench loads: notes what its own code takes, apart from what the host does around it.
import { createRequire } from 'node:module';
import threads from 'node:worker_threads';
import type * as vscode from 'vscode';
import { NOTED, type OwnTimes, threadTime } from './own-times';

interface Extension {
  activate(context: vscode.ExtensionContext): void;
}

const times: { -readonly [K in keyof OwnTimes]: OwnTimes[K] } = { load: 0, activate: 0, threads: 0 };
Object.assign(globalThis, { [NOTED]: times });

const { Worker } = threads;
threads.Worker = class extends Worker {
  constructor(...options: ConstructorParameters<typeof Worker>) {
    super(...options);
    times.threads += 1;
  }
};

const started = threadTime();
const extension: Extension = createRequire(__filename)('./dist/extension.js');
times.load = threadTime() - started;

export function activate(context: vscode.ExtensionContext): void {
  const called = threadTime();
  extension.activate(context);
  times.activate = threadTime() - called;
}
