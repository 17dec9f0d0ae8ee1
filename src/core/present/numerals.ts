import type { Estimate, Money } from '../quote/basis';
import { isKnown, scale } from '../quote/basis';
import { type Currency, US_DOLLARS } from './currency';
import { numberWriter } from './number-writer';

/** Writes numbers, and money in one currency. */
export interface Numerals {
  readonly currency: Currency;
  integer(value: number): string;
  /** `2,143`, `≈2,100`, `2,143–6,100`, or `2,143+` where a part has no size at all; without the unit. */
  tokens(estimate: Estimate): string;
  /** `$0.0145`, of US dollars; a range where the band is wide. */
  usd(money: Estimate): string;
  /** A rounded amount of US dollars, with no digit finer than `quantum` dollars are. */
  amount(value: number, quantum: number): string;
  /** A step of US dollars as one of the currency that is written. */
  step(quantum: number): number;
  /** US dollars in the currency that is written: for figures whose rounded parts have to add up. */
  converted(money: Estimate): Estimate;
  /** An amount that is converted already, with no digit finer than `quantum`. */
  written(value: number, quantum: number): string;
  /** `<1%` of what is more than nothing. */
  percent(share: number): string;
}

/** `currency` is asked each time: a person may choose another one meanwhile. */
export function numeralsOf(currency: () => Currency = () => US_DOLLARS): Numerals {
  const writer = numberWriter();
  const numerals: Numerals = {
    get currency() {
      return currency();
    },
    integer: writer.integer,
    tokens(estimate) {
      const span = estimate.high - estimate.low;
      if (isOpenEnded(estimate)) {
        if (estimate.value <= 0) return 'unknown';
        const known = writer.integer(roundTo(estimate.value, Math.max(1, bandQuantum(estimate))));
        return `${estimate.low < estimate.value ? '≈' : ''}${known}+`;
      }
      if (isWide(estimate)) {
        const step = Math.max(1, rangeQuantum(span));
        return `${writer.integer(roundTo(estimate.low, step, Math.floor))}–${writer.integer(roundTo(estimate.high, step, Math.ceil))}`;
      }
      if (estimate.basis === 'exact' || estimate.basis === 'measured') return writer.integer(estimate.value);
      return `≈${writer.integer(roundTo(estimate.value, Math.max(1, bandQuantum(estimate))))}`;
    },
    usd(dollars) {
      const money = numerals.converted(dollars);
      if (isOpenEnded(money)) return money.value <= 0 ? 'unknown' : `${numerals.written(money.value, moneyQuantum(money))}+`;
      if (isWide(money)) {
        const step = amountQuantum(money.low > 0 ? money.low : money.high);
        return `${numerals.written(money.low, step)}–${numerals.written(money.high, Math.max(step, amountQuantum(money.high)))}`;
      }
      return numerals.written(money.value, moneyQuantum(money));
    },
    amount(value, quantum) {
      return numerals.written(value * currency().perUsd, numerals.step(quantum));
    },
    step(quantum) {
      const { perUsd } = currency();
      return perUsd === 1 ? quantum : nearestPowerOfTen(quantum * perUsd);
    },
    converted: money => (currency().perUsd === 1 ? money : scale(money, currency().perUsd)),
    written(value, quantum) {
      const digits = quantum >= 1 ? 0 : Math.max(2, Math.round(-Math.log10(quantum)));
      return writer.money(roundTo(value, quantum), digits, currency().code);
    },
    percent: share => (share > 0 && share < 0.005 ? '<1%' : writer.percent(share)),
  };
  return numerals;
}

/** A part has no size that anyone knows: the value is what is known, and there is more. */
export function isOpenEnded(estimate: Estimate): boolean {
  return estimate.high === Number.POSITIVE_INFINITY;
}

/** A hole dominates: a single figure would pretend to know its size. */
export function isWide(estimate: Estimate): boolean {
  return estimate.high - estimate.low > Math.abs(estimate.value) / 2;
}

/** The power of ten that a band leaves meaningful; 0 where there is no band. */
function bandQuantum(estimate: Estimate): number {
  const half = isOpenEnded(estimate) ? estimate.value - estimate.low : (estimate.high - estimate.low) / 2;
  return half > 0 ? powerOfTen(half) : 0;
}

/** Below this an amount of money says nothing, and formatters run out of digits. */
const FINEST_USD = 1e-12;

/** The finest step of an amount that is worth reading: whole dollars from $100, cents from $1, else three significant digits. */
export function amountQuantum(value: number): number {
  const size = Math.abs(value);
  if (size === 0) return 0.01;
  if (size >= 100) return 1;
  return size >= 1 ? 0.01 : Math.max(FINEST_USD, powerOfTen(size) / 100);
}

/**
 * The step that US dollars are rounded to, so that no digit says more than the band allows. With a plus behind it, what is rounded up by the
 * band of what is known would claim too much.
 */
export function moneyQuantum(money: Estimate): number {
  return Math.max(amountQuantum(money.value), isOpenEnded(money) ? 0 : bandQuantum(money));
}

/**
 * The step of figures that a reader can add up: a digit finer than the band of their sum, so that small parts are seen.
 * `finest` is the finest step worth printing.
 */
export function additiveQuantum(total: Estimate, finest: number): number {
  return Math.max(finest, bandQuantum(total) / 10);
}

/** Both ends of a range share a step that is fine against its width. */
export function rangeQuantum(width: number): number {
  return powerOfTen(width) / 1000;
}

/** Rounds to a multiple of a power of ten without the dust of binary fractions (0.0145 stays 0.0145). */
export function roundTo(value: number, quantum: number, how: (x: number) => number = Math.round): number {
  if (quantum <= 0) return value;
  const units = how(Number((value / quantum).toPrecision(12)));
  return quantum >= 1 ? units * quantum : Number((units * quantum).toFixed(Math.round(-Math.log10(quantum))));
}

/** Per 1,000 calls, from per call. */
export function perThousand(money: Estimate): Estimate {
  return { ...money, value: money.value * 1000, low: money.low * 1000, high: money.high * 1000 };
}

/** `$14.53` for 1,000 calls, or undefined where nobody knows. */
export function usdPerThousand(money: Money, numerals: Numerals): string | undefined {
  return isKnown(money) ? numerals.usd(perThousand(money)) : undefined;
}

/** `$3.80`: what 1,000 calls save, from what one does; the same figure wherever it stands. */
export function savedPerThousand(perCall: Estimate, numerals: Numerals): string {
  return savedText(perThousand(perCall), numerals);
}

/** `$3.80`: what is saved, whatever its range. */
export function savedText(money: Estimate, numerals: Numerals): string {
  const converted = numerals.converted(money);
  return numerals.written(converted.value, moneyQuantum(converted));
}

function nearestPowerOfTen(value: number): number {
  return 10 ** Math.round(Math.log10(value));
}

function powerOfTen(value: number): number {
  return 10 ** Math.floor(Math.log10(value) + 1e-9);
}
