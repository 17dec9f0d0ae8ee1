import * as vscode from 'vscode';
import type { ChosenFix } from '../../core/fixes/chosen-fix';
import { savingPage } from '../../core/present/saving-page';
import { jointSavings, type SavingsOrder, savingPlaces, savingsTree } from '../../core/present/savings-tree';
import type { TreeNode } from '../../core/present/tree-node';
import { isRefusal } from '../../core/source/edit';
import { COMMANDS } from '../platform/command-names';
import { fileDocuments } from '../platform/file-documents';
import type { Pages } from '../platform/pages';
import { scannedFiles } from '../platform/scanned-files';
import { TreeOfNodes } from '../platform/tree-of-nodes';
import type { WindowContext } from '../platform/window-context';

/** A file has to be opened and analysed first. */
const PATIENCE_MS = 15_000;

/** What could be saved, by rule or by money, and the arithmetic of it. */
export function registerSavingsView({ scan, numerals, service }: WindowContext, pages: Pages): vscode.Disposable {
  let order: SavingsOrder = 'rule';
  const savings = new TreeOfNodes(() => savingsTree(scan.files, order, numerals));
  const view = vscode.window.createTreeView('promptfare.savings', { treeDataProvider: savings, showCollapseAll: true });

  const update = () => {
    savings.refresh();
    const places = savingPlaces(scan.files);
    view.description = places === 0 ? '' : numerals.integer(places);
  };
  const arrange = (by: SavingsOrder) => {
    order = by;
    void vscode.commands.executeCommand('setContext', 'promptfare.savingsOrder', order);
    update();
  };
  /** Says where, too: the order is seen in the side bar alone. */
  const list = (by: SavingsOrder) => {
    arrange(by);
    if (!view.visible) void vscode.commands.executeCommand('promptfare.savings.focus', { preserveFocus: true });
  };
  const explain = async (node: TreeNode | undefined) => {
    const explained = node?.explains ?? 'all';
    if (explained === 'all') {
      const scanned = await scannedFiles(scan);
      if (scanned === undefined) return;
      const joint = jointSavings(scanned);
      if (joint.length > 0) return showPage(joint);
      void vscode.window.showInformationMessage('No fix here saves anything that can be calculated.');
      return;
    }
    const saving = await savingOf(explained);
    if (saving !== undefined) await showPage([saving]);
  };
  const showPage = (some: Parameters<typeof savingPage>[0]) => pages.show('savings', savingPage(some, numerals));
  const savingOf = async (chosen: ChosenFix) => {
    const [file] = await fileDocuments([chosen.uri]);
    const analysis = file && (await service.analyses.whenCurrent(file.document, PATIENCE_MS));
    const uri = file?.document.uri.toString();
    const saving = analysis && uri && (await service.requests.explainSaving({ ...chosen, uri }, analysis.version));
    if (saving && !isRefusal(saving)) return saving;
    void vscode.window.showWarningMessage(saving ? saving.refused : 'The analysis did not end in time. Try again.');
    return undefined;
  };

  arrange(order);
  return vscode.Disposable.from(
    view,
    savings,
    scan.onDidChange(update),
    view.onDidChangeVisibility(({ visible }) => {
      if (visible && scan.state === 'none') scan.scan();
    }),
    vscode.commands.registerCommand(COMMANDS.savingsByRule, () => list('rule')),
    vscode.commands.registerCommand(COMMANDS.savingsByMoney, () => list('money')),
    vscode.commands.registerCommand(COMMANDS.explainSaving, explain),
  );
}
