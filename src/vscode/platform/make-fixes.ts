import * as vscode from 'vscode';
import { isJointEdit, type JointFixes, jointEdit } from './joint-edit';
import type { WindowContext } from './window-context';

/** Files are opened and analysed one after the other. */
const PATIENCE_MS = 120_000;

/**
 * Makes many fixes as one edit; those that were chosen are shown, and made once the user says so. How many; undefined: none, and it was said
 * why.
 */
export async function makeFixes(
  { service, diff }: Pick<WindowContext, 'service' | 'diff'>,
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
  const { edit, titles, notMade } = result;
  for (const why of notMade) void vscode.window.showWarningMessage(why);
  const [only, ...others] = titles;
  if (only === undefined) return 0;
  // As after any refactoring, several files are saved.
  const metadata = { isRefactoring: true };
  if (fixes.wanted !== 'harmless') await diff.show(others.length === 0 ? only : `Make ${titles.length} fixes`, edit, metadata);
  else if (!(await vscode.workspace.applyEdit(edit, metadata))) return 0;
  return titles.length;
}
