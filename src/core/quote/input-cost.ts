import { type CallTokens, costOf } from '../prices/cost';
import type { ModelFacts } from '../prices/model';
import type { CacheablePrefix, Quote } from './analysis';
import { type Estimate, exactly, isKnown, type Money, scale, sum } from './basis';

/** The calls of a row, of which the first finds nothing in the cache. */
export const CALLS_IN_A_ROW = 1000;

/**
 * What the input of a call costs: reading nothing from the cache, reading all that is cached, and on the average of a busy hour. `hitShare`:
 * the share of calls that find their prefix in the cache, where the traffic is stated.
 */
export function inputCost(
  model: ModelFacts | undefined,
  inputTokens: Estimate,
  prefix: CacheablePrefix,
  hitShare = 1 - 1 / CALLS_IN_A_ROW,
): Pick<Quote, 'inputUsd' | 'cachedInputUsd' | 'steadyInputUsd'> {
  const { first, later } = callsInARow(inputTokens, prefix);
  const inputUsd = costOf(model, first).inputUsd;
  const cachedInputUsd = costOf(model, later).inputUsd;
  return { inputUsd, cachedInputUsd, steadyInputUsd: average(inputUsd, cachedInputUsd, hitShare) };
}

/** The input of the first call of a row, and that of each later one. */
export function callsInARow(inputTokens: Estimate, prefix: CacheablePrefix): { readonly first: CallTokens; readonly later: CallTokens } {
  const field = prefix.longTtl ? 'cacheWriteLongTokens' : 'cacheWriteTokens';
  return {
    first: { inputTokens, [field]: prefix.writtenTokens },
    later: { inputTokens, cacheReadTokens: prefix.cachedTokens, [field]: less(prefix.writtenTokens, prefix.cachedTokens) },
  };
}

function average(first: Money, later: Money, hitShare: number): Money {
  if (!isKnown(first)) return first;
  if (!isKnown(later)) return later;
  if (hitShare === 0) return first;
  return sum([scale(first, 1 - hitShare), scale(later, hitShare)]);
}

/** Both come from one count, so their ends move together. */
function less(whole: Estimate, part: Estimate): Estimate {
  const minus = (a: number, b: number) => (Number.isFinite(a) ? Math.max(0, a - (Number.isFinite(b) ? b : 0)) : a);
  if (whole.high <= 0) return exactly(0);
  return { ...whole, value: minus(whole.value, part.value), low: minus(whole.low, part.low), high: minus(whole.high, part.high) };
}
