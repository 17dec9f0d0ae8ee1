import * as vscode from 'vscode';
import { VERIFICATION_FILE_NAME, WORKSPACE_FILE_NAME } from '../../core/workspace-file/name';
import type { WorkspaceFileText } from '../../protocol/worker';

/** Typing comes in bursts, and each change has everything analysed anew. */
const REST_MS = 150;

/** The `promptfare.json` of each workspace folder, and the results beside it, as they stand in the editor, saved or not, else on disk. */
export class WorkspaceFileTexts implements vscode.Disposable {
  readonly #log: vscode.LogOutputChannel;
  readonly #texts = new Map<string, string>();
  readonly #results = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #watchers: vscode.Disposable[] = [];
  #loading: Promise<void> | undefined;
  #isLoaded = false;
  #rest: NodeJS.Timeout | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(log: vscode.LogOutputChannel) {
    this.#log = log;
    this.#subscriptions = [
      vscode.workspace.onDidChangeTextDocument(({ document }) => this.#touch(document.uri)),
      // Closed without saving, it is again as on disk.
      vscode.workspace.onDidCloseTextDocument(document => this.#touch(document.uri)),
      vscode.workspace.onDidChangeWorkspaceFolders(() => {
        if (this.#loading !== undefined) this.#reload();
      }),
    ];
  }

  /** Whether they have been read once; until then `texts` is empty. */
  get isLoaded(): boolean {
    return this.#isLoaded;
  }

  get texts(): readonly WorkspaceFileText[] {
    return [...this.#texts].map(([folder, text]) => ({ folder, text }));
  }

  /** The folders' files of verification results. */
  get verifications(): readonly WorkspaceFileText[] {
    return [...this.#results].map(([folder, text]) => ({ folder, text }));
  }

  /** Reads them, the first time that it is called, and follows them from then on. */
  load(): Promise<void> {
    this.#loading ??= this.#readAll();
    return this.#loading;
  }

  dispose(): void {
    clearTimeout(this.#rest);
    for (const subscription of [...this.#subscriptions, ...this.#watchers]) subscription.dispose();
    this.#changed.dispose();
  }

  #reload(): void {
    this.#loading = this.#readAll();
  }

  async #readAll(): Promise<void> {
    const folders = vscode.workspace.workspaceFolders ?? [];
    this.#watch(folders);
    const read = (fileOf: (folder: vscode.Uri) => vscode.Uri) =>
      Promise.all(folders.map(async ({ uri }) => [uri.toString(), await this.#read(fileOf(uri))] as const));
    const [texts, results] = await Promise.all([read(workspaceFileOf), read(verificationFileOf)]);
    const before = JSON.stringify([this.texts, this.verifications]);
    for (const [into, found] of [
      [this.#texts, texts],
      [this.#results, results],
    ] as const) {
      into.clear();
      for (const [folder, text] of found) if (text !== undefined) into.set(folder, text);
    }
    const isFirst = !this.#isLoaded;
    this.#isLoaded = true;
    if (!isFirst && JSON.stringify([this.texts, this.verifications]) !== before) this.#changed.fire();
  }

  #watch(folders: readonly vscode.WorkspaceFolder[]): void {
    for (const watcher of this.#watchers) watcher.dispose();
    this.#watchers = folders.flatMap(folder => {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(folder, `{${WORKSPACE_FILE_NAME},${VERIFICATION_FILE_NAME}}`),
      );
      const touch = (uri: vscode.Uri) => this.#touch(uri);
      return [watcher, watcher.onDidChange(touch), watcher.onDidCreate(touch), watcher.onDidDelete(touch)];
    });
  }

  #touch(uri: vscode.Uri): void {
    if (this.#loading === undefined || !(isWorkspaceFile(uri) || isVerificationFile(uri))) return;
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#reload(), REST_MS);
  }

  async #read(uri: vscode.Uri): Promise<string | undefined> {
    // A document that has no changes may lag behind the disk, or outlive its file for a while.
    const edited = vscode.workspace.textDocuments.find(document => document.isDirty && document.uri.toString() === uri.toString());
    if (edited !== undefined) return edited.getText();
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      const isMissing = error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
      if (!isMissing) this.#log.warn(`${uri.toString(true)} could not be read: ${String(error)}`);
      return undefined;
    }
  }
}

export function workspaceFileOf(folder: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(folder, WORKSPACE_FILE_NAME);
}

export function verificationFileOf(folder: vscode.Uri): vscode.Uri {
  return vscode.Uri.joinPath(folder, VERIFICATION_FILE_NAME);
}

function isVerificationFile(uri: vscode.Uri): boolean {
  if (!uri.path.endsWith(`/${VERIFICATION_FILE_NAME}`)) return false;
  return (vscode.workspace.workspaceFolders ?? []).some(folder => verificationFileOf(folder.uri).toString() === uri.toString());
}

/** Whether this is the file at the root of a folder of the workspace. */
export function isWorkspaceFile(uri: vscode.Uri): boolean {
  if (!uri.path.endsWith(`/${WORKSPACE_FILE_NAME}`)) return false;
  return (vscode.workspace.workspaceFolders ?? []).some(folder => workspaceFileOf(folder.uri).toString() === uri.toString());
}
