import * as vscode from 'vscode';
import type { Analysis, FixOffer } from '../../core/quote/analysis';
import type { FixAnswers, FixQuestion } from '../../core/structured-output/questions';
import type { AnalysisService } from './analysis-service';
import type { FixDiff } from './fix-diff';
import { fixEdit, isWorkspaceEdit } from './workspace-edits';

/** Makes a fix: asks what it has to know, and shows what it would do where its kind is looked at before. */
export async function takeFix(service: AnalysisService, diff: FixDiff, analysis: Analysis, fix: FixOffer): Promise<void> {
  const answers = await ask(fix.questions ?? []);
  if (answers === undefined) return;
  const edit = await fixEdit(service, analysis, fix.questions === undefined ? fix : { ...fix, answers });
  if (isWorkspaceEdit(edit)) await make(edit, diff, fix);
  else void vscode.window.showWarningMessage(`${fix.title}: ${edit.refused}`);
}

async function make(edit: vscode.WorkspaceEdit, diff: FixDiff, fix: FixOffer): Promise<void> {
  if (fix.creates === undefined && (isLookedAt(fix) || edit.size > 1)) {
    await diff.show(fix.title.replace(/…$/, ''), edit, { isRefactoring: edit.size > 1 });
  } else if ((await vscode.workspace.applyEdit(edit)) && fix.creates !== undefined)
    await vscode.window.showTextDocument(vscode.Uri.parse(fix.creates));
}

/** Whether something is asked, looked at or opened when it is made, so that edits alone don't do it. */
export function isTakenByCommand(fix: FixOffer): boolean {
  return isLookedAt(fix) || fix.questions !== undefined || fix.creates !== undefined;
}

/** Beside it stands what it would be: the editor's own preview lists edits one by one, none of them ticked. */
function isLookedAt({ effect }: FixOffer): boolean {
  return effect === 'schema' || effect === 'words';
}

/** One after the other. Undefined: one was left unanswered. */
async function ask(questions: readonly FixQuestion[]): Promise<FixAnswers | undefined> {
  const answers: Record<string, readonly string[]> = {};
  for (const [index, { id, title, many, options }] of questions.entries()) {
    const items = options.map(option => ({ ...option, picked: option.picked === true }));
    const step = questions.length === 1 ? '' : ` (${index + 1} of ${questions.length})`;
    const look = {
      title: title + step,
      placeHolder: many ? 'Tick those that apply, or none' : 'Choose one',
      ignoreFocusOut: true,
    } as const;
    const chosen = many
      ? await vscode.window.showQuickPick(items, { ...look, canPickMany: true })
      : [await vscode.window.showQuickPick(items, look)].flatMap(item => (item === undefined ? [] : [item]));
    if (chosen === undefined || (!many && chosen.length === 0)) return undefined;
    answers[id] = chosen.map(item => item.id);
  }
  return answers;
}
