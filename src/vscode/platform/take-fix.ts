import * as vscode from 'vscode';
import type { Analysis, FixOffer } from '../../core/quote/analysis';
import type { FixAnswers, FixQuestion } from '../../core/structured-output/questions';
import type { AnalysisService } from './analysis-service';
import { fixEdit, isWorkspaceEdit } from './workspace-edits';

/** Makes a fix: asks what it has to know, and shows a preview where its kind is previewed. */
export async function takeFix(service: AnalysisService, analysis: Analysis, fix: FixOffer): Promise<void> {
  const answers = await ask(fix.questions ?? []);
  if (answers === undefined) return;
  const edit = await fixEdit(service, analysis, fix.questions === undefined ? fix : { ...fix, answers });
  if (isWorkspaceEdit(edit)) await vscode.workspace.applyEdit(edit);
  else void vscode.window.showWarningMessage(`${fix.title}: ${edit.refused}`);
}

/** One after the other. Undefined: one was left unanswered. */
async function ask(questions: readonly FixQuestion[]): Promise<FixAnswers | undefined> {
  const answers: Record<string, readonly string[]> = {};
  for (const [index, { id, title, many, options }] of questions.entries()) {
    const items = options.map(option => ({ ...option, picked: option.picked === true }));
    const step = questions.length === 1 ? '' : ` (${index + 1} of ${questions.length})`;
    const look = { title: `The Answer’s Fields${step}`, placeHolder: title, ignoreFocusOut: true } as const;
    const chosen = many
      ? await vscode.window.showQuickPick(items, { ...look, canPickMany: true })
      : [await vscode.window.showQuickPick(items, look)].flatMap(item => (item === undefined ? [] : [item]));
    if (chosen === undefined || (!many && chosen.length === 0)) return undefined;
    answers[id] = chosen.map(item => item.id);
  }
  return answers;
}
