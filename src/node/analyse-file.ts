import type { Analysed } from '../core/quote/analysed';
import type { QuoteEnvironment } from '../core/quote/environment';
import type { Uri } from '../core/source/span';
import type { Problem } from '../core/source/summary';
import type { DocumentStore } from './document-store';
import type { Pipeline } from './pipeline';

/**
 * Rounds of reading, in each of which the files are read that the one before asked for: layers of imports, and for an import that is
 * nowhere the files of each folder above that it may mean.
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
export type AnalysedTexts = Pick<DocumentStore, 'prepare' | 'get' | 'memory' | 'problemOf' | 'textOf' | 'versionOf'>;

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
  for (let round = 1; ; round++) {
    const linked = link(uri, store, store.memory);
    const wanted = linked.pending.filter(pending => !asked.has(pending));
    if (wanted.length === 0 || round === MAX_ROUNDS) return quote(linked, version, environment, store);
    const reading = prepareAll(wanted, store, asked, watch);
    if (watch.partial !== undefined && !(await endsWithin(reading, watch.patience ?? 100)))
      watch.partial(quote(linked, version, environment, store));
    if (!(await reading) || watch.cancelled?.()) return undefined;
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

async function endsWithin(work: Promise<unknown>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>(resolve => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  try {
    return await Promise.race([work.then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
