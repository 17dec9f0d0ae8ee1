import * as vscode from 'vscode';
import { lensTitle } from '../../core/present/lens';
import type { Quote } from '../../core/quote/analysis';
import { COMMANDS, INTERNAL_COMMANDS, type SiteArguments } from '../platform/command-names';
import { SELECTOR } from '../platform/selected-documents';
import { standsIn } from '../platform/spans';
import { Toggle } from '../platform/toggle';
import { PATIENCE_MS, type WindowContext } from '../platform/window-context';

/** One lens over each call site and at the head of each prompt file. */
export function registerCodeLens({ service, callers, settings, numerals }: WindowContext): vscode.Disposable {
  const toggle = new Toggle(settings, COMMANDS.toggleCodeLens, current => current.codeLens.enabled);
  const changed = new vscode.EventEmitter<void>();

  const lensOf = (document: vscode.TextDocument, quote: Quote, title: string | undefined): readonly vscode.CodeLens[] => {
    if (title === undefined) return [];
    const start = document.positionAt(quote.site.at.start);
    const site: SiteArguments = { uri: document.uri.toString(), identity: quote.site.identity };
    const command = { title, command: INTERNAL_COMMANDS.showActions, arguments: [site], tooltip: TOOLTIP };
    return [new vscode.CodeLens(new vscode.Range(start, start), command)];
  };

  const provider: vscode.CodeLensProvider = {
    onDidChangeCodeLenses: changed.event,
    async provideCodeLenses(document, token) {
      if (!toggle.on || !service.documents.has(document)) return [];
      // The editor keeps the lenses it has while it waits: nothing jumps, and no figure of an older text is handed out.
      const analysis = await service.analyses.whenCurrent(document, PATIENCE_MS, token);
      const options = settings.current.codeLens;
      if (analysis === undefined) return [];
      const here = analysis.quotes.filter(quote => standsIn(document, quote.site.at));
      return here.flatMap(quote => {
        const counted = callers.asItCounts(document, analysis, quote);
        return lensOf(document, quote, lensTitle(counted, analysis.findings, options, numerals));
      });
    },
  };

  return vscode.Disposable.from(
    toggle,
    changed,
    toggle.onDidChange(() => changed.fire()),
    settings.onDidChange(() => changed.fire()),
    service.analyses.onDidChange(() => changed.fire()),
    callers.onDidChange(() => changed.fire()),
    vscode.languages.registerCodeLensProvider(SELECTOR, provider),
  );
}

const TOOLTIP = 'Breakdown, fixes, and what else can be done';
