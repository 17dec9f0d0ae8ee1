import type { TokenCounting } from '../prices/model';
import type { Estimate } from '../quote/basis';
import type { Counters } from './counter';

/** Tokens of a text for a model family, with the family's band around the public tokenizer's count. */
export function countText(text: string, counting: TokenCounting, counters: Counters): Estimate {
  const tokens = counters(counting.encoding)(text);
  const isOwnTokenizer = counting.factorLow === 1 && counting.factor === 1 && counting.factorHigh === 1;
  if (isOwnTokenizer || tokens === 0) return { value: tokens, low: tokens, high: tokens, basis: 'exact', why: '' };
  return {
    value: Math.max(1, Math.round(tokens * counting.factor)),
    // What is not empty is at least one token.
    low: Math.max(1, Math.floor(exactProduct(tokens, counting.factorLow))),
    high: Math.ceil(exactProduct(tokens, counting.factorHigh)),
    basis: counting.measured === true ? 'measured' : 'estimated',
    why: counting.why,
  };
}

/** 12,500 × 1.15 is 14,375 and not 14,374.999…: factors are decimal fractions. */
function exactProduct(tokens: number, factor: number): number {
  return Number((tokens * factor).toPrecision(12));
}
