import type { SummaryStore } from '../core/link/linked';
import type { Analysed } from '../core/quote/analysed';
import type { QuoteEnvironment } from '../core/quote/environment';
import type { Uri } from '../core/source/span';
import type { Problem } from '../core/source/summary';
import type { DocumentStore } from './document-store';
import type { Pipeline } from './pipeline';

/**
 * After the first, each round reads all files of the disk that it comes to. What is left to the next are those that need another grammar,
 * and open documents that were not read yet: as many layers as there are of these.
 */
const MAX_ROUNDS = 200;

export interface AnalyseWatch {
  /** A newer state of the file makes this analysis worthless. */
  readonly cancelled?: () => boolean;
  /** Files of other schemes, which the host is to hand over; analysis ends without them. */
  readonly needFiles?: (uris: readonly Uri[]) => void;
  /** Reading the imported files takes long: what is known so far. */
  readonly partial?: (analysed: Analysed) => void;
  /** After how many milliseconds reading counts as long. */
  readonly patience?: number;
}

/** What analysis asks of the texts. */
export type AnalysedTexts = Pick<DocumentStore, 'prepare' | 'get' | 'getNow' | 'memory' | 'problemOf' | 'textOf' | 'versionOf'>;

/** Runs the whole pipeline for one file: summarize, link until nothing is missing, quote. Undefined when cancelled. */
export async function analyseFile(
  uri: Uri,
  store: AnalysedTexts,
  { link, quote }: Pick<Pipeline, 'link' | 'quote'>,
  environment: QuoteEnvironment,
  watch: AnalyseWatch = {},
): Promise<Analysed | undefined> {
  const prepared = await store.prepare(uri, watch.cancelled);
  if (prepared === 'cancelled') return undefined;
  if (prepared === 'ask-host') watch.needFiles?.([uri]);
  const version = store.versionOf(uri) ?? 0;
  const problem = store.problemOf(uri);
  if (problem !== undefined) return nothingBut(uri, version, [problem]);
  const asked = new Set<Uri>();
  let linked = link(uri, store, store.memory);
  const late = new Late(() => watch.partial?.(quote(linked, version, environment, store)), watch.patience ?? 100);
  for (let round = 1; ; round++) {
    const wanted = linked.pending.filter(pending => !asked.has(pending));
    if (wanted.length === 0 || round === MAX_ROUNDS) return quote(linked, version, environment, store);
    if (watch.cancelled?.() || !(await late.during(prepareAll(wanted, store, asked, watch))) || watch.cancelled?.()) return undefined;
    linked = link(uri, readingAll(store, late, watch.cancelled), store.memory);
  }
}

/** Reads what a link asks for in the middle of it: were it linked anew for each layer of imports, large projects would take minutes. */
function readingAll(store: AnalysedTexts, late: Late, cancelled?: () => boolean): SummaryStore {
  return {
    get(uri) {
      const known = store.get(uri);
      if (known !== undefined) return known;
      late.look();
      return cancelled?.() ? undefined : store.getNow(uri);
    },
  };
}

/** Says once that something takes longer than one wants to wait for it. */
class Late {
  readonly #say: () => void;
  readonly #until: number;
  #said = false;

  constructor(say: () => void, patience: number) {
    this.#say = say;
    this.#until = performance.now() + patience;
  }

  look(): void {
    if (this.#said || performance.now() < this.#until) return;
    this.#said = true;
    this.#say();
  }

  async during<T>(work: Promise<T>): Promise<T> {
    const timer = setTimeout(() => this.look(), this.#until - performance.now());
    try {
      return await work;
    } finally {
      clearTimeout(timer);
    }
  }
}

/** An analysis that only says what is wrong. */
export function nothingBut(uri: Uri, version: number, problems: readonly Problem[]): Analysed {
  return {
    analysis: { uri, version, quotes: [], findings: [], problems, pending: [], dependsOn: [] },
    quotes: [],
    edit: () => ({ refused: 'This fix is no longer offered; try again.' }),
    compression: () => undefined,
    explain: () => problems.map(problem => problem.message),
  };
}

/** False when cancelled. */
async function prepareAll(uris: readonly Uri[], store: AnalysedTexts, asked: Set<Uri>, watch: AnalyseWatch): Promise<boolean> {
  const outcomes = await Promise.all(uris.map(async uri => ({ uri, outcome: await store.prepare(uri, watch.cancelled) })));
  const forHost = outcomes.filter(({ outcome }) => outcome === 'ask-host').map(({ uri }) => uri);
  for (const uri of forHost) asked.add(uri);
  if (forHost.length > 0) watch.needFiles?.(forHost);
  return outcomes.every(({ outcome }) => outcome !== 'cancelled');
}
