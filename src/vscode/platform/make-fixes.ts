import * as vscode from 'vscode';
import type { AnalysisService } from './analysis-service';
import { isJointEdit, type JointFixes, jointEdit } from './joint-edit';

/** Files are opened and analysed one after the other. */
const PATIENCE_MS = 120_000;

/** Makes many fixes as one edit, which the editor previews where they were chosen. How many; undefined: none, and it was said why. */
export async function makeFixes(
  service: AnalysisService,
  fixes: Omit<JointFixes, 'patienceMs'>,
  title: string,
): Promise<number | undefined> {
  const progress = { location: vscode.ProgressLocation.Notification, title, cancellable: true };
  const result = await vscode.window.withProgress(progress, (_, token) =>
    jointEdit(service, { ...fixes, patienceMs: PATIENCE_MS }, token).then(made => (token.isCancellationRequested ? undefined : made)),
  );
  if (result === undefined) return undefined;
  if (!isJointEdit(result)) {
    void vscode.window.showWarningMessage(result.refused);
    return undefined;
  }
  for (const why of result.notMade) void vscode.window.showWarningMessage(why);
  // As after any refactoring, several files are saved.
  if (result.fixes > 0 && !(await vscode.workspace.applyEdit(result.edit, { isRefactoring: true }))) return 0;
  return result.fixes;
}
