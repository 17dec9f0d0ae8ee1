import * as vscode from 'vscode';
import type { TextChange } from '../../protocol/worker';
import { NotebookFeed } from './notebook-feed';
import { PromptLook } from './prompt-look';
import { isFile, isSelected } from './selected-documents';
import type { SettingsWatch } from './settings';
import type { WorkerProcess } from './worker-process';

/** UTF-16 code units: getting and posting this much takes well under a millisecond or two. */
const CHUNK_SIZE = 200_000;

/** How far a document's text has got: being handed over, or handed over up to a version. */
type Sent = { readonly state: 'opening' } | { readonly state: 'open'; readonly eol: vscode.EndOfLine };

/** Hands the worker the text of every selected open document: once in chunks, then as changes. */
export class DocumentFeed implements vscode.Disposable {
  readonly #process: WorkerProcess;
  readonly #settings: SettingsWatch;
  readonly #sent = new Map<string, Sent>();
  readonly #look = new PromptLook();
  readonly #notebooks: NotebookFeed;
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(process: WorkerProcess, settings: SettingsWatch) {
    this.#process = process;
    this.#settings = settings;
    this.#notebooks = new NotebookFeed(process, {
      has: document => this.has(document),
      consider: document => this.#consider(document),
    });
    this.#subscriptions = [
      this.#notebooks,
      vscode.workspace.onDidOpenTextDocument(document => this.#consider(document)),
      // A text may have become a prompt.
      vscode.workspace.onDidSaveTextDocument(document => this.#consider(document)),
      vscode.workspace.onDidCloseTextDocument(document => this.#close(document)),
      vscode.workspace.onDidChangeTextDocument(event => this.#change(event)),
      vscode.window.onDidChangeActiveTextEditor(editor => this.#focus(editor)),
      settings.onDidChange(() => this.considerAll()),
      process.onDidStart(() => this.#sendAll()),
      process.onDidStop(() => this.#sent.clear()),
      process.onMessage(message => {
        if (message.type === 'reopen') this.#reopen(message.uri);
      }),
    ];
  }

  /** Whether the document is analysed. */
  has(document: vscode.TextDocument): boolean {
    return isSelected(document, this.#settings.current) || (isFile(document.uri) && this.#look.mayBePrompt(document));
  }

  /** Starts with what is open already, and follows changed settings. The first selected document starts the worker. */
  considerAll(): void {
    for (const document of vscode.workspace.textDocuments) {
      if (this.has(document)) this.#consider(document);
      else this.#close(document);
    }
    this.#notebooks.arrangeAll();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#sent.clear();
  }

  #consider(document: vscode.TextDocument): void {
    if (document.isClosed || !this.has(document)) return;
    if (!this.#process.isRunning) this.#process.start();
    else if (!this.#sent.has(keyOf(document))) this.#open(document);
  }

  #sendAll(): void {
    this.#sent.clear();
    const active = vscode.window.activeTextEditor?.document;
    const documents = vscode.workspace.textDocuments.filter(document => this.has(document));
    for (const document of documents.sort((a, b) => Number(b === active) - Number(a === active))) this.#open(document);
  }

  #open(document: vscode.TextDocument): void {
    const opening: Sent = { state: 'opening' };
    this.#sent.set(keyOf(document), opening);
    void this.#sendChunks(document, opening);
  }

  /** Yields between chunks, and begins again when the text changes meanwhile. Ends quietly when another opening took over. */
  async #sendChunks(document: vscode.TextDocument, opening: Sent): Promise<void> {
    const uri = document.uri.toString();
    let from = START;
    let { version } = document;
    while (this.#sent.get(uri) === opening && !document.isClosed) {
      if (document.version !== version) [from, version] = [START, document.version];
      const end = document.lineAt(document.lineCount - 1).range.end;
      const to = document.positionAt(document.offsetAt(from) + CHUNK_SIZE);
      const last = !to.isBefore(end);
      const chunk = document.getText(new vscode.Range(from, last ? end : to));
      this.#process.post({ type: 'open', uri, languageId: document.languageId, version, chunk, first: from === START, last });
      if (last) {
        this.#sent.set(uri, { state: 'open', eol: document.eol });
        return;
      }
      from = to;
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  #change({ document, contentChanges }: vscode.TextDocumentChangeEvent): void {
    const sent = this.#sent.get(keyOf(document));
    // While a document is being handed over, its new version makes that begin again.
    if (sent?.state !== 'open') return;
    const inserted = contentChanges.reduce((total, change) => total + change.text.length, 0);
    if (document.eol !== sent.eol || inserted > CHUNK_SIZE) {
      this.#open(document);
      return;
    }
    if (contentChanges.length === 0) return;
    const changes = contentChanges.map((change): TextChange => {
      return { start: change.rangeOffset, removed: change.rangeLength, inserted: change.text };
    });
    this.#process.post({ type: 'change', uri: keyOf(document), version: document.version, changes });
  }

  #close(document: vscode.TextDocument): void {
    if (this.#sent.delete(keyOf(document))) this.#process.post({ type: 'close', uri: keyOf(document) });
  }

  #reopen(uri: string): void {
    const document = vscode.workspace.textDocuments.find(candidate => keyOf(candidate) === uri);
    if (document !== undefined && this.#sent.get(uri)?.state === 'open') this.#open(document);
  }

  #focus(editor: vscode.TextEditor | undefined): void {
    if (editor !== undefined && this.#sent.has(keyOf(editor.document))) this.#process.post({ type: 'focus', uri: keyOf(editor.document) });
  }
}

const START = new vscode.Position(0, 0);

function keyOf(document: vscode.TextDocument): string {
  return document.uri.toString();
}
