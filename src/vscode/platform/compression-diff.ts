import * as vscode from 'vscode';
import type { Compressed, PlacedChange } from '../../core/compression/compression';
import { acceptText, diffTitle } from '../../core/present/compression-texts';
import type { Numerals } from '../../core/present/numerals';
import { openDocument } from './analyses';

const SCHEME = 'promptfare-compression';
const CHOOSE = 'Choose Changes…';
const ALL = 'Apply All';

/** Shows a prompt before and after in the diff editor, and makes the changes that the user takes. */
export class CompressionDiff implements vscode.Disposable {
  readonly #numerals: Numerals;
  readonly #texts = new Map<string, string>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #shown = 0;

  constructor(numerals: Numerals) {
    this.#numerals = numerals;
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: uri => this.#texts.get(uri.toString()) }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#texts.delete(uri.toString())),
    ];
  }

  async show(compressed: Compressed): Promise<void> {
    const versions = versionsUnder(compressed);
    const before = this.#virtual('before', compressed.before.text);
    const after = this.#virtual('after', compressed.after.text);
    await vscode.commands.executeCommand('vscode.diff', before, after, diffTitle(compressed, this.#numerals), { preview: true });
    const chosen = await vscode.window.showInformationMessage(acceptText(compressed, this.#numerals), ALL, CHOOSE);
    if (chosen === undefined) return;
    const edit = workspaceEdit(compressed.changes, versions, chosen === CHOOSE);
    if (edit === undefined) {
      void vscode.window.showWarningMessage('The document changed meanwhile, so nothing was edited. Compress it again.');
      return;
    }
    await closeDiff(after);
    await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Ends in `.md`, as prompts mostly are Markdown. */
  #virtual(side: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${++this.#shown}/${side}.md` });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}

/** Documents that aren't open yet have no version: they are opened to be edited, and then must be as they were read. */
function versionsUnder({ changes }: Compressed): ReadonlyMap<string, number | undefined> {
  return new Map(changes.flatMap(({ edits }) => edits.map(({ uri }) => [uri, openDocument(uri)?.version] as const)));
}

/** One entry a change, so that each can be taken or left. Undefined: a document has changed. */
function workspaceEdit(
  changes: readonly PlacedChange[],
  versions: ReadonlyMap<string, number | undefined>,
  needsConfirmation: boolean,
): vscode.WorkspaceEdit | undefined {
  const result = new vscode.WorkspaceEdit();
  for (const { label, edits } of changes) {
    const entry = { needsConfirmation, label };
    for (const { uri, start, end, newText } of edits) {
      const document = openDocument(uri);
      if (document === undefined || document.version !== versions.get(uri)) return undefined;
      result.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText, entry);
    }
  }
  return result;
}

async function closeDiff(after: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  const shown = tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === after.toString());
  await vscode.window.tabGroups.close(shown);
}
