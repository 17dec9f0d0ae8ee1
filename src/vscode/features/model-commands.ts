import * as vscode from 'vscode';
import { modelRow } from '../../core/present/model-rows';
import { comparisonRows } from '../../core/present/status-bar';
import { COMMANDS } from '../platform/command-names';
import { selectedText } from '../platform/selected-text';
import { changeSetting } from '../platform/setting-changes';
import type { WindowContext } from '../platform/window-context';

/** Choosing the model that prompts without one are priced for, and comparing several for a stretch of text. */
export function registerModelCommands({ service, settings, numerals }: WindowContext): vscode.Disposable {
  const modelRows = async () => ((await service.requests.models()) ?? []).map(model => modelRow(model, numerals));

  const chooseReferenceModel = async () => {
    service.process.start();
    const chosen = await pickOrType(modelRows(), 'The model that prompts without one, and selections, are priced for');
    if (chosen !== undefined) await changeSetting<string>('referenceModel', () => chosen);
  };

  const compareModels = async () => {
    const editor = vscode.window.activeTextEditor;
    const selections = editor?.selections.filter(selection => !selection.isEmpty) ?? [];
    if (editor === undefined || selections.length === 0) return tell('Select some text first.');
    const text = selectedText(editor.document, selections);
    if (text === undefined) return tell('Selections of over a million characters are not counted.');
    service.process.start();
    const { quote, comparedModels } = settings.current;
    const models = comparedModels.length > 0 ? comparedModels : await pickSeveral(modelRows(), quote.referenceModel);
    if (models === undefined || models.length === 0) return;
    const counting = { location: vscode.ProgressLocation.Window, title: 'Promptfare: counting' };
    const counts = await vscode.window.withProgress(counting, () => service.requests.count(text, models));
    if (counts === undefined) return tell('Counting got no answer in time. Try again; the output channel may say why.');
    const rows = comparisonRows(counts, numerals);
    const chosen = await vscode.window.showQuickPick(rows, {
      placeHolder: 'Input of the selection, cheapest first. Choose one to make it the reference model',
      matchOnDescription: true,
    });
    if (chosen !== undefined) await changeSetting<string>('referenceModel', () => chosen.label);
  };

  return vscode.Disposable.from(
    vscode.commands.registerCommand(COMMANDS.chooseReferenceModel, chooseReferenceModel),
    vscode.commands.registerCommand(COMMANDS.compareModels, compareModels),
  );
}

function tell(message: string): void {
  void vscode.window.showInformationMessage(message);
}

/** A list in which an id that isn't listed can be typed as well. Undefined: nothing was chosen. */
function pickOrType(rows: Promise<vscode.QuickPickItem[]>, placeholder: string): Promise<string | undefined> {
  const pick = vscode.window.createQuickPick<vscode.QuickPickItem & { readonly typed?: string }>();
  pick.placeholder = placeholder;
  pick.matchOnDescription = true;
  pick.busy = true;
  let listed: readonly vscode.QuickPickItem[] = [];
  const fill = () => {
    const typed = pick.value.trim();
    const isListed = typed === '' || listed.some(row => row.label === typed);
    pick.items = isListed ? listed : [...listed, { label: `Use the id “${typed}”`, alwaysShow: true, typed }];
  };
  void rows.then(found => {
    listed = found;
    pick.busy = false;
    fill();
  });
  return new Promise(resolve => {
    pick.onDidChangeValue(fill);
    pick.onDidAccept(() => {
      const [chosen] = pick.selectedItems;
      resolve(chosen?.typed ?? chosen?.label);
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

async function pickSeveral(rows: Promise<vscode.QuickPickItem[]>, reference: string | undefined): Promise<readonly string[] | undefined> {
  const found = (await rows).map(row => ({ ...row, picked: row.label === reference }));
  if (found.length === 0) {
    const typed = await vscode.window.showInputBox({ prompt: 'Ids of the models to compare, separated by commas' });
    return typed
      ?.split(',')
      .map(id => id.trim())
      .filter(id => id !== '');
  }
  const chosen = await vscode.window.showQuickPick(found, {
    canPickMany: true,
    placeHolder: 'Models to compare',
    matchOnDescription: true,
  });
  return chosen?.map(row => row.label);
}
