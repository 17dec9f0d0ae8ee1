import type { SiteQuote } from './site-quote';

const SECONDS: Readonly<Record<string, number>> = { m: 60, h: 3600 };
const SECONDS_PER_HOUR = 3600;

/** How calls come to one beginning of the prompt. */
export interface Arrivals {
  readonly callsPerDay: number;
  readonly hoursPerDay: number;
  /** Different beginnings over which the calls are spread evenly. */
  readonly distinctPrefixes: number;
}

/**
 * Share of calls that find their prefix in the cache: 1 − e^(−λτ), where calls come independently of each other (a Poisson process of rate λ
 * per distinct prefix) and each one renews the time to live τ.
 */
export function cacheHitShare({ callsPerDay, hoursPerDay, distinctPrefixes }: Arrivals, ttlSeconds: number): number {
  const perSecond = callsPerDay / (hoursPerDay * SECONDS_PER_HOUR) / distinctPrefixes;
  return -Math.expm1(-perSecond * ttlSeconds);
}

/** How long the cache keeps what this request writes; of a range the short end. Undefined: nobody says. */
export function ttlSecondsOf({ site, model }: Pick<SiteQuote, 'site' | 'model'>): number | undefined {
  const { segments, automaticBreakpoint } = site.request;
  const asked = [automaticBreakpoint, ...segments.map(segment => segment.marker)].find(
    marker => marker !== undefined && marker.ttl !== 'default',
  );
  const match = /^(\d+)(?:-\d+)?([mh])$/.exec(asked?.ttl ?? model?.caching?.ttl ?? '');
  const unit = SECONDS[match?.[2] ?? ''];
  return unit === undefined ? undefined : Number(match?.[1]) * unit;
}
