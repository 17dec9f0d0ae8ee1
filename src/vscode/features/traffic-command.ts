import * as vscode from 'vscode';
import { functionName } from '../../core/request/function-name';
import { stateTraffic } from '../../core/workspace-file/edit-workspace-file';
import { WORKSPACE_FILE_NAME } from '../../core/workspace-file/name';
import { readAmount, writeAmount } from '../../core/workspace-file/read-amount';
import { pathIn } from '../../core/workspace-file/stated';
import { type FoundSite, findSite, tellNoSite } from '../platform/call-sites';
import { changeWorkspaceFile } from '../platform/change-workspace-file';
import { COMMANDS } from '../platform/command-names';
import { fileOf } from '../platform/notebook-cells';
import type { WindowContext } from '../platform/window-context';

/** Asks how often a call is made, and keeps it in the workspace file: from then on its money is shown per month. */
export function registerTrafficCommand({ service }: WindowContext): vscode.Disposable {
  return vscode.commands.registerCommand(COMMANDS.stateTraffic, async (given: unknown) => {
    const found = await findSite(service, given);
    if (found === undefined) tellNoSite(service);
    else await askTraffic(found);
  });
}

async function askTraffic({ document, quote }: FoundSite): Promise<void> {
  const uri = fileOf(document);
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const path = folder && pathIn(folder.uri.toString(), uri.toString());
  if (folder === undefined || path === undefined) {
    void vscode.window.showInformationMessage(`This file lies in no open folder, so there is no ${WORKSPACE_FILE_NAME} to keep it in.`);
    return;
  }
  const { site, stated } = quote;
  const present = stated?.callsPerDay;
  const name = functionName(site) || site.api;
  const typed = await vscode.window.showInputBox({
    title: 'Calls a day',
    prompt: `How often is ${name} called on a day? A number, or a range such as 800-1200. Empty: not stated.`,
    placeHolder: '1200',
    value: present === undefined ? '' : writeAmount(present.low === present.high ? present.low : [present.low, present.high]),
    validateInput: text => (text.trim() === '' || readAmount(text) !== undefined ? undefined : WRONG),
  });
  if (typed === undefined) return;
  const callsPerDay = typed.trim() === '' ? undefined : readAmount(typed);
  await changeWorkspaceFile(folder, text => stateTraffic(text, { path, identity: site.identity }, callsPerDay));
}

const WRONG = 'Type a number from 0 to 1,000,000,000,000, or a range such as 800-1200.';
