import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Analysed } from '../core/quote/analysed';
import type { Analysis } from '../core/quote/analysis';
import type { QuoteEnvironment } from '../core/quote/environment';
import type { Uri } from '../core/source/span';
import type { FromWorker } from '../protocol/worker';
import { analyseFile, nothingBut } from './analyse-file';
import { AnalysisQueue } from './analysis-queue';
import { describeError } from './describe-error';
import type { DocumentStore } from './document-store';
import { folderOf } from './folder';
import type { Pipeline } from './pipeline';
import { FAILED } from './summarize-text';
import { uriKey } from './uri-key';

/** How often in a row newer texts may stop the analysis of one document, so that steady typing elsewhere doesn't starve it. */
const MAX_CANCELLATIONS = 3;

export interface Configuration {
  readonly revision: number;
  /** What holds for one file. */
  environment(uri: Uri): QuoteEnvironment;
}

export interface AnalyzerPorts {
  readonly pipeline: Pipeline;
  post(message: FromWorker): void;
  /** A newer text waits to be received. */
  textIsWaiting(): boolean;
}

interface Known {
  readonly analysed: Analysed;
  /** Keys of the files it rests on or waits for. */
  readonly restsOn: ReadonlySet<string>;
  /** Of those of them that are open. */
  readonly versions: Readonly<Record<Uri, number>>;
}

/** Keeps the analyses of all open documents current: what changed first, then what rests on it, one at a time. */
export class Analyzer {
  readonly #store: DocumentStore;
  readonly #ports: AnalyzerPorts;
  readonly #queue = new AnalysisQueue();
  readonly #known = new Map<string, Known>();
  readonly #cancellations = new Map<string, number>();
  #configuration: Configuration | undefined;
  /** Keys of files that changed while the analysis at work was under way. */
  #changedMeanwhile = new Set<string>();
  #working: Promise<void> | undefined;
  /** Key of the document that is being analysed. */
  #atWork: string | undefined;
  /** Told when an analysis has ended, one way or the other. */
  #waiting: (() => void)[] = [];

  constructor(store: DocumentStore, ports: AnalyzerPorts) {
    this.#store = store;
    this.#ports = ports;
  }

  /** Nothing is analysed before the first configuration. */
  configure(configuration: Configuration): void {
    this.#configuration = configuration;
    for (const uri of this.#store.openUris()) this.#queue.addLast(uri);
    this.#work();
  }

  /** An open document has a new text. */
  edited(uri: Uri): void {
    this.#queue.addFirst(uri);
    this.changed([uri]);
  }

  /** Files have, or may have, a new content: what rests on them is analysed again. */
  changed(uris: readonly Uri[]): void {
    const keys = uris.flatMap(uri => [uriKey(uri), uriKey(folderOf(uri))]);
    for (const key of keys) this.#changedMeanwhile.add(key);
    for (const { analysed, restsOn } of this.#known.values()) {
      if (keys.some(key => restsOn.has(key))) this.#queue.addLast(analysed.analysis.uri);
    }
    this.#work();
  }

  closed(uri: Uri): void {
    this.#queue.remove(uri);
    this.#known.delete(uriKey(uri));
    this.#cancellations.delete(uriKey(uri));
    this.#store.keepOnly([...this.#known.values()].flatMap(({ analysed }) => filesUnder(analysed.analysis)));
    this.changed([uri]);
  }

  focused(uri: Uri): void {
    this.#queue.promote(uri);
  }

  /** The analysis of this very version; undefined while it is outdated in any way. */
  current(uri: Uri, version: number): Analysed | undefined {
    const known = this.#known.get(uriKey(uri));
    if (known?.analysed.analysis.version !== version || this.#store.versionOf(uri) !== version) return undefined;
    return this.#isOutdated(uri) ? undefined : known.analysed;
  }

  /**
   * The same once files that may have changed on the disk are read again; undefined as soon as an open text is another one than that
   * which was analysed.
   */
  async whenCurrent(uri: Uri, version: number): Promise<Analysed | undefined> {
    const isSame = () => this.#isOfOpenTexts(uri, version);
    while (isSame() && this.#isOutdated(uri)) {
      this.#queue.promote(uri);
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    }
    return isSame() ? this.current(uri, version) : undefined;
  }

  /** The last analysis, outdated or not. */
  last(uri: Uri): Analysed | undefined {
    return this.#known.get(uriKey(uri))?.analysed;
  }

  /** Ends when nothing is left to analyse. */
  async idle(): Promise<void> {
    while (this.#working !== undefined) await this.#working;
  }

  #isOutdated(uri: Uri): boolean {
    return this.#queue.has(uri) || this.#atWork === uriKey(uri);
  }

  #isOfOpenTexts(uri: Uri, version: number): boolean {
    const known = this.#known.get(uriKey(uri));
    if (known?.analysed.analysis.version !== version || this.#store.versionOf(uri) !== version) return false;
    return Object.entries(known.versions).every(([other, read]) => this.#store.versionOf(other) === read);
  }

  #work(): void {
    if (this.#configuration === undefined || this.#working !== undefined) return;
    this.#working = this.#workThrough(this.#configuration).finally(() => {
      this.#working = undefined;
    });
  }

  async #workThrough(first: Configuration): Promise<void> {
    for (;;) {
      // Lets the messages in that arrived meanwhile: they are applied before anything is analysed.
      await nextTurn();
      const uri = this.#queue.take();
      if (uri === undefined) return;
      this.#atWork = uriKey(uri);
      await this.#analyse(uri, this.#configuration ?? first);
      this.#atWork = undefined;
      for (const resolve of this.#waiting.splice(0)) resolve();
    }
  }

  async #analyse(uri: Uri, configuration: Configuration): Promise<void> {
    if (this.#store.versionOf(uri) === undefined) return;
    const started = performance.now();
    this.#changedMeanwhile = new Set();
    const publish = (analysed: Analysed) => this.#publish(analysed, configuration.revision, performance.now() - started);
    try {
      const analysed = await analyseFile(uri, this.#store, this.#ports.pipeline, configuration.environment(uri), {
        cancelled: () => this.#mayCancel(uri) && this.#ports.textIsWaiting(),
        needFiles: uris => this.#ports.post({ type: 'need-file', uris }),
        partial: publish,
      });
      if (analysed === undefined) this.#countCancellation(uri);
      else publish(analysed);
    } catch (error) {
      this.#ports.post({ type: 'log', level: 'error', message: `${uri}: ${describeError(error)}` });
      const at = { uri, start: 0, end: 0 };
      publish(nothingBut(uri, this.#store.versionOf(uri) ?? 0, [{ message: FAILED, at }]));
    }
  }

  #publish(analysed: Analysed, revision: number, milliseconds: number): void {
    const { analysis } = analysed;
    // A document that was edited or closed while it was analysed: the edit has queued it again.
    if (this.#store.versionOf(analysis.uri) !== analysis.version) return;
    const restsOn = new Set(filesUnder(analysis).map(uriKey));
    const versions = this.#versionsUnder(analysis);
    this.#known.set(uriKey(analysis.uri), { analysed, restsOn, versions });
    this.#cancellations.delete(uriKey(analysis.uri));
    if ([...this.#changedMeanwhile].some(key => restsOn.has(key))) this.#queue.addLast(analysis.uri);
    this.#ports.post({ type: 'analysis', analysis, revision, milliseconds, versions });
  }

  #versionsUnder(analysis: Analysis): Record<Uri, number> {
    const versions = filesUnder(analysis).map(uri => [uri, this.#store.versionOf(uri)] as const);
    return Object.fromEntries(versions.filter((entry): entry is readonly [Uri, number] => entry[1] !== undefined));
  }

  #mayCancel(uri: Uri): boolean {
    return (this.#cancellations.get(uriKey(uri)) ?? 0) < MAX_CANCELLATIONS;
  }

  #countCancellation(uri: Uri): void {
    this.#cancellations.set(uriKey(uri), (this.#cancellations.get(uriKey(uri)) ?? 0) + 1);
    this.#queue.addFirst(uri);
  }
}

/** The other files that an analysis rests on or waits for. */
function filesUnder(analysis: Analysis): Uri[] {
  return [...analysis.dependsOn, ...analysis.pending];
}
