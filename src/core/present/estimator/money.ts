import type { Estimate } from '../../quote/basis';
import { apportion } from '../apportion';
import { isOpenEnded, isWide, moneyQuantum, type Numerals, numeralsOf, roundTo } from '../numerals';
import type { EstimatedCalls } from './calls';
import { MONTHS_IN } from './period';

/** An amount as it is written, and as it is drawn. */
export interface Amount {
  readonly usd: number;
  readonly low: number;
  /** Absent where nobody knows the end. */
  readonly high?: number;
  readonly text: string;
}

/** US dollars as a chart draws them and as text says them; without a high end where nobody knows one. */
export function amountOf(estimate: Estimate, numerals: Numerals): Amount {
  return {
    usd: estimate.value,
    low: estimate.low,
    ...(Number.isFinite(estimate.high) ? { high: estimate.high } : {}),
    text: writtenUsd(estimate, numerals),
  };
}

/** One figure, whatever its range: for a column that has to add up. */
export function figure(usd: number, total: number, numerals: Numerals): string {
  return numerals.amount(usd, quantumOf(total));
}

/**
 * Parts of a sum, in US dollars, as `figure` would write them beside `total`; rounded so that what is printed adds up to the sum, or to the
 * difference of two sums, as they are printed. Without signs.
 */
export function addends(parts: readonly number[], sum: number, total: number, numerals: Numerals, less = 0): readonly string[] {
  const step = numerals.step(quantumOf(total));
  const { perUsd } = numerals.currency;
  const units = (usd: number) => apportion([usd * perUsd], step).total;
  const inCurrency = parts.map(usd => usd * perUsd);
  const rounded = apportion(inCurrency, step, units(sum) - units(less)).units;
  return rounded.map(count => numerals.written(roundTo(Math.abs(count) * step, step), step));
}

/** `$1,240 ($900–$2,100)`: where a range is wide the value leads all the same, since parts and bars show it. */
export function writtenUsd(estimate: Estimate, numerals: Numerals): string {
  if (!isWide(estimate) || isOpenEnded(estimate)) return numerals.usd(estimate);
  return `${numerals.amount(estimate.value, quantumOf(estimate.value))} (${numerals.usd(estimate)})`;
}

/**
 * A sum, as every window writes it. Not rounded by its band where the end is open: with a plus behind it, what is rounded up would claim
 * too much.
 */
export function totalText(usd: Estimate, numerals: Numerals): string {
  return isOpenEnded(usd) && usd.value > 0 ? `${figure(usd.value, usd.value, numerals)}+` : writtenUsd(usd, numerals);
}

/** The finest step of a sum as `totalText` writes it, in the currency that is written. */
export function stepOfTotal(usd: Estimate, numerals: Numerals): number {
  if (isOpenEnded(usd) || isWide(usd)) return numerals.step(quantumOf(usd.value));
  return moneyQuantum(numerals.converted(usd));
}

/** Writes money of a month as that of the period that is shown; other money stays what it is. */
export function inPeriod(numerals: Numerals, { per, period }: Pick<EstimatedCalls, 'per' | 'period'>): Numerals {
  if (per === 'thousand' || period === 'month') return numerals;
  return numeralsOf(() => ({ ...numerals.currency, perUsd: numerals.currency.perUsd * MONTHS_IN[period] }));
}

export function perText({ per, period }: Pick<EstimatedCalls, 'per' | 'period'>): string {
  return per === 'month' ? `a ${period}` : 'for 1,000 of each call';
}

/** Cents below a hundred dollars, dollars above, and three digits of what is less than a cent. */
function quantumOf(total: number): number {
  const size = Math.abs(total);
  if (size >= 1000) return 1;
  return size >= 1 || size === 0 ? 0.01 : 10 ** (Math.floor(Math.log10(size)) - 2);
}
