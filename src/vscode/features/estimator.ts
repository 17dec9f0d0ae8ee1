import { createRequire } from 'node:module';
import path from 'node:path';
import * as vscode from 'vscode';
import { COMMANDS } from '../platform/command-names';
import type { MeasuredCalls } from '../platform/measured-calls';
import { Panel } from '../platform/panel';
import type { WindowContext } from '../platform/window-context';
import type { WorkspaceFileTexts } from '../platform/workspace-file-texts';

const KIND = { viewType: 'promptfare.estimator', title: 'Spend Estimator', icon: 'panel.svg' } as const;

/** The estimator of spend. */
export function registerEstimator(context: WindowContext, files: WorkspaceFileTexts, measured: MeasuredCalls): vscode.Disposable {
  const panel = new Panel(KIND, context.extensionUri, page => {
    const { EstimatorSession } = loadSession(context.extensionUri.fsPath);
    return new EstimatorSession(context, files, measured, page);
  });
  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(COMMANDS.openEstimator, () => panel.show()),
  );
}

/** A bundle of its own: what checks its messages and reads the workspace file would weigh on each start of the editor. */
function loadSession(extensionPath: string): typeof import('../estimator/estimator-session') {
  return createRequire(path.join(extensionPath, 'dist', 'index.js'))(
    './estimator-session',
  ) as typeof import('../estimator/estimator-session');
}
