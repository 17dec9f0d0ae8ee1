import type { Analysis, Quote } from '../quote/analysis';
import type { Span } from '../source/span';
import { prefixState } from './prefix-state';

/** What an editor marks of the cacheable prefixes of a document's requests. */
export interface PrefixMarks {
  readonly prefix: readonly Span[];
  /** Where a prefix breaks. */
  readonly cuts: readonly Span[];
}

/** Only prefixes that are worth a mark: the provider could cache them, or a finding says what keeps it from that. */
export function prefixMarks(analysis: Analysis): PrefixMarks {
  const prefixes = analysis.quotes.filter(quote => isWorthMarking(quote, analysis)).map(quote => quote.prefix);
  return {
    prefix: prefixes.flatMap(prefix => prefix.at),
    cuts: prefixes.flatMap(prefix => prefix.cut?.at ?? []),
  };
}

const CACHEABLE: readonly Quote['prefix']['state'][] = ['cached', 'straddles-minimum', 'not-asked', 'broken'];

function isWorthMarking(quote: Quote, { findings }: Analysis): boolean {
  const { prefix, site } = quote;
  if (prefix.tokens.high <= 0) return false;
  const { cut } = prefix;
  const isFound = findings.some(({ site: where, at }) => where === site.identity && cut !== undefined && touches(at, cut.at));
  return isFound || CACHEABLE.includes(prefixState(quote).state);
}

function touches(a: Span, b: Span): boolean {
  return a.uri === b.uri && a.start <= b.end && b.start <= a.end;
}
