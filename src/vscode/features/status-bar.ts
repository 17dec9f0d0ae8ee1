import * as vscode from 'vscode';
import { whyUnread } from '../../core/present/problems';
import { quoteAt } from '../../core/present/quote-at';
import { requestStatus, type StatusText, selectionStatus } from '../../core/present/status-bar';
import { COMMANDS } from '../platform/command-names';
import { selectedText } from '../platform/selected-text';
import type { WindowContext } from '../platform/window-context';

/** Moving the cursor or dragging a selection asks for nothing until it rests. */
const REST_MS = 150;

/** The selection's tokens in any file, else the request under the cursor. */
export function registerStatusBar({ service, settings, numerals }: WindowContext): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('promptfare.status', vscode.StatusBarAlignment.Right, 100);
  item.name = 'Promptfare';
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

  const requestUnderCursor = (editor: vscode.TextEditor): StatusText | undefined => {
    const analysis = service.documents.has(editor.document) ? service.analyses.current(editor.document) : undefined;
    if (analysis === undefined) return undefined;
    const unread = whyUnread(analysis);
    if (unread !== undefined) return { text: 'not analysed', tooltip: unread };
    const quote = quoteAt(analysis, editor.document.offsetAt(editor.selection.active));
    return quote && requestStatus(quote, numerals);
  };

  const update = async () => {
    asked.cancel();
    asked.dispose();
    asked = new vscode.CancellationTokenSource();
    const { token } = asked;
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) return show(undefined, '');
    const selections = editor.selections.filter(selection => !selection.isEmpty);
    // A selection is counted in any file, so it may be what starts the worker.
    if (selections.length > 0) service.process.start();
    if (!service.process.isRunning) return show(undefined, '');
    if (selections.length === 0) return show(requestUnderCursor(editor), COMMANDS.chooseReferenceModel);
    const text = selectedText(editor.document, selections);
    if (text === undefined)
      return show({ text: 'selection too long', tooltip: 'Selections of over a million characters are not counted.' }, '');
    const chosen = settings.current.quote.referenceModel;
    const command = chosen === undefined ? COMMANDS.chooseReferenceModel : COMMANDS.compareModels;
    const counts = await service.requests.count(text, [chosen ?? 'o200k_base'], token);
    const [counted] = counts ?? [];
    if (!token.isCancellationRequested) show(counted && selectionStatus(counted, selections.length, numerals), command);
  };

  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void update(), REST_MS);
  };

  return vscode.Disposable.from(
    item,
    vscode.window.onDidChangeActiveTextEditor(rest),
    vscode.window.onDidChangeTextEditorSelection(rest),
    service.analyses.onDidChange(rest),
    service.process.onDidStop(rest),
    settings.onDidChange(rest),
    { dispose: () => clearTimeout(timer) },
    { dispose: () => asked.dispose() },
  );
}
