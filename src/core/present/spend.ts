import type { Finding, Quote, RuleId } from '../quote/analysis';
import { type Estimate, isKnown, sum } from '../quote/basis';
import type { JointSaving } from '../quote/joint-saving';
import type { Uri } from '../source/span';
import { callersFound } from './callers-found';
import { type Numerals, perThousand } from './numerals';
import { rowsThatAddUp, type WrittenMoney } from './rows-that-add-up';

/** What one file of a workspace spends, as a scan found it. */
export interface FileSpend {
  readonly uri: string;
  /** Relative to its workspace folder, with forward slashes; the folder's name comes first where there are several. */
  readonly path: string;
  readonly quotes: readonly Quote[];
  readonly findings: readonly Finding[];
  /** In their order: 1-based lines of the place of each finding, and of the one that is related. */
  readonly findingLines?: readonly { readonly at: number; readonly related?: number }[];
  /** Absent where no fix saves anything. */
  readonly savings?: FileSavings;
}

/** What the fixes that a file's findings propose save when they are made together. */
export interface FileSavings {
  readonly together: JointSaving;
  /** US dollars for one call of each request, of the fixes of one rule together. */
  readonly byRule: Readonly<Record<RuleId, Estimate>>;
}

/** Spend of several calls. */
export interface Spend {
  /** Of each made once. Absent where no call has a known price. */
  readonly usd?: Estimate;
  /** Of those whose traffic is stated and whose price is known. Absent where there are none. */
  readonly usdPerMonth?: Estimate;
  /** How many calls are in `usdPerMonth`. */
  readonly callsPerMonthKnown: number;
  readonly calls: number;
  readonly unknownPrices: number;
  /** Of one call each, of those of which usage was imported and the price is known. Absent where there are none. */
  readonly measuredUsd?: Estimate;
  readonly measuredCalls: number;
}

/** Prompt files that a call in code sends: their money is the call's. */
export function sentByCalls(quotes: readonly Quote[]): ReadonlySet<Uri> {
  return new Set(quotes.flatMap(({ site }) => (site.kind === 'prompt-file' ? [] : (site.sendsFrom ?? []))));
}

/** The files without what is counted elsewhere, so that all of them together are each call once: not the making of an object, nor a wrapper's inner call whose callers are there. */
export function countedOnce(files: readonly FileSpend[]): readonly FileSpend[] {
  const sent = sentByCalls(files.flatMap(({ quotes }) => quotes));
  const atCallers = callersFound(files);
  return files.map(file => {
    const quotes = file.quotes.filter(quote => quote.site.kind !== 'constructor' && !atCallers(file.path, quote));
    return { ...file, quotes: sent.has(file.uri) ? quotes.filter(({ site }) => site.kind !== 'prompt-file') : quotes };
  });
}

/** The worst case where a cap bounds it, else the input and no end: the answer comes on top. */
export function usdOf({ maxCallUsd, inputUsd, outputCapWhy }: Quote): Estimate | undefined {
  if (isKnown(maxCallUsd)) return maxCallUsd;
  if (!isKnown(inputUsd)) return undefined;
  const why = [inputUsd.why, `without the answer: ${outputCapWhy}`].filter(clause => clause !== '').join('; ');
  return { ...inputUsd, high: Number.POSITIVE_INFINITY, why };
}

/** What some calls cost together, in US dollars for 1,000 of each and a month; calls without a price are counted and left out. */
export function spendOf(quotes: readonly Quote[]): Spend {
  const known = quotes.flatMap(quote => usdOf(quote) ?? []);
  const monthly = quotes.flatMap(quote => usdPerMonthOf(quote) ?? []);
  const unknownPrices = quotes.length - known.length;
  const measured = quotes.flatMap(quote =>
    quote.measured !== undefined && isKnown(quote.measured.callUsd) ? [quote.measured.callUsd] : [],
  );
  return {
    ...(measured.length === 0 ? {} : { measuredUsd: sum(measured) }),
    measuredCalls: measured.length,
    ...(known.length === 0 ? {} : { usd: sum(known) }),
    ...(monthly.length === 0 ? {} : { usdPerMonth: sum(monthly) }),
    calls: quotes.length,
    callsPerMonthKnown: monthly.length,
    unknownPrices,
  };
}

/** Undefined where no traffic is stated, or the price isn't known. */
export function usdPerMonthOf({ stated }: Quote): Estimate | undefined {
  const usd = stated?.usdPerMonth;
  return usd !== undefined && isKnown(usd) ? usd : undefined;
}

/** Spend of all that several parts spend. */
export function together(parts: readonly Spend[]): Spend {
  const known = parts.flatMap(part => part.usd ?? []);
  const monthly = parts.flatMap(part => part.usdPerMonth ?? []);
  const measured = parts.flatMap(part => part.measuredUsd ?? []);
  const total = (count: (part: Spend) => number) => parts.reduce((all, part) => all + count(part), 0);
  return {
    ...(measured.length === 0 ? {} : { measuredUsd: sum(measured) }),
    measuredCalls: total(part => part.measuredCalls),
    ...(known.length === 0 ? {} : { usd: sum(known) }),
    ...(monthly.length === 0 ? {} : { usdPerMonth: sum(monthly) }),
    calls: total(part => part.calls),
    callsPerMonthKnown: total(part => part.callsPerMonthKnown),
    unknownPrices: total(part => part.unknownPrices),
  };
}

/** `$522/month`, or `$522/month for 3 of 5 calls`; empty where no traffic is stated. */
export function monthOfSpend(
  { usdPerMonth, calls, callsPerMonthKnown }: Spend,
  numerals: Numerals,
  written: (usd: Estimate, numerals: Numerals) => string = usd => numerals.usd(usd),
): string {
  if (usdPerMonth === undefined) return '';
  const part = callsPerMonthKnown === calls ? '' : ` for ${numerals.integer(callsPerMonthKnown)} of ${numerals.integer(calls)} calls`;
  return `${written(usdPerMonth, numerals)}/month${part}`;
}

/** `measured $9.10/1k`, or `measured $9.10/1k for 3 of 5 calls`; empty where no usage was imported. */
export function measuredOfSpend(
  { measuredUsd, measuredCalls, calls }: Spend,
  numerals: Numerals,
  written: (usd: Estimate) => string = usd => numerals.usd(usd),
): string {
  if (measuredUsd === undefined) return '';
  const part = measuredCalls === calls ? '' : ` for ${numerals.integer(measuredCalls)} of ${numerals.integer(calls)} calls`;
  return `measured ${written(perThousand(measuredUsd))}/1k${part}`;
}

/** How the money of a row is written; what is left out is unknown. */
export interface SpendFigures {
  /** Of 1,000 of each call. */
  readonly thousand?: WrittenMoney | undefined;
  readonly month?: WrittenMoney | undefined;
  readonly measured?: WrittenMoney | undefined;
}

/** The figures of rows that together are what `sum` says. */
export function figuresOfRows(rows: readonly Spend[], sum: SpendFigures, numerals: Numerals): readonly SpendFigures[] {
  const thousand = rowsThatAddUp(
    rows.map(({ usd }) => usd && perThousand(usd)),
    sum.thousand?.figure,
    numerals,
  );
  const month = rowsThatAddUp(
    rows.map(({ usdPerMonth }) => usdPerMonth),
    sum.month?.figure,
    numerals,
  );
  const measured = rowsThatAddUp(
    rows.map(({ measuredUsd }) => measuredUsd && perThousand(measuredUsd)),
    sum.measured?.figure,
    numerals,
  );
  return rows.map((_, index) => ({ thousand: thousand[index], month: month[index], measured: measured[index] }));
}

/** What is said of spend, in the order in which it is said; empty what nobody knows. 1k is 1,000 of each call. */
export interface SpendParts {
  /** `$12.30/1k` */
  readonly thousand: string;
  /** `$522/month` */
  readonly month: string;
  /** `measured $9.10/1k` */
  readonly measured: string;
  /** `3 without a price` */
  readonly unknown: string;
}

export function spendParts(spend: Spend, numerals: Numerals, figures: SpendFigures): SpendParts {
  const { usd, unknownPrices } = spend;
  const { thousand, month, measured } = figures;
  return {
    thousand: thousand === undefined ? '' : `${thousand.text}/1k`,
    month: monthOfSpend(spend, numerals, () => month?.text ?? ''),
    measured: measuredOfSpend(spend, numerals, () => measured?.text ?? ''),
    unknown: unknownPrices === 0 ? '' : usd === undefined ? 'price unknown' : `${numerals.integer(unknownPrices)} without a price`,
  };
}

/** `$12.30/1k · $522/month · measured $9.10/1k · 3 without a price`, of one row by itself. */
export function spendText(spend: Spend, numerals: Numerals): string {
  const [figures = {}] = figuresOfRows([spend], {}, numerals);
  return Object.values(spendParts(spend, numerals, figures))
    .filter(part => part !== '')
    .join(' · ');
}
