import * as vscode from 'vscode';
import { quoteAt } from '../../core/present/quote-at';
import { COMMANDS, type SiteArguments } from '../platform/command-names';
import { SELECTOR } from '../platform/selected-documents';
import { PATIENCE_MS, type WindowContext } from '../platform/window-context';

/** "Compress this prompt…" in the lightbulb and under Refactor, at any request that sends text. */
export function registerCompressActions({ service, commands }: WindowContext): vscode.Disposable {
  const kind = vscode.CodeActionKind.RefactorRewrite;
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, token) {
      if (context.only !== undefined && !context.only.contains(kind)) return [];
      if (!service.documents.has(document)) return [];
      const analysis = await service.analyses.whenCurrent(document, PATIENCE_MS, token);
      const quote = analysis && quoteAt(analysis, document.offsetAt(range.start));
      if (quote === undefined || quote.textTokens.value <= 0) return [];
      const given: SiteArguments = { uri: document.uri.toString(), identity: quote.site.identity };
      return ACTIONS.map(([title, command]) => {
        const action = new vscode.CodeAction(title, kind);
        action.command = commands.make(title, command, given);
        return action;
      });
    },
  };
  return vscode.languages.registerCodeActionsProvider(SELECTOR, provider, { providedCodeActionKinds: [kind] });
}

const ACTIONS = [
  ['Compress this prompt…', COMMANDS.compressPrompt],
  ['Compress this prompt by a model…', COMMANDS.compressPromptByModel],
] as const;
