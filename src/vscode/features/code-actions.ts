import * as vscode from 'vscode';
import { ignoreComment } from '../../core/present/ignore-comment';
import type { Analysis, Finding, FixOffer } from '../../core/quote/analysis';
import { COMMANDS, INTERNAL_COMMANDS, type SiteArguments } from '../platform/command-names';
import type { LastingCommands } from '../platform/lasting-commands';
import { SELECTOR } from '../platform/selected-documents';
import { standsIn, toRange } from '../platform/spans';
import { isTakenByCommand, takeFix } from '../platform/take-fix';
import { PATIENCE_MS, type WindowContext } from '../platform/window-context';
import { fixEdit, isWorkspaceEdit } from '../platform/workspace-edits';
import { DIAGNOSTIC_SOURCE } from './diagnostics';

class FixAction extends vscode.CodeAction {
  constructor(
    readonly analysis: Analysis,
    readonly fix: FixOffer,
    commands: LastingCommands,
    kind = vscode.CodeActionKind.QuickFix,
  ) {
    super(fix.title, kind);
    if (fix.preferred) this.isPreferred = true;
    // What is asked or looked at before is so when the fix is taken, not when the menu opens.
    if (isTakenByCommand(fix)) this.command = commands.make(fix.title, INTERNAL_COMMANDS.takeFix, analysis, fix);
  }
}

/** Fixes, reasons why there is none, and ways to silence a finding. Edits are made only when an action is taken. */
export function registerCodeActions({ service, commands, diff }: WindowContext): vscode.Disposable {
  const provider: vscode.CodeActionProvider = {
    async provideCodeActions(document, range, context, token) {
      // Never part of "fix all on save" of other tools.
      if (context.only !== undefined && !KINDS.some(kind => context.only?.contains(kind))) return [];
      if (!service.documents.has(document)) return [];
      const analysis = await service.analyses.whenCurrent(document, PATIENCE_MS, token);
      if (analysis === undefined) return [];
      const isAt = (finding: Finding) => placesOf(document, analysis, finding).some(place => place.intersection(range));
      const quiet = (analysis.refactorings ?? [])
        .filter(isAt)
        .flatMap(finding => finding.fixes.map(fix => refactoring(analysis, fix, commands)));
      const found = analysis.findings.filter(isAt);
      const loud = found.flatMap(finding => {
        const diagnostics = context.diagnostics.filter(
          diagnostic => diagnostic.source === DIAGNOSTIC_SOURCE && ruleOf(diagnostic) === finding.rule,
        );
        return actionsOf(document, analysis, finding, commands).map(action => Object.assign(action, { diagnostics }));
      });
      const sites = [...new Set(found.map(({ site }) => site))];
      return [...loud, ...sites.flatMap(site => notACall(document, analysis, site, commands)), ...quiet];
    },
    async resolveCodeAction(action, token) {
      if (!(action instanceof FixAction) || isTakenByCommand(action.fix)) return action;
      const edit = await fixEdit(service, action.analysis, action.fix, token);
      if (isWorkspaceEdit(edit)) action.edit = edit;
      else if (!token.isCancellationRequested) void vscode.window.showWarningMessage(`${action.fix.title}: ${edit.refused}`);
      return action;
    },
  };
  return vscode.Disposable.from(
    vscode.languages.registerCodeActionsProvider(SELECTOR, provider, { providedCodeActionKinds: KINDS }),
    vscode.commands.registerCommand(INTERNAL_COMMANDS.takeFix, (analysis: Analysis, fix: FixOffer) =>
      takeFix(service, diff, analysis, fix),
    ),
  );
}

const KINDS = [vscode.CodeActionKind.QuickFix, vscode.CodeActionKind.RefactorRewrite];

function placesOf(document: vscode.TextDocument, analysis: Analysis, finding: Finding): readonly vscode.Range[] {
  const site = analysis.quotes.find(quote => quote.site.identity === finding.site)?.site;
  const spans = [finding.at, ...(site === undefined ? [] : [site.calleeAt])];
  return spans.filter(span => standsIn(document, span)).map(span => toRange(document, span));
}

/** Of a rule that is off: under Refactor, for those who look for it. */
function refactoring(analysis: Analysis, fix: FixOffer, commands: LastingCommands): vscode.CodeAction {
  return new FixAction(analysis, { ...fix, preferred: false }, commands, vscode.CodeActionKind.RefactorRewrite);
}

function actionsOf(
  document: vscode.TextDocument,
  analysis: Analysis,
  finding: Finding,
  commands: LastingCommands,
): readonly vscode.CodeAction[] {
  const actions: vscode.CodeAction[] = finding.fixes.map(fix => new FixAction(analysis, fix, commands));
  const { rule, unfixable } = finding;
  if (unfixable !== undefined) {
    actions.push(running('Why can’t this be fixed?', commands, INTERNAL_COMMANDS.explainUnfixable, finding.message, unfixable));
  }
  const site = analysis.quotes.find(quote => quote.site.identity === finding.site)?.site;
  // The call of a finding in one cell may stand in another.
  if (site === undefined || !standsIn(document, site.at)) return actions;
  const isCall = site.kind !== 'prompt-file';
  actions.push(
    isCall
      ? ignoringComment(document, rule, document.positionAt(site.at.start).line)
      : running(`Ignore ${rule} in this file`, commands, INTERNAL_COMMANDS.ignoreInFile, rule, document.uri.toString()),
  );
  actions.push(running(`Turn off ${rule} in this workspace`, commands, INTERNAL_COMMANDS.turnRuleOff, rule, document.uri.toString()));
  return actions;
}

function notACall(document: vscode.TextDocument, { quotes }: Analysis, identity: string, commands: LastingCommands): vscode.CodeAction[] {
  const site = quotes.find(quote => quote.site.identity === identity)?.site;
  if (site === undefined || site.kind === 'prompt-file' || !standsIn(document, site.at)) return [];
  const given: SiteArguments = { uri: document.uri.toString(), identity };
  return [running('This is not an LLM call', commands, COMMANDS.notAnLlmCall, given)];
}

function running(title: string, commands: LastingCommands, command: string, ...args: readonly unknown[]): vscode.CodeAction {
  const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
  action.command = commands.make(title, command, ...args);
  return action;
}

function ignoringComment(document: vscode.TextDocument, rule: string, line: number): vscode.CodeAction {
  const action = new vscode.CodeAction(`Ignore ${rule} at this call`, vscode.CodeActionKind.QuickFix);
  const { text, firstNonWhitespaceCharacterIndex } = document.lineAt(line);
  const above = line === 0 ? undefined : document.lineAt(line - 1);
  const comment = ignoreComment(document.languageId, rule, above?.text ?? '', text.slice(0, firstNonWhitespaceCharacterIndex));
  action.edit = new vscode.WorkspaceEdit();
  if ('append' in comment && above !== undefined) action.edit.insert(document.uri, above.range.end, comment.append);
  else if ('newLine' in comment) action.edit.insert(document.uri, new vscode.Position(line, 0), `${comment.newLine}${eolOf(document)}`);
  return action;
}

function eolOf(document: vscode.TextDocument): string {
  return document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
}

function ruleOf({ code }: vscode.Diagnostic): string | number | undefined {
  return typeof code === 'object' ? code.value : code;
}
