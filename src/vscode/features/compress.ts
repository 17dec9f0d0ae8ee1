import * as vscode from 'vscode';
import { passRows } from '../../core/present/compression-texts';
import { type FoundSite, findSite, tellNoSite } from '../platform/call-sites';
import { COMMANDS, type SiteArguments } from '../platform/command-names';
import { CompressionDiff } from '../platform/compression-diff';
import { CompressionQuestions } from '../platform/compression-questions';
import { EndpointKey } from '../platform/endpoint-key';
import { tellRefusal } from '../platform/tell-refusal';
import type { WindowContext } from '../platform/window-context';
import { registerCompressActions } from './compress-actions';
import { compressByModel } from './compress-by-model';

const BY_A_MODEL = 'By a Model…';
const SEND = 'Send';

/** Makes a prompt shorter: by passes that the user chooses, or by a model. */
export function registerCompress(windows: WindowContext, secrets: vscode.SecretStorage): vscode.Disposable {
  const { service, settings, numerals } = windows;
  const diff = new CompressionDiff(numerals);
  const key = new EndpointKey(secrets);
  const byModel = (found: FoundSite) =>
    compressByModel({
      questions: new CompressionQuestions(service, found),
      settings: settings.current.compression,
      key,
      numerals,
      diff: { show: compressed => diff.show(compressed, siteOf(found)) },
      extensionPath: windows.extensionUri.fsPath,
      confirm: async (message, detail) => (await vscode.window.showInformationMessage(message, { modal: true, detail }, SEND)) === SEND,
    });

  const byPasses = async (found: FoundSite) => {
    const questions = new CompressionQuestions(service, found);
    const answer = await questions.ask({ about: 'offers' });
    if (answer === undefined || !('offers' in answer)) return tellRefusal(answer);
    if (answer.offers.length === 0) {
      const none = 'Nothing was found that says the same in fewer tokens.';
      if ((await vscode.window.showInformationMessage(none, BY_A_MODEL)) === BY_A_MODEL) await byModel(found);
      return;
    }
    const rows = passRows(answer.offers, numerals);
    const chosen = await vscode.window.showQuickPick(rows, {
      canPickMany: true,
      title: 'Compress This Prompt',
      placeHolder: 'What may be taken out? You see the result before anything changes',
    });
    if (chosen === undefined || chosen.length === 0) return;
    const result = await questions.ask({ about: 'passes', passes: chosen.map(({ id }) => id) });
    if (result === undefined || !('compressed' in result)) return tellRefusal(result);
    await diff.show(result.compressed, siteOf(found));
  };

  const onSite = (command: string, act: (found: FoundSite) => Promise<void>) =>
    vscode.commands.registerCommand(command, async (given: unknown) => {
      const found = await findSite(service, given);
      if (found === undefined) tellNoSite(service);
      else await act(found);
    });
  return vscode.Disposable.from(
    diff,
    onSite(COMMANDS.compressPrompt, byPasses),
    onSite(COMMANDS.compressPromptByModel, byModel),
    registerCompressActions(windows),
  );
}

function siteOf({ document, quote }: FoundSite): SiteArguments {
  return { uri: document.uri.toString(), identity: quote.site.identity };
}
