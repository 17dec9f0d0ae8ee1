import * as vscode from 'vscode';
import { coveragePage } from '../../core/present/coverage-page';
import { nodeAt } from '../../core/present/node-at';
import { ELSEWHERE } from '../../core/present/scan-state';
import { coverageText, spendHeadline, spendTree } from '../../core/present/spend-tree';
import { taskNodes } from '../../core/present/task-nodes';
import type { TreeNode } from '../../core/present/tree-node';
import type { Span } from '../../core/source/span';
import { COMMANDS, INTERNAL_COMMANDS } from '../platform/command-names';
import { documentPlace, scannedPlace } from '../platform/notebook-places';
import type { Pages } from '../platform/pages';
import { showDocument } from '../platform/show-document';
import { TreeOfNodes } from '../platform/tree-of-nodes';
import type { WindowContext } from '../platform/window-context';
import { whenScanned } from '../platform/workspace-scan';

/** The cursor rests before the tree follows it. */
const REST_MS = 200;

/** The side bar: where the money goes. The workspace is looked at when it is first seen. */
export function registerSpendView(context: WindowContext, pages: Pages): vscode.Disposable {
  const { scan, numerals } = context;
  const spend = new TreeOfNodes(() => [...tasksOf(context), ...spendTree(scan.files, numerals)]);
  const spendView = vscode.window.createTreeView('promptfare.spend', { treeDataProvider: spend, showCollapseAll: true });
  let rest: NodeJS.Timeout | undefined;
  let wasDone = false;

  const begin = ({ visible }: { readonly visible: boolean }) => {
    if (visible && scan.state === 'none') scan.scan();
    follow(vscode.window.activeTextEditor);
  };
  const update = () => {
    const { state, progress, coverage } = scan;
    const isEmpty = state === 'done' && scan.files.every(({ quotes }) => quotes.length === 0);
    void vscode.commands.executeCommand('setContext', 'promptfare.scan', isEmpty ? 'empty' : state);
    const headline = spendHeadline(scan.files, numerals);
    const under =
      progress === undefined ? '' : `Looking at files: ${numerals.integer(progress.done)} of ${numerals.integer(progress.total)}`;
    const read = coverage === undefined || under !== '' ? '' : coverageText(coverage, numerals);
    // The editor shows either a message or what the manifest says of an empty view, which offers a way on.
    if (state === 'done' && !wasDone) follow(vscode.window.activeTextEditor);
    wasDone = state === 'done';
    spendView.message = isEmpty ? '' : [under || headline, read].filter(line => line !== '').join(' · ');
    spend.refresh();
  };
  /** Shows the call under the cursor, or its file, without taking the focus. */
  const follow = (editor: vscode.TextEditor | undefined) => {
    clearTimeout(rest);
    if (editor === undefined || !spendView.visible) return;
    rest = setTimeout(() => {
      const { uri, offset } = scannedPlace(editor.document, editor.document.offsetAt(editor.selection.active));
      const here = uri.toString();
      const node = nodeAt(spend.nodes(), address => vscode.Uri.parse(address).toString() === here, offset);
      if (node !== undefined) void spendView.reveal(node, { select: true, focus: false });
    }, REST_MS);
  };

  return vscode.Disposable.from(
    spendView,
    spend,
    scan.onDidChange(update),
    spendView.onDidChangeVisibility(begin),
    vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    vscode.window.onDidChangeActiveTextEditor(follow),
    vscode.commands.registerCommand(COMMANDS.scanWorkspace, () =>
      vscode.window.withProgress({ location: { viewId: 'promptfare.spend' } }, () => {
        if (scan.state === 'elsewhere') void vscode.window.showInformationMessage(ELSEWHERE);
        // What is found stands there, and nowhere else.
        else if (!spendView.visible) void vscode.commands.executeCommand('promptfare.spend.focus', { preserveFocus: true });
        scan.scan();
        return whenScanned(scan);
      }),
    ),
    vscode.commands.registerCommand(COMMANDS.cancelScan, () => scan.cancel()),
    vscode.commands.registerCommand(COMMANDS.showCoverage, () => pages.show('coverage', coveragePage(scan.coverage, scan.files, numerals))),
    vscode.commands.registerCommand(INTERNAL_COMMANDS.openPlace, openPlace),
    { dispose: () => clearTimeout(rest) },
  );
}

function tasksOf({ scan, numerals }: WindowContext): readonly TreeNode[] {
  return taskNodes(
    scan.outcomes.flatMap(({ tasks }) => tasks),
    numerals,
  );
}

async function openPlace(place: Span): Promise<void> {
  const { document, start } = await documentPlace(place);
  const editor = await showDocument(document);
  if (editor === undefined) return;
  const at = document.positionAt(start);
  editor.selection = new vscode.Selection(at, at);
  editor.revealRange(new vscode.Range(at, at), vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
