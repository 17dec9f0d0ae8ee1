import path from 'node:path';
import { Worker } from 'node:worker_threads';
import * as vscode from 'vscode';
import { countedOnce, type FileSpend } from '../../core/present/spend';
import { importedText } from '../../core/present/usage-texts';
import { THREADS } from '../../node/threads';
import type { FromUsage, ImportedUsage, ToUsage, UsageCall, UsageStart } from '../../protocol/usage';
import { COMMANDS } from '../platform/command-names';
import type { MeasuredCalls } from '../platform/measured-calls';
import { scannedFiles } from '../platform/scanned-files';
import type { WindowContext } from '../platform/window-context';

const SHOW = 'Show in the Estimator';

/** Reads exports of usage, of any size, and puts what they say beside the estimates. */
export function registerImportUsage(context: WindowContext, measured: MeasuredCalls): vscode.Disposable {
  const { scan, numerals, extensionUri } = context;
  const worker = path.join(extensionUri.fsPath, 'dist', 'worker.js');
  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.importUsage, async (given: unknown) => {
      const files = given instanceof vscode.Uri ? [given] : await chosenFiles();
      if (files === undefined || files.length === 0) return;
      const scanned = await scannedFiles(scan);
      if (scanned === undefined) return;
      const usage = await readInThread(worker, { files: files.map(file => file.fsPath), calls: callsIn(scanned) });
      if (usage === undefined) return;
      if (usage.records === 0) {
        void vscode.window.showWarningMessage(importedText(usage, numerals));
        return;
      }
      await measured.keep(usage);
      void tell(importedText(usage, numerals));
    }),
    vscode.commands.registerCommand(COMMANDS.forgetUsage, () => measured.keep(undefined)),
  );
}

async function tell(what: string): Promise<void> {
  if ((await vscode.window.showInformationMessage(what, SHOW)) === SHOW) await vscode.commands.executeCommand(COMMANDS.openEstimator);
}

async function chosenFiles(): Promise<readonly vscode.Uri[] | undefined> {
  return vscode.window.showOpenDialog({
    title: 'Import Measured Usage',
    openLabel: 'Import',
    canSelectMany: true,
    filters: { 'Usage exports': ['csv', 'tsv', 'json', 'jsonl', 'ndjson', 'txt'], 'All files': ['*'] },
  });
}

function callsIn(files: readonly FileSpend[]): readonly UsageCall[] {
  return countedOnce(files).flatMap(({ path: file, quotes }) =>
    quotes.map(({ site: { identity, symbol, model, at }, model: facts, stated }) => ({
      path: file,
      identity,
      symbol,
      models: model.candidates,
      at,
      model: facts?.id ?? model.value ?? '',
      ...(stated?.feature === undefined ? {} : { feature: stated.feature }),
    })),
  );
}

/** Undefined: the person wants none of it any more, or it failed and they know why. */
async function readInThread(file: string, start: UsageStart): Promise<ImportedUsage | undefined> {
  const progress = { location: vscode.ProgressLocation.Notification, title: 'Reading measured usage', cancellable: true };
  return vscode.window.withProgress(progress, async (report, token) => {
    const worker = new Worker(file, { workerData: start, argv: [THREADS.usage] });
    token.onCancellationRequested(() => worker.postMessage({ type: 'stop' } satisfies ToUsage));
    let reached = 0;
    const answer = await new Promise<FromUsage>(resolve => {
      worker.on('message', (message: FromUsage) => {
        if (message.type !== 'progress') return resolve(message);
        report.report({ increment: (message.share - reached) * 100, message: `${Math.round(message.share * 100)}%` });
        reached = message.share;
      });
      worker.on('error', error => resolve({ type: 'failed', message: error.message }));
      worker.on('exit', () => resolve({ type: 'failed', message: 'the thread that reads it ended' }));
    });
    void worker.terminate();
    if (answer.type === 'failed') void vscode.window.showErrorMessage(`The usage could not be read: ${answer.message}`);
    return answer.type === 'done' && !answer.usage.stopped ? answer.usage : undefined;
  });
}
