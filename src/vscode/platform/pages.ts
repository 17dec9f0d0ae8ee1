import * as vscode from 'vscode';

const SCHEME = 'promptfare-page';
/** A preview that the editor restored: what it showed went with the window. Having a text, it is told of a new one. */
const GONE = 'This page was shown before the window was reloaded. Run its command again.';

/** Shows text of ours as a page in the editor: nothing to edit, and nothing to save. */
export class Pages implements vscode.Disposable {
  readonly #contents = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor() {
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(SCHEME, {
        onDidChange: this.#changed.event,
        provideTextDocumentContent: uri => this.#contents.get(uri.toString()) ?? GONE,
      }),
    ];
  }

  /** One page a name: shown again, it has the new content. */
  async show(name: string, markdown: string): Promise<void> {
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${name}.md` });
    this.#contents.set(uri.toString(), markdown);
    this.#changed.fire(uri);
    try {
      await vscode.commands.executeCommand('markdown.showPreview', uri);
    } catch {
      // Whoever has switched off the editor's Markdown reads the source.
      await vscode.window.showTextDocument(uri);
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
