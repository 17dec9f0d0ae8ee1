import * as vscode from 'vscode';
import type { Analysis, FixOffer } from '../../core/quote/analysis';
import { type Edit, isRefusal, type Refusal } from '../../core/source/edit';
import type { FixAnswers } from '../../core/structured-output/questions';
import { openDocument } from './analyses';
import type { AnalysisService } from './analysis-service';

/** What a fix changes, or why nothing is changed. */
export type FixEdit = vscode.WorkspaceEdit | Refusal;

const PATIENCE_MS = 5000;

/** A fix that is to be made, with answers to its questions if it has any. */
export type TakenFix = FixOffer & { readonly answers?: FixAnswers };

/** Asks the worker for a fix's edits and places them. Refused when any document moved on since the analysis. */
export async function fixEdit(
  service: AnalysisService,
  analysis: Analysis,
  fix: TakenFix,
  token?: vscode.CancellationToken,
): Promise<FixEdit> {
  const edits = await editsOf(service, analysis, fix, token);
  if (isRefusal(edits)) return edits;
  const changed = edits.filter(({ creates }) => creates === undefined);
  const closed = [...new Set(changed.map(edit => edit.uri))].filter(uri => openDocument(uri) === undefined);
  if (closed.length === 0) return placed(service, analysis, fix, edits);
  // The editor may read a file in its own way (its encoding, mixed line ends): the edits are made anew for the text it shows.
  const opened = await Promise.all(closed.map(uri => vscode.workspace.openTextDocument(vscode.Uri.parse(uri))));
  const document = openDocument(analysis.uri);
  const current = document && (await service.analyses.whenUnder(document, opened, PATIENCE_MS, token));
  const same = current?.findings.flatMap(finding => finding.fixes).find(offer => offer.id === fix.id);
  if (current === undefined || same === undefined) return { refused: CHANGED_MEANWHILE };
  const again = fix.answers === undefined ? same : { ...same, answers: fix.answers };
  const anew = await editsOf(service, current, again, token);
  return isRefusal(anew) ? anew : placed(service, current, same, anew);
}

async function editsOf(
  service: AnalysisService,
  analysis: Analysis,
  { id: fixId, answers }: TakenFix,
  token: vscode.CancellationToken | undefined,
): Promise<readonly Edit[] | Refusal> {
  const edits = await service.requests.edit(
    analysis.uri,
    analysis.version,
    { fixId, ...(answers === undefined ? {} : { answers }) },
    token,
  );
  return edits ?? { refused: 'The fix got no answer in time. Try again; the output channel may say why.' };
}

async function placed(service: AnalysisService, analysis: Analysis, fix: FixOffer, edits: readonly Edit[]): Promise<FixEdit> {
  const result = new vscode.WorkspaceEdit();
  for (const { uri, newText } of edits.filter(({ creates }) => creates === true)) {
    const file = vscode.Uri.parse(uri);
    if (await isThere(file))
      return { refused: `There is a file ${vscode.workspace.asRelativePath(file)} already, so nothing was written.` };
    result.createFile(file, { contents: new TextEncoder().encode(newText), overwrite: false });
  }
  const changed = edits.filter(({ creates }) => creates === undefined);
  const files = new Set(changed.map(edit => edit.uri));
  // Changes in several files are looked at before they are made, in the editor's own preview where the editor makes them itself.
  const preview = files.size > 1 ? { needsConfirmation: true, label: fix.title } : undefined;
  for (const uri of files) {
    const document = openDocument(uri);
    const expected = document === openDocument(analysis.uri) ? analysis.version : service.analyses.versionUnder(analysis, uri);
    if (document === undefined || document.version !== expected) return { refused: CHANGED_MEANWHILE };
    for (const edit of changed.filter(candidate => candidate.uri === uri)) {
      const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
      result.replace(document.uri, range, edit.newText, preview);
    }
  }
  return result;
}

function isThere(file: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
}

export function isWorkspaceEdit(edit: FixEdit): edit is vscode.WorkspaceEdit {
  return edit instanceof vscode.WorkspaceEdit;
}

const CHANGED_MEANWHILE = 'The document changed meanwhile, so nothing was edited. Try again.';
