import type { SiteQuote } from '../quote/site-quote';

/** Under which assumption a cache is read: `5m`, `5-10m`, `1h` as a person would say it. */
export function whenText({ site, model, hitShare }: SiteQuote): string {
  if (hitShare !== undefined)
    return `at the stated traffic, by which ${Math.round(hitShare * 100)}% of calls find what an earlier one wrote`;
  const asked = site.request.segments.map(segment => segment.marker?.ttl).find(ttl => ttl !== undefined && ttl !== 'default');
  const match = /^(\d+)(?:-(\d+))?([mh])$/.exec(asked ?? model?.caching?.ttl ?? '');
  if (match === null) return 'when calls come before the cache expires';
  const [, from, to, unit] = match;
  const name = unit === 'm' ? 'minute' : 'hour';
  return `when calls come within ${from}${to === undefined ? '' : `–${to}`} ${name}${from === '1' && to === undefined ? '' : 's'} of each other`;
}
