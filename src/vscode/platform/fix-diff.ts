import * as vscode from 'vscode';
import { COMMANDS } from './command-names';
import { activeDiff, closeDiff } from './diff-tabs';

const SCHEME = 'promptfare-fix';
const APPLY = 'Apply';

interface Shown {
  readonly document: vscode.TextDocument;
  readonly version: number;
  readonly edits: readonly vscode.TextEdit[];
}

/** Shows a file with and without a fix whose edits make sense only together, and makes them once the user says so. */
export class FixDiff implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  /** By the address of the side after. */
  readonly #shown = new Map<string, Shown>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #count = 0;

  constructor() {
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: uri => this.#texts.get(uri.toString()) }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#texts.delete(uri.toString());
        this.#shown.delete(uri.toString());
      }),
      vscode.commands.registerCommand(COMMANDS.applyFix, () => this.#take(activeDiff())),
    ];
  }

  async show(title: string, document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): Promise<void> {
    // Its ending tells the editor the language.
    const after = vscode.Uri.from({ scheme: SCHEME, path: `/${++this.#count}${document.uri.path}` });
    this.#texts.set(after.toString(), textAfter(document, edits));
    this.#shown.set(after.toString(), { document, version: document.version, edits });
    await vscode.commands.executeCommand('vscode.diff', document.uri, after, title, { preview: true });
    if ((await vscode.window.showInformationMessage(`${title}?`, APPLY)) === APPLY) await this.#take(after);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #take(after: vscode.Uri | undefined): Promise<void> {
    const shown = after && this.#shown.get(after.toString());
    // Taken already, or closed.
    if (after === undefined || shown === undefined) return;
    const { document, version, edits } = shown;
    if (document.isClosed || document.version !== version) {
      void vscode.window.showWarningMessage('The document changed meanwhile, so nothing was edited. Take the fix again.');
      return;
    }
    this.#shown.delete(after.toString());
    await closeDiff(after);
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, [...edits]);
    await vscode.workspace.applyEdit(edit);
    await vscode.window.showTextDocument(document);
  }
}

function textAfter(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
  return ordered.reduce(
    (text, { range, newText }) => text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end)),
    document.getText(),
  );
}
