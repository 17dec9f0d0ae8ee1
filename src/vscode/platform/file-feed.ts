import * as vscode from 'vscode';
import { READ_FILES } from './selected-documents';
import type { WorkerProcess } from './worker-process';

const GATHER_MS = 200;
/** Bytes. A file beyond this is no source of a prompt, and decoding it would hold up the host. */
const LARGEST_FILE = 1_000_000;

/** Tells the worker which files changed on disk, and reads for it what it can't reach (files of other schemes). */
export class FileFeed implements vscode.Disposable {
  readonly #process: WorkerProcess;
  readonly #log: vscode.LogOutputChannel;
  readonly #gathered = new Set<string>();
  readonly #subscriptions: vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;
  #watching = false;

  constructor(process: WorkerProcess, log: vscode.LogOutputChannel) {
    this.#process = process;
    this.#log = log;
    this.#subscriptions = [
      process.onDidStart(() => this.#watch()),
      process.onMessage(message => {
        if (message.type === 'need-file') for (const uri of message.uris) void this.#supply(uri);
      }),
    ];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #watch(): void {
    if (this.#watching) return;
    this.#watching = true;
    const watcher = vscode.workspace.createFileSystemWatcher(READ_FILES);
    const gather = (uri: vscode.Uri) => this.#gather(uri);
    this.#subscriptions.push(watcher, watcher.onDidChange(gather), watcher.onDidCreate(gather), watcher.onDidDelete(gather));
  }

  /** A checkout or a build changes many files at once: they go as one message. */
  #gather(uri: vscode.Uri): void {
    this.#gathered.add(uri.toString());
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#process.post({ type: 'changed-on-disk', uris: [...this.#gathered] });
      this.#gathered.clear();
    }, GATHER_MS);
  }

  async #supply(uri: string): Promise<void> {
    this.#process.post({ type: 'file', uri, text: await this.#read(vscode.Uri.parse(uri)) });
  }

  async #read(uri: vscode.Uri): Promise<string | null> {
    try {
      const { size } = await vscode.workspace.fs.stat(uri);
      if (size > LARGEST_FILE) {
        this.#log.info(`${uri.toString(true)} is not read: ${size} bytes are more than ${LARGEST_FILE}.`);
        return null;
      }
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
    } catch (error) {
      // Candidates of an import are asked for one after the other, so most of them don't exist.
      if (!(error instanceof vscode.FileSystemError)) this.#log.warn(`${uri.toString(true)} could not be read: ${String(error)}`);
      return null;
    }
  }
}
