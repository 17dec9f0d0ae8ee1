import * as vscode from 'vscode';
import { COMMANDS } from '../platform/command-names';
import { Panel } from '../platform/panel';
import type { WindowContext } from '../platform/window-context';
import type { WorkspaceFileTexts } from '../platform/workspace-file-texts';

const KIND = { viewType: 'promptfare.estimator', title: 'Spend Estimator', icon: 'activity.svg' } as const;

/** The estimator of spend. What checks its messages is only loaded when it is first opened. */
export function registerEstimator(context: WindowContext, files: WorkspaceFileTexts): vscode.Disposable {
  const panel = new Panel(KIND, context.extensionUri, async page => {
    const { EstimatorSession } = await import('../estimator/estimator-session');
    return new EstimatorSession(context, files, page);
  });
  return vscode.Disposable.from(
    panel,
    vscode.commands.registerCommand(COMMANDS.openEstimator, () => panel.show()),
  );
}
