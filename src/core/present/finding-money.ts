import type { Estimate } from '../quote/basis';
import { moneyQuantum, numeralsOf, perThousand } from './numerals';

const ENGLISH = numeralsOf('en');

/** `$3.80` for 1,000 calls, in the English of messages. */
export function usdPerThousandText(perCall: Estimate): string {
  const money = perThousand(perCall);
  return ENGLISH.amount(money.value, moneyQuantum(money));
}

/** `$0.0145`. US dollars. */
export function usdText(usd: number): string {
  return ENGLISH.usd({ value: usd, low: usd, high: usd, basis: 'exact', why: '' });
}
