import * as vscode from 'vscode';
import { budgetText } from '../../core/present/budget-text';
import type { BudgetCheck } from '../../core/workspace-file/budgets';
import type { IdleSelector } from '../../core/workspace-file/idle-selectors';
import type { JsonPlace } from '../../core/workspace-file/json-tree';
import { placeInText } from '../../core/workspace-file/place-in-text';
import type { WindowContext } from '../platform/window-context';
import { isWorkspaceFile, type WorkspaceFileTexts, workspaceFileOf } from '../platform/workspace-file-texts';
import { DIAGNOSTIC_SOURCE } from './diagnostics';

const BUDGET_RULE = 'no-over-budget';

/**
 * What is wrong in `promptfare.json`, which of its budgets are exceeded, and what of it means no call, at their places; whether the file
 * is open or not, as all figures rest on it.
 */
export function registerWorkspaceFileProblems(windows: WindowContext, workspaceFiles: WorkspaceFileTexts): vscode.Disposable {
  const { service, scan, numerals, extensionUri } = windows;
  const collection = vscode.languages.createDiagnosticCollection(`${DIAGNOSTIC_SOURCE}-workspace-file`);
  const read = new Map<string, Parameters<Parameters<typeof service.onDidReadWorkspaceFiles>[0]>[0][number]>();

  const overBudget = (text: string, check: BudgetCheck): readonly vscode.Diagnostic[] => {
    const place = check.over && placeInText(text, check.path);
    if (check.over === undefined || place === undefined) return [];
    const severity = check.over.level === 'error' ? vscode.DiagnosticSeverity.Error : vscode.DiagnosticSeverity.Warning;
    const diagnostic = diagnosticAt(text, place, `${budgetText(check, numerals)}.`, severity);
    const target = vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${BUDGET_RULE}.md`);
    diagnostic.code = { value: BUDGET_RULE, target };
    return [diagnostic];
  };
  const idle = (text: string, { path, selector }: IdleSelector): readonly vscode.Diagnostic[] => {
    const place = placeInText(text, path, 'key');
    const message = `${JSON.stringify(selector)} means no call that a scan of the workspace finds. It counts for nothing.`;
    return place === undefined ? [] : [diagnosticAt(text, place, message, vscode.DiagnosticSeverity.Information)];
  };
  let shown: readonly vscode.Uri[] = [];
  let outcomes = scan.outcomes;
  const refresh = () => {
    for (const uri of shown)
      if (!workspaceFiles.texts.some(({ folder }) => fileOf(folder).toString() === uri.toString())) collection.delete(uri);
    shown = workspaceFiles.texts.map(({ folder }) => fileOf(folder));
    for (const { folder, text } of workspaceFiles.texts) {
      const answer = read.get(folder);
      const problems = answer?.text === text ? answer.problems : [];
      const own = outcomes.filter(outcome => outcome.folder === folder);
      collection.set(fileOf(folder), [
        ...problems.flatMap(problem => {
          const diagnostic = diagnosticAt(text, problem, problem.message, vscode.DiagnosticSeverity.Warning);
          return problem.isOfWhole === true || !isMarkedByEditor(fileOf(folder), diagnostic.range) ? [diagnostic] : [];
        }),
        ...own.flatMap(({ budgets }) => budgets.flatMap(check => overBudget(text, check))),
        ...own.flatMap(outcome => outcome.idle.flatMap(selector => idle(text, selector))),
      ]);
    }
  };
  let marked = '';
  /** The editor checks an open file by its schema, a little later than we do. */
  const followEditor = ({ uris }: vscode.DiagnosticChangeEvent) => {
    if (!uris.some(uri => shown.some(own => own.toString() === uri.toString()))) return;
    const now = JSON.stringify(shown.map(uri => marksOfEditor(uri)));
    if (now === marked) return;
    marked = now;
    refresh();
  };
  const start = (document: vscode.TextDocument) => {
    // A worker reads it, which nothing else may have started yet.
    if (isWorkspaceFile(document.uri)) service.process.start();
  };
  vscode.workspace.textDocuments.forEach(start);

  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(start),
    scan.onDidChange(() => {
      if (scan.outcomes === outcomes) return;
      outcomes = scan.outcomes;
      refresh();
    }),
    workspaceFiles.onDidChange(refresh),
    vscode.languages.onDidChangeDiagnostics(followEditor),
    service.onDidReadWorkspaceFiles(files => {
      for (const file of files) read.set(file.folder, file);
      refresh();
    }),
  );
}

/** What the editor's own check of JSON says of a file. */
function marksOfEditor(uri: vscode.Uri): readonly vscode.Range[] {
  return vscode.languages.getDiagnostics(uri).flatMap(({ source, range }) => (source === DIAGNOSTIC_SOURCE ? [] : [range]));
}

/** One mark at a place is enough. */
function isMarkedByEditor(uri: vscode.Uri, range: vscode.Range): boolean {
  return marksOfEditor(uri).some(mark => mark.intersection(range) !== undefined);
}

function fileOf(folder: string): vscode.Uri {
  return workspaceFileOf(vscode.Uri.parse(folder));
}

function diagnosticAt(text: string, { start, end }: JsonPlace, message: string, severity: vscode.DiagnosticSeverity): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(new vscode.Range(positionAt(text, start), positionAt(text, end)), message, severity);
  diagnostic.source = DIAGNOSTIC_SOURCE;
  return diagnostic;
}

function positionAt(text: string, offset: number): vscode.Position {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return new vscode.Position(lines.length - 1, lines.at(-1)?.length ?? 0);
}
