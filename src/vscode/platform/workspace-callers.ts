import * as vscode from 'vscode';
import { asItCountsNow, callersFound } from '../../core/present/callers-found';
import type { FileSpend } from '../../core/present/spend';
import type { Analysis, Quote } from '../../core/quote/analysis';
import { uriKey } from '../../node/uri-key';
import { fileOf } from './notebook-cells';
import type { WorkspaceScan } from './workspace-scan';

interface Looked {
  readonly fileAt: ReadonlyMap<string, FileSpend>;
  readonly atCallers: ReturnType<typeof callersFound>;
}

/** What the scan of the workspace knows of who calls wrappers, which an analysis of one file can't. Starts no scan. */
export class WorkspaceCallers implements vscode.Disposable {
  readonly #scan: WorkspaceScan;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscription: vscode.Disposable;
  /** Of the last scan that looked at all; while the next is under way it lacks most of them. */
  #files: readonly FileSpend[] | undefined;
  #looked: Looked | undefined;
  readonly onDidChange = this.#changed.event;

  constructor(scan: WorkspaceScan) {
    this.#scan = scan;
    this.#subscription = scan.onDidChange(() => this.#take());
  }

  get areKnown(): boolean {
    return this.#files !== undefined;
  }

  /** A wrapper's inner call that nobody in the workspace calls, as any other call. */
  asItCounts(document: vscode.TextDocument, { quotes }: Analysis, quote: Quote): Quote {
    if (!quote.site.isWrapper || this.#files === undefined) return quote;
    this.#looked ??= {
      fileAt: new Map(this.#files.map(file => [uriKey(file.uri), file])),
      atCallers: callersFound(this.#files),
    };
    const { fileAt, atCallers } = this.#looked;
    return asItCountsNow(quote, quotes, fileAt.get(uriKey(fileOf(document).toString())), atCallers);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #take(): void {
    if (this.#scan.state === 'scanning') return;
    this.#files = this.#scan.isComplete ? this.#scan.files : undefined;
    this.#looked = undefined;
    this.#changed.fire();
  }
}
