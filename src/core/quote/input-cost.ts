import { costOf } from '../prices/cost';
import type { ModelFacts } from '../prices/model';
import type { CacheablePrefix, Quote } from './analysis';
import { type Estimate, exactly, isKnown, type Money, scale, sum } from './basis';

const CALLS_PER_WRITE = 1000;

/** What the input of a call costs: reading nothing from the cache, reading all that is cached, and on the average of a busy hour. */
export function inputCost(
  model: ModelFacts | undefined,
  inputTokens: Estimate,
  prefix: CacheablePrefix,
): Pick<Quote, 'inputUsd' | 'cachedInputUsd' | 'steadyInputUsd'> {
  const field = prefix.longTtl ? 'cacheWriteLongTokens' : 'cacheWriteTokens';
  const inputUsd = costOf(model, { inputTokens, [field]: prefix.writtenTokens }).inputUsd;
  const cachedInputUsd = costOf(model, {
    inputTokens,
    cacheReadTokens: prefix.cachedTokens,
    [field]: less(prefix.writtenTokens, prefix.cachedTokens),
  }).inputUsd;
  return { inputUsd, cachedInputUsd, steadyInputUsd: average(inputUsd, cachedInputUsd) };
}

function average(first: Money, later: Money): Money {
  if (!isKnown(first)) return first;
  if (!isKnown(later)) return later;
  return sum([scale(first, 1 / CALLS_PER_WRITE), scale(later, 1 - 1 / CALLS_PER_WRITE)]);
}

/** Both come from one count, so their ends move together. */
function less(whole: Estimate, part: Estimate): Estimate {
  const minus = (a: number, b: number) => (Number.isFinite(a) ? Math.max(0, a - (Number.isFinite(b) ? b : 0)) : a);
  if (whole.high <= 0) return exactly(0);
  return { ...whole, value: minus(whole.value, part.value), low: minus(whole.low, part.low), high: minus(whole.high, part.high) };
}
