import type { ModelFacts, TokenCounting } from '../../../../src/core/prices/model';
import type { Estimate } from '../../../../src/core/quote/basis';

const EXACT: TokenCounting = { encoding: 'o200k_base', factorLow: 1, factor: 1, factorHigh: 1, why: '' };
const PRICES: Readonly<Record<string, ModelFacts['price']>> = {
  'gpt-4.1': { inputUsd: 2, cacheReadUsd: 0.5, outputUsd: 8 },
  'gpt-4.1-mini': { inputUsd: 0.4, cacheReadUsd: 0.1, outputUsd: 1.6 },
};

/** Models with prices of a fixed day, so that sums can be written by hand. */
export function modelOf(id: string): ModelFacts {
  const price = PRICES[id];
  return {
    id,
    provider: 'openai',
    name: id,
    ...(price === undefined ? {} : { price }),
    tiers: [],
    maxOutputTokens: 32_768,
    counting: EXACT,
    reasoning: false,
    priceSource: { layer: 'user', source: 'test', checked: '2026-11-21', thirdParty: false },
    announced: [],
  };
}

/** A word is a token. */
export function countTokens(text: string): Estimate {
  const value = text.split(/\s+/).filter(word => word !== '').length;
  return { value, low: value, high: value, basis: 'exact', why: '' };
}
