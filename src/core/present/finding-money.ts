import type { Estimate } from '../quote/basis';
import type { Currency } from './currency';
import { amountQuantum, numeralsOf, savedPerThousand } from './numerals';

const ENGLISH = numeralsOf();

/** `$3.80` for 1,000 calls, in the English of messages. */
export function usdPerThousandText(perCall: Estimate): string {
  return savedPerThousand(perCall, ENGLISH);
}

/** `$0.0145`. US dollars. */
export function usdText(usd: number): string {
  return ENGLISH.usd({ value: usd, low: usd, high: usd, basis: 'exact', why: '' });
}

const DOLLARS = /\$(\d[\d,]*(?:\.\d+)?)/g;

/** A message with its amounts, which rules write in dollars, in the currency that a person chose. */
export function inCurrency(message: string, currency: Currency): string {
  const { written } = numeralsOf(() => currency);
  return message.replace(DOLLARS, (_, digits: string) => {
    const amount = Number(digits.replaceAll(',', '')) * currency.perUsd;
    return written(amount, amountQuantum(amount));
  });
}
