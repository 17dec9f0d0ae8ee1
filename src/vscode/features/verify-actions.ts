import * as vscode from 'vscode';
import { quoteAt } from '../../core/present/quote-at';
import type { Finding, FixOffer } from '../../core/quote/analysis';
import { COMMANDS, INTERNAL_COMMANDS, type SiteArguments } from '../platform/command-names';
import { SELECTOR } from '../platform/selected-documents';
import type { VerifyTarget } from '../platform/verify-target';
import { PATIENCE_MS, type WindowContext } from '../platform/window-context';

/** What the model reads, or how it answers, is another thing afterwards. */
const WORTH_VERIFYING: readonly FixOffer['effect'][] = ['words', 'reorder', 'parameters', 'schema'];

/** "Verify a fix…" beside fixes that change what the model reads, and "Verify another model…" at any call. */
export function registerVerifyActions({ service, commands }: WindowContext): vscode.Disposable {
  const kind = vscode.CodeActionKind.RefactorRewrite;
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, token) {
      if (context.only !== undefined && !context.only.contains(kind)) return [];
      if (!service.documents.has(document)) return [];
      const analysis = await service.analyses.whenCurrent(document, PATIENCE_MS, token);
      if (analysis === undefined) return [];
      const uri = document.uri.toString();
      const [from, to] = [document.offsetAt(range.start), document.offsetAt(range.end)];
      const isHere = ({ at }: Finding) => at.uri === analysis.uri && at.start <= to && from <= at.end;
      const changes = analysis.findings
        .filter(isHere)
        .flatMap(({ fixes, site }) =>
          fixes
            .filter(({ effect, questions }) => WORTH_VERIFYING.includes(effect) && questions === undefined)
            .map(({ id, title }): VerifyTarget => ({ uri, identity: site, change: { kind: 'fix', fixId: id }, title })),
        );
      const quote = quoteAt(analysis, from);
      const site: SiteArguments | undefined = quote && { uri, identity: quote.site.identity };
      return [
        // One entry however many fixes there are: which of them is asked next.
        ...(changes.length === 0
          ? []
          : [
              action(
                changes.length === 1 ? 'Verify this fix on samples…' : 'Verify a fix on samples…',
                INTERNAL_COMMANDS.verifyChange,
                ...changes,
              ),
            ]),
        ...(site === undefined || quote?.model === undefined
          ? []
          : [action('Verify another model for this call…', COMMANDS.verifyModel, site)]),
      ];
    },
  };
  return vscode.languages.registerCodeActionsProvider(SELECTOR, provider, { providedCodeActionKinds: [kind] });

  function action(title: string, command: string, ...args: unknown[]): vscode.CodeAction {
    const made = new vscode.CodeAction(title, kind);
    made.command = commands.make(title, command, ...args);
    return made;
  }
}
