import * as vscode from 'vscode';
import { LANGUAGES } from '../../core/source/languages/known-languages';
import { isCell } from '../../protocol/worker';
import { openDocument } from './analyses';
import { COMMANDS } from './command-names';
import { activeDiff, closeDiff } from './diff-tabs';

const SCHEME = 'promptfare-fix';
/** Whether the diff, or the several, that are shown are of a fix. */
const CONTEXT = 'promptfare.fixShown';
const APPLY = 'Apply';

interface Shown {
  readonly edit: vscode.WorkspaceEdit;
  readonly metadata: vscode.WorkspaceEditMetadata;
  readonly versions: ReadonlyMap<vscode.TextDocument, number>;
}

/** Shows files with and without fixes that are looked at before, and makes them once the user says so. */
export class FixDiff implements vscode.Disposable {
  readonly #texts = new Map<string, string>();
  /** By the address of the first side after. */
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
      vscode.window.tabGroups.onDidChangeTabs(() => this.#tellWhetherShown()),
      vscode.window.tabGroups.onDidChangeTabGroups(() => this.#tellWhetherShown()),
      vscode.commands.registerCommand(COMMANDS.applyFix, () => this.#take(activeDiff())),
    ];
  }

  /** Of an edit of open documents. */
  async show(title: string, edit: vscode.WorkspaceEdit, metadata: vscode.WorkspaceEditMetadata = {}): Promise<void> {
    const changes = edit.entries().flatMap(([uri, edits]) => {
      const document = openDocument(uri.toString());
      if (document === undefined) return [];
      const after = uri.with({ scheme: SCHEME, path: pathOf(document), query: `${++this.#count}` });
      this.#texts.set(after.toString(), textAfter(document, edits));
      return [{ document, after }];
    });
    const [first] = changes;
    if (first === undefined) return;
    const versions = new Map(changes.map(({ document }) => [document, document.version]));
    this.#shown.set(first.after.toString(), { edit, metadata, versions });
    if (changes.length === 1)
      await vscode.commands.executeCommand('vscode.diff', first.document.uri, first.after, title, { preview: true });
    else {
      const resources = changes.map(({ document: { uri }, after }) => [uri, uri, after]);
      await vscode.commands.executeCommand('vscode.changes', title, resources);
    }
    void vscode.window.showInformationMessage(`${title}?`, APPLY).then(answer => (answer === APPLY ? this.#take(first.after) : undefined));
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #tellWhetherShown(): void {
    void vscode.commands.executeCommand('setContext', CONTEXT, activeDiff()?.scheme === SCHEME);
  }

  async #take(after: vscode.Uri | undefined): Promise<void> {
    const shown = after && this.#shown.get(after.toString());
    // Taken already, or closed.
    if (after === undefined || shown === undefined) return;
    const { edit, metadata, versions } = shown;
    if ([...versions].some(([document, version]) => document.isClosed || document.version !== version)) {
      void vscode.window.showWarningMessage('A document changed meanwhile, so nothing was edited. Take the fix again.');
      return;
    }
    this.#shown.delete(after.toString());
    await closeDiff(after);
    // They were looked at: no edit asks for that once more.
    const plain = new vscode.WorkspaceEdit();
    for (const [uri, edits] of edit.entries()) plain.set(uri, edits);
    await vscode.workspace.applyEdit(plain, metadata);
  }
}

/** Its ending tells the editor the language, which a cell's own doesn't. Another path than the document's would be a file that was renamed. */
function pathOf({ uri, languageId }: vscode.TextDocument): string {
  const language = isCell(uri.toString()) ? LANGUAGES.find(({ id }) => id === languageId) : undefined;
  return uri.path + (language?.endings[0] ?? '');
}

function textAfter(document: vscode.TextDocument, edits: readonly vscode.TextEdit[]): string {
  const ordered = [...edits].sort((a, b) => document.offsetAt(b.range.start) - document.offsetAt(a.range.start));
  return ordered.reduce(
    (text, { range, newText }) => text.slice(0, document.offsetAt(range.start)) + newText + text.slice(document.offsetAt(range.end)),
    document.getText(),
  );
}
