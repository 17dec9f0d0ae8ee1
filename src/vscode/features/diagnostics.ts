import * as vscode from 'vscode';
import { diagnosticText } from '../../core/present/diagnostic-text';
import { promptFileProblems } from '../../core/present/problems';
import type { Finding, Severity } from '../../core/quote/analysis';
import type { Problem } from '../../core/source/summary';
import { openDocument } from '../platform/analyses';
import { standsIn, toRange } from '../platform/spans';
import type { WindowContext } from '../platform/window-context';

export const DIAGNOSTIC_SOURCE = 'promptfare';

/** Findings of open documents, and what is wrong with prompt files. Gone as soon as the finding is, or the document. */
export function registerDiagnostics({ service, settings, extensionUri }: WindowContext): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection(DIAGNOSTIC_SOURCE);

  const refresh = (document: vscode.TextDocument) => {
    const wanted = settings.current.diagnostics && !document.isClosed && service.documents.has(document);
    const analysis = wanted ? service.analyses.current(document) : undefined;
    const found = (analysis?.findings ?? []).flatMap(finding => diagnosticOf(document, finding, extensionUri) ?? []);
    const problems = analysis === undefined ? [] : promptFileProblems(analysis).map(problem => problemAt(document, problem));
    collection.set(document.uri, [...found, ...problems]);
  };

  return vscode.Disposable.from(
    collection,
    service.analyses.onDidChange(uri => {
      const document = vscode.workspace.textDocuments.find(candidate => candidate.uri.toString() === uri.toString());
      if (document === undefined) collection.delete(uri);
      else refresh(document);
    }),
    settings.onDidChange(() => {
      // Switched on again, they come with the next analysis, which every change of settings brings.
      if (!settings.current.diagnostics) collection.clear();
    }),
    vscode.workspace.onDidCloseTextDocument(({ uri }) => collection.delete(uri)),
  );
}

const SEVERITY: Readonly<Record<Severity, vscode.DiagnosticSeverity | undefined>> = {
  off: undefined,
  hint: vscode.DiagnosticSeverity.Hint,
  information: vscode.DiagnosticSeverity.Information,
  warning: vscode.DiagnosticSeverity.Warning,
  error: vscode.DiagnosticSeverity.Error,
};

function diagnosticOf(document: vscode.TextDocument, finding: Finding, extensionUri: vscode.Uri): vscode.Diagnostic | undefined {
  const severity = SEVERITY[finding.severity];
  if (severity === undefined || !standsIn(document, finding.at)) return undefined;
  const diagnostic = new vscode.Diagnostic(toRange(document, finding.at), diagnosticText(finding), severity);
  diagnostic.source = DIAGNOSTIC_SOURCE;
  diagnostic.code = { value: finding.rule, target: vscode.Uri.joinPath(extensionUri, 'docs', 'rules', `${finding.rule}.md`) };
  if (finding.related !== undefined) diagnostic.relatedInformation = [relatedTo(finding.related)];
  return diagnostic;
}

function problemAt(document: vscode.TextDocument, { at, message }: Problem): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toRange(document, at), message, vscode.DiagnosticSeverity.Information);
  diagnostic.source = DIAGNOSTIC_SOURCE;
  return diagnostic;
}

/** In a file that isn't open, by the lines that were looked up when it was read. */
function relatedTo({ at, message, lines }: NonNullable<Finding['related']>): vscode.DiagnosticRelatedInformation {
  const target = openDocument(at.uri);
  const place = target === undefined ? rangeOf(lines) : toRange(target, at);
  return new vscode.DiagnosticRelatedInformation(new vscode.Location(vscode.Uri.parse(at.uri), place), message);
}

function rangeOf(lines: NonNullable<Finding['related']>['lines']): vscode.Range {
  if (lines === undefined) return new vscode.Range(0, 0, 0, 0);
  const { start, end } = lines;
  return new vscode.Range(start.line, start.character, end.line, end.character);
}
