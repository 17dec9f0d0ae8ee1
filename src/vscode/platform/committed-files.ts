import * as vscode from 'vscode';
import type { Compared } from '../../core/present/since-commit';
import type { GitApi, GitExtension, Repository } from './git-extension';
import type { WorkerRequests } from './worker-requests';

/** UTF-16 code units: parsing longer texts would keep the worker from what is being edited. */
const LONGEST = 250_000;

/**
 * What requests were in the last commit, by way of VS Code's own Git extension. Where that is missing (restricted mode, no Git), nothing is
 * known. Git is asked once for each commit and file.
 */
export class CommittedFiles implements vscode.Disposable {
  readonly #requests: WorkerRequests;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [];
  /** By repository. */
  readonly #heads = new Map<string, { commit: string | undefined; readonly watch: vscode.Disposable }>();
  /** The commit that doesn't have the document, or not in a size that can be compared. */
  readonly #absent = new WeakMap<vscode.TextDocument, string>();
  #git: GitApi | undefined;
  /** There is another last commit. */
  readonly onDidChange = this.#changed.event;

  constructor(requests: WorkerRequests) {
    this.#requests = requests;
  }

  /** Undefined: nobody knows, the request wasn't there, or its file hasn't changed. */
  async quoteOf(document: vscode.TextDocument, identity: string, token: vscode.CancellationToken): Promise<Compared | undefined> {
    const repository = document.uri.scheme === 'file' ? this.#api()?.getRepository(document.uri) : undefined;
    if (!repository) return undefined;
    this.#watch(repository);
    const commit = repository.state.HEAD?.commit;
    if (commit === undefined || this.#absent.get(document) === commit) return undefined;
    const question = { uri: document.uri.toString(), commit, identity };
    const answer = await this.#requests.committed(question, token);
    if (answer?.wantsText !== true) return answer?.quote;
    const text = await this.#textIn(repository, commit, document);
    return text === undefined ? undefined : (await this.#requests.committed({ ...question, text }, token))?.quote;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const { watch } of this.#heads.values()) watch.dispose();
    this.#changed.dispose();
  }

  async #textIn(repository: Repository, commit: string, document: vscode.TextDocument): Promise<string | undefined> {
    try {
      const text = await repository.show(commit, document.uri.fsPath);
      const lineEnd = document.eol === vscode.EndOfLine.CRLF ? '\r\n' : '\n';
      if (text.length <= LONGEST) return text.replace(/^\uFEFF/, '').replace(/\r\n|\r|\n/g, lineEnd);
    } catch {
      // A new file, or one that Git can't read: either way there is nothing to compare with.
    }
    this.#absent.set(document, commit);
    return undefined;
  }

  #api(): GitApi | undefined {
    if (this.#git !== undefined) return this.#git;
    const extension = vscode.extensions.getExtension<GitExtension | undefined>('vscode.git');
    // It starts with the window; where it doesn't, nobody wants it started for a figure.
    if (!extension?.isActive || !extension.exports?.enabled) return undefined;
    this.#git = extension.exports.getAPI(1);
    this.#subscriptions.push(
      this.#git.onDidOpenRepository(() => this.#changed.fire()),
      this.#git.onDidCloseRepository(repository => this.#unwatch(repository)),
    );
    return this.#git;
  }

  #watch(repository: Repository): void {
    const key = repository.rootUri.toString();
    if (this.#heads.has(key)) return;
    const check = () => {
      const commit = repository.state.HEAD?.commit;
      if (commit === head.commit) return;
      head.commit = commit;
      this.#changed.fire();
    };
    const head = { commit: repository.state.HEAD?.commit, watch: repository.state.onDidChange(check) };
    this.#heads.set(key, head);
  }

  #unwatch(repository: Repository): void {
    const key = repository.rootUri.toString();
    this.#heads.get(key)?.watch.dispose();
    if (this.#heads.delete(key)) this.#changed.fire();
  }
}
