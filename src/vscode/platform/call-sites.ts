import * as vscode from 'vscode';
import { whyUnread } from '../../core/present/problems';
import { quoteAt } from '../../core/present/quote-at';
import type { Analysis, Quote } from '../../core/quote/analysis';
import { openDocument } from './analyses';
import type { AnalysisService } from './analysis-service';
import type { SiteArguments } from './command-names';

export interface FoundSite {
  readonly document: vscode.TextDocument;
  readonly analysis: Analysis;
  readonly quote: Quote;
}

/** The call site that a command was given, or the one under the cursor. */
export function findSite(service: AnalysisService, given: unknown): FoundSite | undefined {
  if (isSite(given)) {
    const document = openDocument(given.uri);
    const analysis = document && service.analyses.current(document);
    const quote = analysis?.quotes.find(candidate => candidate.site.identity === given.identity);
    return document && analysis && quote && { document, analysis, quote };
  }
  const editor = vscode.window.activeTextEditor;
  const analysis = editor && service.analyses.current(editor.document);
  const quote = analysis && quoteAt(analysis, editor.document.offsetAt(editor.selection.active));
  return editor && analysis && quote && { document: editor.document, analysis, quote };
}

function isSite(given: unknown): given is SiteArguments {
  if (typeof given !== 'object' || given === null || !('uri' in given) || !('identity' in given)) return false;
  return typeof given.uri === 'string' && typeof given.identity === 'string';
}

/** Says what to do, or why nothing of the file was read. */
export function tellNoSite(service: AnalysisService): void {
  const document = vscode.window.activeTextEditor?.document;
  const analysis = document && service.analyses.current(document);
  const unread = analysis && whyUnread(analysis);
  void vscode.window.showInformationMessage(unread ?? 'Put the cursor on a model call or into a prompt, and try again.');
}
