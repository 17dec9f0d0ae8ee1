import type { TokenCounting } from '../prices/model';
import type { Estimate } from '../quote/basis';
import type { Counters } from './counter';

/** Chunks of an endless run may split tokens at their seams; far less than this share of the count. */
const CHUNKING_ERROR = 0.02;
const CHUNKED = 'holds an unbroken run of over 64 KB, counted in chunks';

/** Tokens of a text for a model family, with the family's band around the public tokenizer's count. */
export function countText(text: string, counting: TokenCounting, counters: Counters): Estimate {
  const { tokens, exact } = counters(counting.encoding)(text);
  const isOwnTokenizer = counting.factorLow === 1 && counting.factor === 1 && counting.factorHigh === 1;
  if (exact && (isOwnTokenizer || tokens === 0)) return { value: tokens, low: tokens, high: tokens, basis: 'exact', why: '' };
  const seam = exact ? 0 : CHUNKING_ERROR;
  const whys = [counting.why, exact ? '' : CHUNKED];
  return {
    value: Math.round(tokens * counting.factor),
    low: Math.floor(tokens * counting.factorLow * (1 - seam)),
    high: Math.ceil(tokens * counting.factorHigh * (1 + seam)),
    basis: 'estimated',
    why: whys.filter(why => why !== '').join('; '),
  };
}
