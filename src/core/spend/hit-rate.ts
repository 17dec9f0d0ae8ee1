import type { CachingFacts } from '../prices/model';
import { type Estimate, exactly } from '../quote/basis';

/** Without a cadence: one call in a thousand finds nothing, as where a quote averages a busy hour. */
export const STEADY_HIT_RATE: Estimate = {
  value: 0.999,
  low: 0.999,
  high: 0.999,
  basis: 'assumed',
  why: "calls are assumed to come within the cache's time to live (state how often they come)",
};

/**
 * The share of calls that find an entry, where calls come at random at a mean rate and each hit keeps the entry for another time to
 * live: 1 − e^(−λτ). λ is the rate of one value of the prefix. Calls that come at once all miss, which this leaves out.
 */
export function hitRateOf(callsPerMinute: number, ttlMinutes: number): number {
  return -Math.expm1(-Math.max(0, callsPerMinute) * ttlMinutes);
}

/** How long an entry lives, in minutes; of a range the short end counts. */
export function ttlMinutes(caching: CachingFacts, long: boolean): Estimate {
  const [low, high] = ttlEnds(long ? (caching.longTtl ?? caching.ttl) : caching.ttl);
  if (low === undefined || high === undefined) return UNPUBLISHED;
  return low === high
    ? exactly(low)
    : { value: low, low, high, basis: 'estimated', why: `the provider keeps a cached prefix for ${low} to ${high} minutes` };
}

const UNPUBLISHED: Estimate = {
  value: 0,
  low: 0,
  high: 60,
  basis: 'assumed',
  why: 'how long the provider keeps a cached prefix is not published: no hits are counted, at best those of an hour',
};

const MINUTES = { m: 1, h: 60 } as const;

/** `5m`, `1h`, `5-10m`, in minutes. */
export function ttlEnds(ttl: string): readonly [low?: number, high?: number] {
  const found = /^(\d+)(?:-(\d+))?([mh])$/.exec(ttl);
  if (found === null) return [];
  const unit = found[3] === 'h' ? MINUTES.h : MINUTES.m;
  return [Number(found[1]) * unit, Number(found[2] ?? found[1]) * unit];
}
