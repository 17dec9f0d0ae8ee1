import type { Finding, Quote, RuleId } from '../quote/analysis';
import { type Estimate, isKnown, sum } from '../quote/basis';
import type { JointSaving } from '../quote/joint-saving';
import { type Numerals, perThousand } from './numerals';

/** What one file of a workspace spends, as a scan found it. */
export interface FileSpend {
  readonly uri: string;
  /** Relative to its workspace folder, with forward slashes; the folder's name comes first where there are several. */
  readonly path: string;
  readonly quotes: readonly Quote[];
  readonly findings: readonly Finding[];
  /** Absent where no fix saves anything. */
  readonly savings?: FileSavings;
}

/** What the fixes that a file's findings propose save when they are made together. */
export interface FileSavings {
  readonly together: JointSaving;
  /** US dollars for one call of each request, of the fixes of one rule together. */
  readonly byRule: Readonly<Record<RuleId, Estimate>>;
}

/** Spend of several calls, each made once. */
export interface Spend {
  /** Absent where no call has a known price. */
  readonly usd?: Estimate;
  readonly calls: number;
  readonly unknownPrices: number;
}

/** Calls whose money is their own: not a wrapper's inner call, whose callers are counted, nor the making of an object. */
export function spendingQuotes(quotes: readonly Quote[]): readonly Quote[] {
  return quotes.filter(({ site }) => !site.isWrapper && site.kind !== 'constructor');
}

/** The worst case where a cap bounds it, else the input alone. */
export function usdOf(quote: Quote): Estimate | undefined {
  if (isKnown(quote.maxCallUsd)) return quote.maxCallUsd;
  return isKnown(quote.inputUsd) ? quote.inputUsd : undefined;
}

export function spendOf(quotes: readonly Quote[]): Spend {
  const known = quotes.flatMap(quote => usdOf(quote) ?? []);
  const unknownPrices = quotes.length - known.length;
  return { ...(known.length === 0 ? {} : { usd: sum(known) }), calls: quotes.length, unknownPrices };
}

/** `$12.30/1k · 3 without a price`; 1k is 1,000 of each call. */
export function spendText({ usd, unknownPrices }: Spend, numerals: Numerals): string {
  const money = usd === undefined ? '' : `${numerals.usd(perThousand(usd))}/1k`;
  const unknown = unknownPrices === 0 ? '' : usd === undefined ? 'price unknown' : `${numerals.integer(unknownPrices)} without a price`;
  return [money, unknown].filter(part => part !== '').join(' · ');
}
