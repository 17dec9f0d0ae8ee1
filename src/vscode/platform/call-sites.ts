import * as vscode from 'vscode';
import { whyNothingRead } from '../../core/present/problems';
import { quoteAt, quoteOnLine } from '../../core/present/quote-at';
import type { Analysis, Quote } from '../../core/quote/analysis';
import { openDocument } from './analyses';
import type { AnalysisService } from './analysis-service';
import type { SiteArguments } from './command-names';

export interface FoundSite {
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis;
  readonly quote: Quote;
}

/** A person who has just asked for something waits longer than for a hover. */
const PATIENCE_MS = 5000;

/** The call site that a command was given, or the one under the cursor. Where the text or a setting has just changed, its analysis is waited for. */
export async function findSite(service: AnalysisService, given: unknown): Promise<FoundSite | undefined> {
  const editor = vscode.window.activeTextEditor;
  const document = isSite(given) ? openDocument(given.uri) : editor?.document;
  if (document === undefined || !service.documents.has(document)) return undefined;
  const analysis = await service.analyses.whenCurrent(document, PATIENCE_MS);
  const quote = isSite(given)
    ? analysis?.quotes.find(candidate => candidate.site.identity === given.identity)
    : editor && analysis && quoteUnder(editor, analysis);
  return analysis && quote && { document, analysis, quote };
}

/** The cursor may stand in front of a call on its line, below the lens. */
function quoteUnder({ document, selection }: vscode.TextEditor, analysis: Analysis): Quote | undefined {
  const line = document.lineAt(selection.active.line).range;
  return (
    quoteAt(analysis, document.offsetAt(selection.active)) ??
    quoteOnLine(analysis, document.offsetAt(line.start), document.offsetAt(line.end))
  );
}

function isSite(given: unknown): given is SiteArguments {
  if (typeof given !== 'object' || given === null || !('uri' in given) || !('identity' in given)) return false;
  return typeof given.uri === 'string' && typeof given.identity === 'string';
}

/** Says what to do, or why nothing of the file was read. */
export function tellNoSite(service: AnalysisService): void {
  const document = vscode.window.activeTextEditor?.document;
  const analysis = document && service.analyses.current(document);
  const unread = analysis && whyNothingRead(analysis);
  void vscode.window.showInformationMessage(unread ?? 'Put the cursor on a model call or into a prompt, and try again.');
}
