import * as vscode from 'vscode';
import { ELSEWHERE } from '../../core/present/scan-state';
import type { FileSpend } from '../../core/present/spend';
import { type WorkspaceScan, whenScanned } from './workspace-scan';

/** What a scan of the whole workspace found, begun if there was none. Undefined: the person did not wait, or was told why there can be none. */
export async function scannedFiles(scan: WorkspaceScan): Promise<readonly FileSpend[] | undefined> {
  if (scan.state === 'elsewhere') {
    void vscode.window.showInformationMessage(ELSEWHERE);
    return undefined;
  }
  if (scan.state !== 'done') {
    const progress = { location: vscode.ProgressLocation.Notification, title: 'Looking for calls of models', cancellable: true };
    const ended = await vscode.window.withProgress(progress, async (_, token) => {
      token.onCancellationRequested(() => scan.cancel());
      if (scan.state === 'none') scan.scan();
      await whenScanned(scan);
      return !token.isCancellationRequested;
    });
    if (!ended) return undefined;
  }
  return scan.files;
}
