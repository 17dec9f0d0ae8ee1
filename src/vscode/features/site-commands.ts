import * as vscode from 'vscode';
import { explanationPage } from '../../core/present/explanation-page';
import { siteActions } from '../../core/present/site-actions';
import { functionName } from '../../core/request/function-name';
import { stateNotAnLlmCall, stateSeverity } from '../../core/workspace-file/edit-workspace-file';
import { WORKSPACE_FILE_NAME } from '../../core/workspace-file/name';
import { pathIn } from '../../core/workspace-file/stated';
import { openDocument } from '../platform/analyses';
import { type FoundSite, findSite, tellNoSite } from '../platform/call-sites';
import { changeWorkspaceFile, folderWithFile } from '../platform/change-workspace-file';
import { COMMANDS, INTERNAL_COMMANDS, type SiteArguments } from '../platform/command-names';
import { fileOf } from '../platform/notebook-cells';
import type { Pages } from '../platform/pages';
import { changeSetting } from '../platform/setting-changes';
import { showDocument } from '../platform/show-document';
import { toRange } from '../platform/spans';
import { takeFix } from '../platform/take-fix';
import type { WindowContext } from '../platform/window-context';
import { globOf, siteName } from '../platform/workspace-paths';

/** What can be done with one call site: the lens's click, the hover's links, the palette. */
export function registerSiteCommands({ service, callers, diff }: WindowContext, pages: Pages): vscode.Disposable {
  const onSite = (command: string, act: (found: FoundSite) => Promise<void>) =>
    vscode.commands.registerCommand(command, async (given: unknown) => {
      const found = await findSite(service, given);
      if (found === undefined) tellNoSite(service);
      else await act(found);
    });

  const explain = async ({ analysis, quote }: FoundSite) => {
    const { site } = quote;
    const lines = await service.requests.explain(analysis.uri, site.identity);
    if (lines !== undefined) return pages.show('numbers', explanationPage(functionName(site) || site.identity, lines));
    void vscode.window.showWarningMessage('The explanation got no answer in time. Try again.');
  };

  const showActions = async (found: FoundSite) => {
    const actions = siteActions(found.analysis, callers.asItCounts(found.document, found.analysis, found.quote), callers.areKnown);
    const chosen = await vscode.window.showQuickPick(actions, { placeHolder: 'What would you like to do with this request?' });
    if (chosen === undefined) return;
    switch (chosen.does) {
      case 'breakdown':
        return showBreakdown(found);
      case 'fix':
        return takeFix(service, diff, found.analysis, chosen.fix);
      case 'unfixable':
        return tellUnfixable(chosen.description, chosen.reason);
      case 'explain':
        return explain(found);
      case 'compress': {
        const given: SiteArguments = { uri: found.document.uri.toString(), identity: found.quote.site.identity };
        await vscode.commands.executeCommand(COMMANDS.compressPrompt, given);
        return;
      }
      case 'traffic': {
        const given: SiteArguments = { uri: found.document.uri.toString(), identity: found.quote.site.identity };
        await vscode.commands.executeCommand(COMMANDS.stateTraffic, given);
        return;
      }
      case 'sender':
        await vscode.commands.executeCommand(INTERNAL_COMMANDS.openPlace, chosen.at);
        return;
      case 'callers':
        await vscode.commands.executeCommand(COMMANDS.scanWorkspace);
        return;
      case 'reference-model':
        await vscode.commands.executeCommand(COMMANDS.chooseReferenceModel);
        return;
      case 'not-a-call':
        return leaveOut(found);
    }
  };

  return vscode.Disposable.from(
    onSite(INTERNAL_COMMANDS.showActions, showActions),
    onSite(COMMANDS.showExplanation, explain),
    onSite(COMMANDS.notAnLlmCall, leaveOut),
    vscode.commands.registerCommand(INTERNAL_COMMANDS.explainUnfixable, tellUnfixable),
    vscode.commands.registerCommand(INTERNAL_COMMANDS.ignoreInFile, async (rule: string, uri: string) => {
      const glob = globOf(vscode.Uri.parse(uri));
      await changeSetting<Record<string, string[]>>('ignore', ignore => ({ ...ignore, [rule]: [...(ignore?.[rule] ?? []), glob] }));
      void vscode.window.showInformationMessage(`${rule} is silent in ${glob}. The setting promptfare.ignore brings it back.`);
    }),
    vscode.commands.registerCommand(INTERNAL_COMMANDS.turnRuleOff, turnOff),
  );
}

async function showBreakdown({ document: asked, quote }: FoundSite): Promise<void> {
  const span = quote.site.kind === 'prompt-file' ? quote.site.at : quote.site.calleeAt;
  // Of a notebook, asked may be a cell with a part of the prompt.
  const document = openDocument(span.uri) ?? asked;
  const editor = await showDocument(document);
  if (editor === undefined) return;
  const at = toRange(document, span);
  // A prompt has its hover on its first word, a call on its callee.
  const place = quote.site.kind === 'prompt-file' ? at.start : at.end;
  editor.selection = new vscode.Selection(place, place);
  editor.revealRange(at, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  await vscode.commands.executeCommand('editor.action.showHover');
}

async function tellUnfixable(message: string, reason: string): Promise<void> {
  await vscode.window.showInformationMessage(message, { modal: true, detail: `It can’t be fixed for you: ${reason}` });
}

/** What belongs to the repository is kept in its workspace file, where it has one, else in the settings. */
async function turnOff(rule: string, uri: string): Promise<void> {
  const folder = await folderWithFile(vscode.Uri.parse(uri));
  const tell = (way: string) => void vscode.window.showInformationMessage(`${rule} is off in this workspace. ${way} brings it back.`);
  if (folder !== undefined) {
    if (await changeWorkspaceFile(folder, text => stateSeverity(text, rule, 'off'))) tell(`Its entry in ${WORKSPACE_FILE_NAME}`);
    return;
  }
  await changeSetting<Record<string, unknown>>('rules', rules => ({ ...rules, [rule]: off(rules?.[rule]) }));
  tell('The setting promptfare.rules');
}

async function leaveOut({ document, quote }: FoundSite): Promise<void> {
  const uri = fileOf(document);
  const { identity } = quote.site;
  const name = siteName(uri, identity);
  const folder = await folderWithFile(uri);
  const path = folder && pathIn(folder.uri.toString(), uri.toString());
  if (folder !== undefined && path !== undefined) {
    const isKept = await changeWorkspaceFile(folder, text => stateNotAnLlmCall(text, { path, identity }));
    if (isKept) void vscode.window.showInformationMessage(`${name} is left out. Its entry in ${WORKSPACE_FILE_NAME} brings it back.`);
    return;
  }
  await changeSetting<string[]>('notCalls', calls => [...new Set([...(calls ?? []), name])]);
  void vscode.window.showInformationMessage(`${name} is left out. The setting promptfare.notCalls brings it back.`);
}

/** Keeps a rule's options for when it is switched on again. */
function off(setting: unknown): unknown {
  return Array.isArray(setting) ? ['off', ...setting.slice(1)] : 'off';
}
