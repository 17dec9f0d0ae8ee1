import * as vscode from 'vscode';
import type { Analysis, FixOffer } from '../../core/quote/analysis';
import { isRefusal } from '../../core/source/edit';
import { openDocument } from './analyses';
import type { AnalysisService } from './analysis-service';

/** What a fix changes, or why nothing is changed. */
export type FixEdit = vscode.WorkspaceEdit | { readonly refused: string };

/** Asks the worker for a fix's edits and places them. Refused when any document moved on since the analysis. */
export async function fixEdit(
  service: AnalysisService,
  analysis: Analysis,
  fix: FixOffer,
  token?: vscode.CancellationToken,
): Promise<FixEdit> {
  const edits = await service.requests.edit(analysis.uri, analysis.version, fix.id, token);
  if (edits === undefined) return { refused: 'The fix got no answer in time. Try again; the output channel may say why.' };
  if (isRefusal(edits)) return edits;
  const result = new vscode.WorkspaceEdit();
  const files = new Set(edits.map(edit => edit.uri));
  // Changes in several files are looked at before they are made.
  const preview = files.size > 1 ? { needsConfirmation: true, label: fix.title } : undefined;
  for (const uri of files) {
    const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(vscode.Uri.parse(uri)));
    const expected = document === openDocument(analysis.uri) ? analysis.version : service.analyses.versionUnder(analysis, uri);
    if (expected !== undefined && document.version !== expected) return { refused: CHANGED_MEANWHILE };
    for (const edit of edits.filter(candidate => candidate.uri === uri)) {
      const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
      result.replace(document.uri, range, edit.newText, preview);
    }
  }
  return result;
}

export function isWorkspaceEdit(edit: FixEdit): edit is vscode.WorkspaceEdit {
  return edit instanceof vscode.WorkspaceEdit;
}

const CHANGED_MEANWHILE = 'The document changed meanwhile, so nothing was edited. Try again.';
