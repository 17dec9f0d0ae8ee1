import { usdPerThousandText } from '../present/finding-money';
import type { Estimate } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { Hole } from '../source/values';

interface Told {
  readonly quote: SiteQuote;
  /** The request as it is and as it could be, by what is known of both. */
  readonly before: SiteQuote;
  readonly after: SiteQuote;
  readonly first: Hole | undefined;
  readonly names: readonly string[];
  readonly potential: Estimate;
  readonly cachesThen: boolean;
}

/** What changes, what that costs, and under which assumption. */
export function describe({ quote, before, after, first, names, potential, cachesThen }: Told): string {
  const what = `${list(names.map(name => `\`${name}\``))} ${changes(first, names.length)}`;
  const tokens = `${Math.round(after.prefix.tokens.value - before.prefix.tokens.value).toLocaleString('en')} static tokens`;
  const money = `about ${usdPerThousandText(potential)} per 1,000 calls`;
  const when = whenText(quote);
  const stand = names.length > 1 ? 'stand' : 'stands';
  const it = names.length > 1 ? 'them' : 'it';
  if (!cachesThen)
    return `${what} and ${stand} before ${tokens}, so they can’t be cached. Move ${it} behind them and set a cache breakpoint to save ${money}, ${when}.`;
  if (before.prefix.state === 'broken')
    return `${what} and ${stand} before a cache breakpoint, so every call writes the cache and none reads it: ${money} more than needed, ${when}.`;
  const shared = first?.volatility === 'user' || first?.volatility === 'session';
  const so = shared
    ? `so ${first.volatility}s share no cache: up to ${money} more than needed`
    : `so they are paid in full each time: ${money} more than needed`;
  return `${what} and ${stand} before ${tokens}, ${so}, ${when}.`;
}

/** What a fix's title promises. */
export function thenText(potential: Estimate, cachesThen: boolean): string {
  const money = `${usdPerThousandText(potential)} per 1,000 calls`;
  return cachesThen ? `saves ${money}` : `then a cache breakpoint can save ${money}`;
}

const LONGEST_NAME = 40;

/** A value as its author wrote it, where that is short. */
export function nameOf(hole: Hole, text: string | undefined): string {
  const source = text?.slice(hole.at.start, hole.at.end) ?? '';
  return source === '' || source.length > LONGEST_NAME || /[\n`]/.test(source) ? hole.label : source;
}

function changes(hole: Hole | undefined, count: number): string {
  const often = hole === undefined || hole.volatility === 'unknown' ? 'call' : hole.volatility;
  if (hole?.proven === true) return `${count > 1 ? 'change' : 'changes'} with every ${often}`;
  return `may change with every ${often} (${hole?.reason ?? ''})`;
}

/** `a, b and c`. */
export function list(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** `5m`, `5-10m`, `1h` as a person would say it. */
function whenText({ site, model }: SiteQuote): string {
  const asked = site.request.segments.map(segment => segment.marker?.ttl).find(ttl => ttl !== undefined && ttl !== 'default');
  const match = /^(\d+)(?:-(\d+))?([mh])$/.exec(asked ?? model?.caching?.ttl ?? '');
  if (match === null) return 'when calls come before the cache expires';
  const [, from, to, unit] = match;
  const name = unit === 'm' ? 'minute' : 'hour';
  return `when calls come within ${from}${to === undefined ? '' : `–${to}`} ${name}${from === '1' && to === undefined ? '' : 's'} of each other`;
}
