import * as vscode from 'vscode';
import { budgetText } from '../../core/present/budget-text';
import type { BudgetCheck } from '../../core/workspace-file/budgets';
import type { JsonPlace } from '../../core/workspace-file/json-tree';
import { placeInText } from '../../core/workspace-file/place-in-text';
import type { WindowContext } from '../platform/window-context';
import { isWorkspaceFile, type WorkspaceFileTexts, workspaceFileOf } from '../platform/workspace-file-texts';
import { DIAGNOSTIC_SOURCE } from './diagnostics';

const BUDGET_RULE = 'no-over-budget';

/**
 * What is wrong in `promptfare.json`, and which of its budgets are exceeded, at their places; whether the file is open or not, as all
 * figures rest on it.
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
  let shown: readonly vscode.Uri[] = [];
  let budgets = scan.budgets;
  const refresh = () => {
    for (const uri of shown)
      if (!workspaceFiles.texts.some(({ folder }) => fileOf(folder).toString() === uri.toString())) collection.delete(uri);
    shown = workspaceFiles.texts.map(({ folder }) => fileOf(folder));
    for (const { folder, text } of workspaceFiles.texts) {
      const answer = read.get(folder);
      const problems = answer?.text === text ? answer.problems : [];
      const checks = budgets.filter(ofFolder => ofFolder.folder === folder).flatMap(ofFolder => ofFolder.checks);
      collection.set(fileOf(folder), [
        ...problems.map(problem => diagnosticAt(text, problem, problem.message, vscode.DiagnosticSeverity.Warning)),
        ...checks.flatMap(check => overBudget(text, check)),
      ]);
    }
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
      if (scan.budgets === budgets) return;
      budgets = scan.budgets;
      refresh();
    }),
    workspaceFiles.onDidChange(refresh),
    service.onDidReadWorkspaceFiles(files => {
      for (const file of files) read.set(file.folder, file);
      refresh();
    }),
  );
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
