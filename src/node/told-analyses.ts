import type { Analysis } from '../core/quote/analysis';
import { type AnalysisDelta, deltaBetween, withDelta } from '../core/quote/analysis-delta';
import type { FromWorker, ToWorker } from '../protocol/worker';
import { uriKey } from './uri-key';

type Arrived = Extract<FromWorker, { type: 'analysis' }>;

/** What crosses between the threads: an analysis only as far as it differs from the one before of its document. */
export type Posted = Exclude<FromWorker, Arrived> | (Omit<Arrived, 'analysis'> & { readonly analysis: AnalysisDelta } & Numbered);

interface Numbered {
  readonly number: number;
  /** Number of the analysis that this one is told by; undefined: it is told as a whole. */
  readonly after: number | undefined;
}

interface Known {
  readonly number: number;
  readonly analysis: Analysis;
}

/** By the keys of addresses. */
type Analyses = Map<string, Known>;

/** In the worker: remembers what the host has of each document. */
export class AnalysisTeller {
  readonly #told: Analyses = new Map();
  #number = 0;

  tell(message: FromWorker): Posted {
    if (message.type !== 'analysis') return message;
    const { analysis } = message;
    const before = this.#told.get(uriKey(analysis.uri));
    const number = ++this.#number;
    this.#told.set(uriKey(analysis.uri), { number, analysis });
    return { ...message, analysis: deltaBetween(before?.analysis, analysis), number, after: before?.number };
  }

  /** Both sides forget a document when it is closed. */
  received(message: ToWorker): void {
    if (message.type === 'close') this.#told.delete(uriKey(message.uri));
  }
}

/** In the host: makes whole analyses of what one worker tells. */
export class AnalysisListener {
  readonly #heard: Analyses = new Map();

  /** Undefined: it was told before the worker knew that the document is closed. */
  hear(message: Posted): FromWorker | undefined {
    if (message.type !== 'analysis') return message;
    const { number, after, analysis: delta, ...rest } = message;
    const before = after === undefined ? undefined : this.#heard.get(uriKey(delta.uri));
    if (before?.number !== after) return undefined;
    const analysis = withDelta(before?.analysis, delta);
    this.#heard.set(uriKey(delta.uri), { number, analysis });
    return { ...rest, analysis };
  }

  posted(message: ToWorker): void {
    if (message.type === 'close') this.#heard.delete(uriKey(message.uri));
  }
}
