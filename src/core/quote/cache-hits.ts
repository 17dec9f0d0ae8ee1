import { hitRateOf, ttlEnds } from '../spend/hit-rate';
import type { SiteQuote } from './site-quote';

/** How calls come to one beginning of the prompt. */
export interface Arrivals {
  readonly callsPerDay: number;
  readonly hoursPerDay: number;
  /** Different beginnings over which the calls are spread evenly. */
  readonly distinctPrefixes: number;
}

/** Share of calls that find their prefix in the cache. */
export function cacheHitShare({ callsPerDay, hoursPerDay, distinctPrefixes }: Arrivals, ttlSeconds: number): number {
  return hitRateOf(callsPerDay / (hoursPerDay * 60) / distinctPrefixes, ttlSeconds / 60);
}

/** How long the cache keeps what this request writes; of a range the short end. Undefined: nobody says. */
export function ttlSecondsOf({ site, model }: Pick<SiteQuote, 'site' | 'model'>): number | undefined {
  const { segments, automaticBreakpoint } = site.request;
  const asked = [automaticBreakpoint, ...segments.map(segment => segment.marker)].find(
    marker => marker !== undefined && marker.ttl !== 'default',
  );
  const [minutes] = ttlEnds(asked?.ttl ?? model?.caching?.ttl ?? '');
  return minutes === undefined ? undefined : minutes * 60;
}
