import * as vscode from 'vscode';
import type { WindowContext } from '../platform/window-context';
import { isWorkspaceFile, workspaceFileOf } from '../platform/workspace-file-texts';
import { DIAGNOSTIC_SOURCE } from './diagnostics';

/** What is wrong in `promptfare.json`, at its place; whether the file is open or not, as all figures rest on it. */
export function registerWorkspaceFileProblems({ service }: WindowContext): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(`${DIAGNOSTIC_SOURCE}-workspace-file`);

  const start = (document: vscode.TextDocument) => {
    // A worker reads it, which nothing else may have started yet.
    if (isWorkspaceFile(document.uri)) service.process.start();
  };
  vscode.workspace.textDocuments.forEach(start);

  return vscode.Disposable.from(
    collection,
    vscode.workspace.onDidOpenTextDocument(start),
    service.onDidReadWorkspaceFiles(files => {
      collection.clear();
      for (const { folder, text, problems } of files) {
        const lineStarts = lineStartsOf(text);
        const diagnostics = problems.map(({ start, end, message }) => {
          const range = new vscode.Range(positionAt(lineStarts, start), positionAt(lineStarts, end));
          const diagnostic = new vscode.Diagnostic(range, message, vscode.DiagnosticSeverity.Warning);
          diagnostic.source = DIAGNOSTIC_SOURCE;
          return diagnostic;
        });
        collection.set(workspaceFileOf(vscode.Uri.parse(folder)), diagnostics);
      }
    }),
  );
}

function lineStartsOf(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\r|\n/g)].map(({ index, 0: end }) => index + end.length)];
}

function positionAt(lineStarts: readonly number[], offset: number): vscode.Position {
  const line = Math.max(0, lineStarts.filter(start => start <= offset).length - 1);
  return new vscode.Position(line, offset - (lineStarts[line] ?? 0));
}
