import * as vscode from 'vscode';
import { whyNothingRead } from '../../core/present/problems';
import { quoteAt } from '../../core/present/quote-at';
import { namesModel, requestStatus, type StatusText, selectionStatus } from '../../core/present/status-bar';
import { COMMANDS, INTERNAL_COMMANDS } from '../platform/command-names';
import { CommittedFiles } from '../platform/committed-files';
import { selectedText } from '../platform/selected-text';
import type { WindowContext } from '../platform/window-context';

/** Moving the cursor or dragging a selection asks for nothing until it rests. */
const REST_MS = 150;
/** A figure waits this long for its change since the last commit, and is then shown without. */
const CHANGE_PATIENCE_MS = 100;

type StatusItem = Pick<vscode.StatusBarItem, 'text' | 'tooltip' | 'command' | 'show' | 'hide' | 'dispose'>;

/** The selection's tokens in any file, else the request under the cursor with its change since the last commit. */
export function registerStatusBar(
  { service, callers, settings, numerals }: Pick<WindowContext, 'service' | 'callers' | 'settings' | 'numerals'>,
  item: StatusItem = createItem(),
): vscode.Disposable {
  const committed = new CommittedFiles(service.requests);
  let timer: NodeJS.Timeout | undefined;
  let asked = new vscode.CancellationTokenSource();

  const show = (status: StatusText | undefined, command: string) => {
    if (status === undefined) {
      item.hide();
      return;
    }
    item.text = `$(symbol-numeric) ${status.text}`;
    item.tooltip = status.tooltip;
    item.command = command;
    item.show();
  };

  const showRequest = async ({ document, selection }: vscode.TextEditor, token: vscode.CancellationToken) => {
    const analysis = service.documents.has(document) ? service.analyses.current(document) : undefined;
    const unread = analysis && whyNothingRead(analysis);
    if (unread !== undefined) return show({ text: 'not analysed', tooltip: unread }, COMMANDS.chooseReferenceModel);
    const quote = analysis && quoteAt(analysis, document.offsetAt(selection.active));
    if (analysis === undefined || quote === undefined) return show(undefined, '');
    const isStale = () => token.isCancellationRequested || service.analyses.current(document) !== analysis;
    const showQuote = (before?: Parameters<typeof requestStatus>[2]) => {
      if (isStale()) return;
      const counted = callers.asItCounts(document, analysis, quote);
      show(requestStatus(counted, numerals, before), namesModel(quote) ? INTERNAL_COMMANDS.showActions : COMMANDS.chooseReferenceModel);
    };
    const late = setTimeout(showQuote, CHANGE_PATIENCE_MS);
    const before = await committed.quoteOf(document, quote.site.identity, token);
    clearTimeout(late);
    showQuote(before);
  };

  const showSelections = async (
    { document }: vscode.TextEditor,
    selected: readonly vscode.Selection[],
    token: vscode.CancellationToken,
  ) => {
    const text = selectedText(document, selected);
    if (text === undefined)
      return show({ text: 'selection too long', tooltip: 'Selections of over a million characters are not counted.' }, '');
    const chosen = settings.current.quote.referenceModel;
    const command = chosen === undefined ? COMMANDS.chooseReferenceModel : COMMANDS.compareModels;
    const counts = await service.requests.count(text, [chosen ?? 'o200k_base'], token);
    const [counted] = counts ?? [];
    if (!token.isCancellationRequested) show(counted && selectionStatus(counted, selected.length, numerals), command);
  };

  const update = async () => {
    asked.cancel();
    asked.dispose();
    asked = new vscode.CancellationTokenSource();
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return show(undefined, '');
    const selected = editor.selections.filter(selection => !selection.isEmpty);
    // A selection is counted in any file, so it may be what starts the worker.
    if (selected.length > 0) service.process.start();
    if (!service.process.isRunning) return show(undefined, '');
    return selected.length > 0 ? showSelections(editor, selected, asked.token) : showRequest(editor, asked.token);
  };

  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), REST_MS);
  };

  const end = () => {
    clearTimeout(timer);
    asked.cancel();
    asked.dispose();
  };

  return vscode.Disposable.from(
    { dispose: end },
    item,
    committed,
    committed.onDidChange(rest),
    vscode.window.onDidChangeActiveTextEditor(rest),
    vscode.window.onDidChangeTextEditorSelection(rest),
    service.analyses.onDidChange(rest),
    callers.onDidChange(rest),
    service.process.onDidStop(rest),
    settings.onDidChange(rest),
  );
}

function createItem(): vscode.StatusBarItem {
  const item = vscode.window.createStatusBarItem('promptfare.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Promptfare';
  return item;
}
