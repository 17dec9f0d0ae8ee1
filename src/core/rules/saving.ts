import type { Estimate } from '../quote/basis';

/** What a call costs less, in US dollars. Both quotes count with one tokenizer: the ends of the band belong together. */
export function difference(before: Estimate, after: Estimate, why: string): Estimate {
  // Where neither has an upper end, what is known bounds what is saved of it.
  const ends = [before.low - after.low, before.high - after.high, before.value - after.value].filter(end => !Number.isNaN(end));
  return {
    value: before.value - after.value,
    low: Math.min(...ends),
    high: Math.max(...ends),
    basis: 'assumed',
    why: ['calls find the cache as often as the finding says', why].filter(clause => clause !== '').join('; '),
  };
}
