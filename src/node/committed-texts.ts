import type { Analysed } from '../core/quote/analysed';
import type { Quote } from '../core/quote/analysis';
import type { QuoteEnvironment } from '../core/quote/environment';
import type { Uri } from '../core/source/span';
import type { ToWorker } from '../protocol/worker';
import { analyseFile } from './analyse-file';
import type { DocumentStore } from './document-store';
import type { Pipeline } from './pipeline';
import { replacedTexts } from './replaced-texts';
import { uriKey } from './uri-key';

/** How many files' committed texts are kept: those that somebody works on. */
const MOST_FILES = 16;

interface Committed {
  readonly commit: string;
  readonly text: string;
  /** Kept as long as nothing under it has changed. */
  analysis?: Analysis;
}

interface Analysis {
  readonly analysed: Promise<Analysed | undefined>;
  /** Keys of the other files; undefined: not known yet. */
  restsOn?: ReadonlySet<string>;
}

/** The texts that open documents have in the last commit, analysed over the other files as they are now. */
export class CommittedTexts {
  readonly #store: DocumentStore;
  readonly #pipeline: Pipeline;
  /** By key; what was asked for last stands last. */
  readonly #texts = new Map<string, Committed>();

  constructor(store: DocumentStore, pipeline: Pipeline) {
    this.#store = store;
    this.#pipeline = pipeline;
  }

  has(uri: Uri, commit: string): boolean {
    return this.#texts.get(uriKey(uri))?.commit === commit;
  }

  keep(uri: Uri, commit: string, text: string): void {
    this.#texts.delete(uriKey(uri));
    this.#texts.set(uriKey(uri), { commit, text });
    for (const key of [...this.#texts.keys()].slice(0, -MOST_FILES)) this.#texts.delete(key);
  }

  /** The request as it was committed. Undefined: it wasn't there yet, or the document has the same text now. */
  async quoteOf(uri: Uri, identity: string, environment: QuoteEnvironment): Promise<Quote | undefined> {
    const committed = this.#texts.get(uriKey(uri));
    if (committed === undefined || this.#store.textOf(uri) === committed.text) return undefined;
    committed.analysis ??= this.#analyse(uri, committed.text, environment);
    const analysed = await committed.analysis.analysed;
    return analysed?.analysis.quotes.find(quote => quote.site.identity === identity);
  }

  /** Forgets the analyses that a message makes outdated. */
  hear(message: ToWorker): void {
    if (message.type === 'configure') this.#forget(() => true);
    else if (message.type === 'changed-on-disk') for (const uri of message.uris) this.#changed(uri);
    else if (message.type === 'close') {
      this.#texts.delete(uriKey(message.uri));
      this.#changed(message.uri);
    } else if (message.type === 'open' || message.type === 'change' || message.type === 'file') this.#changed(message.uri);
  }

  #analyse(uri: Uri, text: string, environment: QuoteEnvironment): Analysis {
    const analyse = async () => {
      const committed = { text, summarized: await this.#store.summarizeAs(uri, text) };
      const texts = replacedTexts(this.#store, new Map([[uriKey(uri), committed]]));
      const analysed = await analyseFile(uri, texts, this.#pipeline, { ...environment, textOf: other => texts.textOf(other) });
      analysis.restsOn = new Set([...(analysed?.analysis.dependsOn ?? []), ...(analysed?.analysis.pending ?? [])].map(uriKey));
      return analysed;
    };
    const analysis: Analysis = { analysed: analyse() };
    return analysis;
  }

  #changed(uri: Uri): void {
    this.#forget(({ restsOn }, key) => key !== uriKey(uri) && (restsOn?.has(uriKey(uri)) ?? true));
  }

  #forget(isOutdated: (analysis: Analysis, key: string) => boolean): void {
    for (const [key, committed] of this.#texts)
      if (committed.analysis !== undefined && isOutdated(committed.analysis, key)) delete committed.analysis;
  }
}
