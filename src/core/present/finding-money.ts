import { type Estimate, exactly } from '../quote/basis';
import type { Currency } from './currency';
import { numeralsOf, perThousand, savedText } from './numerals';

/**
 * Stands around the figures of an amount whose currency is not chosen yet: what rules found is kept longer than that choice, and an amount
 * that is rounded in dollars and then converted is off. A character that Unicode keeps out of texts.
 */
const MARK = '\uFDD0';

/** `$3.80` for 1,000 calls, once `inCurrency` wrote it: what is saved or spent, whatever its range. */
export function usdPerThousandText(perCall: Estimate): string {
  return marked('middle', perThousand(perCall));
}

/** `$0.0145`, once `inCurrency` wrote it. US dollars. */
export function usdText(usd: number): string {
  return marked('range', exactly(usd));
}

/** The same of an amount with a band: a range where that is wide. */
export function usdRangeText(money: Estimate): string {
  return marked('range', money);
}

const MARKED = /\uFDD0(middle|range) ([^ \uFDD0]+) ([^ \uFDD0]+) ([^ \uFDD0]+)\uFDD0/g;

/** A message of a rule with its amounts written in a currency. */
export function inCurrency(message: string, currency: Currency): string {
  const numerals = numeralsOf(() => currency);
  return message.replace(MARKED, (_, as: string, value: string, low: string, high: string) => {
    const money: Estimate = { value: Number(value), low: Number(low), high: Number(high), basis: 'estimated', why: '' };
    return as === 'middle' ? savedText(money, numerals) : numerals.usd(money);
  });
}

function marked(as: 'middle' | 'range', { value, low, high }: Estimate): string {
  return `${MARK}${as} ${value} ${low} ${high}${MARK}`;
}
