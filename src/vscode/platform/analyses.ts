import * as vscode from 'vscode';
import type { Analysis } from '../../core/quote/analysis';
import { uriKey } from '../../node/uri-key';
import type { FromWorker } from '../../protocol/worker';
import type { WorkerProcess } from './worker-process';

type Arrived = Extract<FromWorker, { type: 'analysis' }>;

/** How long what is on screen may wait for the analysis of a new text before it is taken away. */
const STALE_AFTER_MS = 1000;

/**
 * The latest analysis of each document. One of an older version of the document (or of another open document under it), or of earlier
 * settings, is never handed out.
 */
export class Analyses implements vscode.Disposable {
  readonly #latest = new Map<string, Arrived>();
  readonly #ageing = new Map<string, NodeJS.Timeout>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #revision = 0;
  /** A document's analysis has come, or what was known of it no longer holds. */
  readonly onDidChange = this.#changed.event;

  constructor(process: WorkerProcess) {
    this.#subscriptions = [
      process.onMessage(message => {
        if (message.type === 'analysis') this.#take(message);
      }),
      process.onDidStop(() => this.#forgetAll()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#latest.has(uriKey(document.uri.toString()))) this.#age(document.uri);
      }),
      vscode.workspace.onDidCloseTextDocument(document => this.forget(document.uri)),
    ];
  }

  /** From now on only results of this settings revision count. */
  expect(revision: number): void {
    this.#revision = revision;
    for (const { analysis } of this.#latest.values()) this.#age(vscode.Uri.parse(analysis.uri));
  }

  /** What holds for the document's text as it is now. */
  current(document: vscode.TextDocument): Analysis | undefined {
    const arrived = this.#latest.get(uriKey(document.uri.toString()));
    if (arrived === undefined || arrived.revision !== this.#revision || arrived.analysis.version !== document.version) return undefined;
    const others = Object.entries(arrived.versions ?? {});
    if (others.length === 0) return arrived.analysis;
    // Every cell of a notebook rests on all others, so looking each up among all documents would take too long.
    const open = new Map(vscode.workspace.textDocuments.map(other => [uriKey(other.uri.toString()), other.version]));
    return others.every(([uri, version]) => (open.get(uriKey(uri)) ?? version) === version) ? arrived.analysis : undefined;
  }

  /** The version of another document that an analysis was made with; undefined: it wasn't open. */
  versionUnder(analysis: Analysis | undefined, uri: string): number | undefined {
    const versions = (analysis && this.#latest.get(uriKey(analysis.uri))?.versions) ?? {};
    return Object.entries(versions).find(([other]) => uriKey(other) === uriKey(uri))?.[1];
  }

  /** Waits a little for a new text's analysis; meanwhile the editor keeps showing what it has. */
  whenCurrent(document: vscode.TextDocument, patienceMs: number, token?: vscode.CancellationToken): Promise<Analysis | undefined> {
    return this.#when(() => this.current(document), patienceMs, token);
  }

  /** Waits for the analysis that read these other documents as they are open now, and not from disk. */
  whenUnder(
    document: vscode.TextDocument,
    others: readonly vscode.TextDocument[],
    patienceMs: number,
    token?: vscode.CancellationToken,
  ): Promise<Analysis | undefined> {
    const under = () => {
      const analysis = this.current(document);
      const isUnder = (other: vscode.TextDocument) => this.versionUnder(analysis, other.uri.toString()) === other.version;
      return others.every(isUnder) ? analysis : undefined;
    };
    return this.#when(under, patienceMs, token);
  }

  #when(known: () => Analysis | undefined, patienceMs: number, token: vscode.CancellationToken | undefined): Promise<Analysis | undefined> {
    const now = known();
    if (now !== undefined) return Promise.resolve(now);
    return new Promise(resolve => {
      const end = () => {
        clearTimeout(timer);
        arrival.dispose();
        cancelled?.dispose();
        resolve(known());
      };
      const timer = setTimeout(end, patienceMs);
      const cancelled = token?.onCancellationRequested(end);
      const arrival = this.onDidChange(() => {
        if (known() !== undefined) end();
      });
    });
  }

  forget(uri: vscode.Uri): void {
    const key = uriKey(uri.toString());
    clearTimeout(this.#ageing.get(key));
    this.#ageing.delete(key);
    if (this.#latest.delete(key)) this.#changed.fire(uri);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const timer of this.#ageing.values()) clearTimeout(timer);
    this.#changed.dispose();
  }

  #take(arrived: Arrived): void {
    const key = uriKey(arrived.analysis.uri);
    const document = openDocument(arrived.analysis.uri);
    if (arrived.revision !== this.#revision || document?.version !== arrived.analysis.version) return;
    clearTimeout(this.#ageing.get(key));
    this.#ageing.delete(key);
    this.#latest.set(key, arrived);
    this.#changed.fire(document.uri);
  }

  /** Keeps what windows show while the new analysis is under way, but not for long. */
  #age(uri: vscode.Uri): void {
    const key = uriKey(uri.toString());
    clearTimeout(this.#ageing.get(key));
    const expired = () => {
      this.#ageing.delete(key);
      this.#changed.fire(uri);
    };
    this.#ageing.set(key, setTimeout(expired, STALE_AFTER_MS));
  }

  #forgetAll(): void {
    const uris = [...this.#latest.values()].map(({ analysis }) => vscode.Uri.parse(analysis.uri));
    for (const uri of uris) this.forget(uri);
  }
}

/** The open document with this address, in whatever spelling. */
export function openDocument(uri: string): vscode.TextDocument | undefined {
  const key = uriKey(uri);
  return vscode.workspace.textDocuments.find(document => !document.isClosed && uriKey(document.uri.toString()) === key);
}
