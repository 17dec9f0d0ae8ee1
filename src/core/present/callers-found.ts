import type { Quote, SiteView } from '../quote/analysis';
import type { Span } from '../source/span';
import { isAside } from './aside';
import type { FileSpend } from './spend';

type FileOfCalls = Pick<FileSpend, 'path' | 'quotes'>;

/**
 * Whether a wrapper's inner call is counted at callers that some files hold. Where none was found (a platform or a package calls the
 * function, or somebody who isn't there), nobody else stands for its money. Callers in tests say nothing of who calls the program's own.
 */
export function callersFound(files: readonly FileOfCalls[]): (path: string, quote: Quote) => boolean {
  const again = callsAgain(files);
  const inOwn = new Set<string>();
  const anywhere = new Set<string>();
  const byOthers = new Set<string>();
  for (const { path, quotes } of files) {
    const aside = isAside(path);
    for (const { site } of quotes) {
      for (const at of site.innerCalls ?? []) {
        anywhere.add(keyOf(at));
        if (!aside) inOwn.add(keyOf(at));
        if (!aside && again(site).length === 0) byOthers.add(keyOf(at));
      }
    }
  }
  return (path, { site }) =>
    site.isWrapper && ((isAside(path) ? anywhere : inOwn).has(keyOf(site.at)) || again(site).some(at => byOthers.has(keyOf(at))));
}

/**
 * A function that calls itself (another try, the rest of a list) sends what whoever called it first decided about, and is counted there.
 * The answer are the calls in it to which its call of itself leads.
 */
function callsAgain(files: readonly FileOfCalls[]): (site: SiteView) => readonly Span[] {
  const symbols = new Map(files.flatMap(({ quotes }) => quotes.map(({ site }) => [keyOf(site.at), functionOf(site)] as const)));
  return site => (site.isWrapper ? (site.innerCalls ?? []).filter(at => symbols.get(keyOf(at)) === functionOf(site)) : []);
}

function functionOf({ at, symbol }: SiteView): string {
  return `${at.uri} ${symbol}`;
}

/** A call as it counts where all files are known: a wrapper's inner call that nobody calls counts like any other. */
export function asItCounts(quote: Quote, isAtCallers: boolean): Quote {
  return !quote.site.isWrapper || isAtCallers ? quote : { ...quote, site: { ...quote.site, isWrapper: false } };
}

/**
 * The same of a file that has moved on since all files were looked at: its calls are known by their identities, and callers that it has
 * by now count, too. What nobody has looked at yet stays as it is.
 */
export function asItCountsNow(
  quote: Quote,
  now: readonly Quote[],
  file: FileOfCalls | undefined,
  atCallers: ReturnType<typeof callersFound>,
): Quote {
  const before = file?.quotes.find(({ site }) => site.identity === quote.site.identity);
  if (file === undefined || !before?.site.isWrapper) return quote;
  return asItCounts(quote, atCallers(file.path, before) || callersFound([{ path: file.path, quotes: now }])(file.path, quote));
}

function keyOf({ uri, start }: Span): string {
  return `${uri}:${start}`;
}
