import * as vscode from 'vscode';
import { asItCountsNow, callersFound } from '../../core/present/callers-found';
import { sendersIn } from '../../core/present/senders';
import type { FileSpend } from '../../core/present/spend';
import type { Analysis, Quote, Sender } from '../../core/quote/analysis';
import { uriKey } from '../../node/uri-key';
import { fileOf } from './notebook-cells';
import type { WorkspaceScan } from './workspace-scan';

interface Looked {
  readonly fileAt: ReadonlyMap<string, FileSpend>;
  readonly atCallers: ReturnType<typeof callersFound>;
  readonly sendersOf: ReadonlyMap<string, readonly Sender[]>;
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

  /** A wrapper's inner call that nobody in the workspace calls, as any other call; a prompt file with the calls that send it. */
  asItCounts(document: vscode.TextDocument, { quotes }: Analysis, quote: Quote): Quote {
    const isPromptFile = quote.site.kind === 'prompt-file';
    if (this.#files === undefined || !(quote.site.isWrapper || isPromptFile)) return quote;
    this.#looked ??= look(this.#files);
    const { fileAt, atCallers, sendersOf } = this.#looked;
    const file = uriKey(fileOf(document).toString());
    return isPromptFile ? { ...quote, sentBy: sendersOf.get(file) ?? [] } : asItCountsNow(quote, quotes, fileAt.get(file), atCallers);
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

function look(files: readonly FileSpend[]): Looked {
  const atCallers = callersFound(files);
  return {
    fileAt: new Map(files.map(file => [uriKey(file.uri), file])),
    atCallers,
    sendersOf: new Map([...sendersIn(files, atCallers)].map(([uri, senders]) => [uriKey(uri), senders])),
  };
}
