import { HOURS_PER_DAY } from '../spend/calendar';
import { hitRateOf, ttlEnds } from '../spend/hit-rate';
import { estimateOf } from '../spend/stated';
import type { SaidOfCall } from '../workspace-file/stated';
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

/** The same share by the traffic that is stated of a call; undefined where none is, or nobody says how long the cache keeps. */
export function statedHitShare(said: SaidOfCall | undefined, quote: Pick<SiteQuote, 'site' | 'model'>): number | undefined {
  const ttlSeconds = ttlSecondsOf(quote);
  if (said?.callsPerDay === undefined || ttlSeconds === undefined) return undefined;
  const { hoursPerDay = HOURS_PER_DAY, distinctPrefixes = 1 } = said;
  return cacheHitShare({ callsPerDay: estimateOf(said.callsPerDay, '').value, hoursPerDay, distinctPrefixes }, ttlSeconds);
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
