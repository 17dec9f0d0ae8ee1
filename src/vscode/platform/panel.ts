import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** An editor panel whose page is a bundle of its own, in dist/webview. */
export interface PanelKind {
  /** Also names the page's bundle: `promptfare.estimator` is dist/webview/estimator.js and .css. */
  readonly viewType: `promptfare.${string}`;
  readonly title: string;
  /** In a colour that is seen on light and dark: a tab's icon has none of the theme's. */
  readonly icon: string;
}

/** The page of a panel. Messages are plain data; each side checks what it gets. */
export interface PanelPage {
  send(message: unknown): void;
}

/** What answers one page, for as long as the page lives. */
export interface PanelSession extends vscode.Disposable {
  receive(message: unknown): void;
}

/**
 * Shows one panel of a kind. What a person set in it is kept by the page itself, in the editor's state for it, so a panel that was hidden
 * or reloaded begins a new page with the same state, and a new session with it.
 */
export class Panel implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #kind: PanelKind;
  readonly #extensionUri: vscode.Uri;
  readonly #begin: (page: PanelPage) => PanelSession;
  readonly #serializer: vscode.Disposable;
  #shown: vscode.WebviewPanel | undefined;

  constructor(kind: PanelKind, extensionUri: vscode.Uri, begin: (page: PanelPage) => PanelSession) {
    this.#kind = kind;
    this.#extensionUri = extensionUri;
    this.#begin = begin;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(kind.viewType, this);
  }

  show(): void {
    if (this.#shown !== undefined) {
      this.#shown.reveal();
      return;
    }
    const { viewType, title } = this.#kind;
    void closeUnrestored(viewType);
    this.#fill(vscode.window.createWebviewPanel(viewType, title, vscode.ViewColumn.Active, this.#options()));
  }

  /** The window was reloaded with the panel in it. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel): Promise<void> {
    panel.webview.options = this.#options();
    this.#fill(panel);
  }

  dispose(): void {
    this.#serializer.dispose();
    this.#shown?.dispose();
  }

  #fill(panel: vscode.WebviewPanel): void {
    this.#shown = panel;
    panel.iconPath = vscode.Uri.joinPath(this.#extensionUri, 'media', this.#kind.icon);
    const session = this.#begin({ send: message => void panel.webview.postMessage(message) });
    panel.webview.onDidReceiveMessage((message: unknown) => session.receive(message));
    panel.onDidDispose(() => {
      if (this.#shown === panel) this.#shown = undefined;
      session.dispose();
    });
    panel.webview.html = this.#html(panel.webview);
  }

  #options(): vscode.WebviewOptions {
    return { enableScripts: true, localResourceRoots: [vscode.Uri.joinPath(this.#extensionUri, 'dist', 'webview')] };
  }

  /** Nothing runs but the page's own script, and nothing is fetched but its own files. */
  #html(webview: vscode.Webview): string {
    const name = this.#kind.viewType.slice('promptfare.'.length);
    const file = (ending: string) => webview.asWebviewUri(vscode.Uri.joinPath(this.#extensionUri, 'dist', 'webview', `${name}.${ending}`));
    const nonce = randomBytes(16).toString('base64');
    const policy = `default-src 'none'; style-src ${webview.cspSource}; font-src ${webview.cspSource}; script-src 'nonce-${nonce}'`;
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${file('css')}">
<title>${this.#kind.title}</title>
</head>
<body>
<div id="page"></div>
<script nonce="${nonce}" src="${file('js')}"></script>
</body>
</html>`;
  }
}

/** A tab that was there when the window was reloaded and has not been looked at since has no panel yet, and would be a second one. */
async function closeUnrestored(viewType: string): Promise<void> {
  const isOfKind = ({ input }: vscode.Tab) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType);
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs.filter(isOfKind));
  if (tabs.length > 0) await vscode.window.tabGroups.close(tabs, true);
}
