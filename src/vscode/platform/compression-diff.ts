import * as vscode from 'vscode';
import type { Compressed, PlacedChange } from '../../core/compression/compression';
import { acceptText, diffTitle } from '../../core/present/compression-texts';
import type { Numerals } from '../../core/present/numerals';
import type { Edit } from '../../core/source/edit';
import { openDocument } from './analyses';
import { COMMANDS, INTERNAL_COMMANDS, type SiteArguments } from './command-names';
import { activeDiff, closeDiff } from './diff-tabs';
import type { VerifyTarget } from './verify-target';

const SCHEME = 'promptfare-compression';
const CHOOSE = 'Choose Changes…';
const ALL = 'Apply All';
const VERIFY = 'Verify This Change…';

interface Shown {
  readonly compressed: Compressed;
  /** Of the documents that the changes were made for. */
  readonly versions: ReadonlyMap<string, number | undefined>;
}

/** Shows a prompt before and after in the diff editor, and makes the changes that the user takes: by its title bar, or by the message. */
export class CompressionDiff implements vscode.Disposable {
  readonly #numerals: Numerals;
  readonly #texts = new Map<string, string>();
  /** By the address of the side after. */
  readonly #shown = new Map<string, Shown>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #count = 0;

  constructor(numerals: Numerals) {
    this.#numerals = numerals;
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent: uri => this.#texts.get(uri.toString()) }),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#texts.delete(uri.toString());
        this.#shown.delete(uri.toString());
      }),
      vscode.commands.registerCommand(COMMANDS.applyCompression, () => this.#take(activeDiff(), false)),
      vscode.commands.registerCommand(COMMANDS.chooseCompressionChanges, () => this.#take(activeDiff(), true)),
    ];
  }

  async show(compressed: Compressed, of: SiteArguments): Promise<void> {
    const before = this.#virtual('before', compressed.before.text);
    const after = this.#virtual('after', compressed.after.text);
    this.#shown.set(after.toString(), { compressed, versions: versionsUnder(compressed) });
    await vscode.commands.executeCommand('vscode.diff', before, after, diffTitle(compressed, this.#numerals), { preview: true });
    const chosen = await vscode.window.showInformationMessage(acceptText(compressed, this.#numerals), ALL, CHOOSE, VERIFY);
    if (chosen === VERIFY) await verify(compressed, of);
    else if (chosen !== undefined) await this.#take(after, chosen === CHOOSE);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #take(after: vscode.Uri | undefined, choose: boolean): Promise<void> {
    const shown = after && this.#shown.get(after.toString());
    // Taken already, or closed.
    if (after === undefined || shown === undefined) return;
    const edit = workspaceEdit(shown.compressed.changes, shown.versions, choose);
    if (edit === undefined) {
      void vscode.window.showWarningMessage('The document changed meanwhile, so nothing was edited. Compress it again.');
      return;
    }
    this.#shown.delete(after.toString());
    await closeDiff(after);
    await vscode.workspace.applyEdit(edit, { isRefactoring: true });
  }

  /** Ends in `.md`, as prompts mostly are Markdown. */
  #virtual(side: string, text: string): vscode.Uri {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${++this.#count}/${side}.md` });
    this.#texts.set(uri.toString(), text);
    return uri;
  }
}

/** The diff stays, and is taken or left once the result is there. */
async function verify({ changes, before, after }: Compressed, of: SiteArguments): Promise<void> {
  const saved = Math.max(0, Math.round(before.tokens.value - after.tokens.value));
  const edits = changes.flatMap(change => change.edits);
  const target: VerifyTarget = { ...of, change: { kind: 'edits', edits }, title: `this compression, ${saved} tokens less` };
  await vscode.commands.executeCommand(INTERNAL_COMMANDS.verifyChange, target);
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
  for (const change of changes) {
    const others = changes.flatMap(other => (other === change ? [] : other.edits));
    const entry = { needsConfirmation, label: change.label };
    for (const uri of new Set(change.edits.map(edit => edit.uri))) {
      const document = openDocument(uri);
      if (document === undefined || document.version !== versions.get(uri)) return undefined;
      const own = change.edits.filter(edit => edit.uri === uri);
      for (const { start, end, newText } of joined(document.getText(), own, others)) {
        const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
        result.replace(document.uri, range, newText, entry);
      }
    }
  }
  return result;
}

/** The preview lists every edit by itself, so those of one change become one, unless another change's lie between them. */
function joined(text: string, edits: readonly Edit[], others: readonly Edit[]): readonly Edit[] {
  const result: Edit[] = [];
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    const last = result[result.length - 1];
    const between = last && others.some(other => other.uri === edit.uri && other.end >= last.end && other.start <= edit.start);
    if (last === undefined || between === true) result.push(edit);
    else result[result.length - 1] = { ...last, end: edit.end, newText: last.newText + text.slice(last.end, edit.start) + edit.newText };
  }
  return result;
}
