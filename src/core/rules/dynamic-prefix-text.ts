import { usdPerThousandText } from '../present/finding-money';
import type { Estimate } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { Hole } from '../source/values';
import { whenText } from './cache-lifetime';
import { changesText } from './how-often';

interface Told {
  readonly quote: SiteQuote;
  /** The request as it is and as it could be, by what is known of both. */
  readonly before: SiteQuote;
  readonly after: SiteQuote;
  readonly first: Hole | undefined;
  readonly names: readonly string[];
  /** Only some calls send the values. */
  readonly sometimes: boolean;
  readonly potential: Estimate;
  /** Shorter prefixes are not cached. */
  readonly minimumTokens: number;
  readonly cachesThen: boolean;
  /** The values stand where no cache breakpoint can be set. */
  readonly noBreakpoint: boolean;
}

/** What to do where the provider caches a shared prefix only up to a breakpoint, and `instructions` has no place for one. */
export const NO_BREAKPOINT_IN_INSTRUCTIONS =
  '`instructions` can hold no cache breakpoint: send this text as a developer message in `input`, its static part first with a breakpoint behind it';

/** The money first, since lists cut off the end; then what changes, why that costs, and under which assumption. */
export function describe({
  quote,
  before,
  after,
  first,
  names,
  sometimes,
  potential,
  minimumTokens,
  cachesThen,
  noBreakpoint,
}: Told): string {
  const money = `${usdPerThousandText(potential)} per 1,000 calls`;
  const shared = first?.volatility === 'user' || first?.volatility === 'session';
  const about = shared || sometimes ? 'Up to' : first?.proven === true ? 'About' : 'Perhaps';
  const loss = cachesThen ? `${about} ${money} wasted` : `${about} ${money} could be saved`;
  const behind = Math.round(after.prefix.tokens.value - before.prefix.tokens.value);
  const tokens = `${behind.toLocaleString('en')} static tokens`;
  const which = sometimes ? ', which only some calls send,' : '';
  const stands = `${list(names.map(name => `\`${name}\``))}${which} ${changesText(first, names.length)} and ${names.length > 1 ? 'stand' : 'stands'} before`;
  const so = (): string => {
    if (noBreakpoint) return `${tokens}, so they can’t be cached. ${NO_BREAKPOINT_IN_INSTRUCTIONS}`;
    if (!cachesThen)
      return `${tokens}, so they can’t be cached. Move ${names.length > 1 ? 'them' : 'it'} behind that text and set a cache breakpoint`;
    if (before.prefix.state === 'broken') return 'a cache breakpoint, so every call writes the cache and none reads it';
    // What stands before is long enough for the cache only with them.
    const isLost = before.prefix.tokens.high < minimumTokens && behind < minimumTokens;
    if (isLost && !shared) return `${tokens}, without which the prefix is too short to be cached, so all of it is paid in full each time`;
    return shared ? `${tokens}, so ${first.volatility}s share no cache` : `${tokens}, so they are paid in full each time`;
  };
  return `${loss}: ${stands} ${so()}. Holds ${whenText(quote)}.`;
}

/** What a fix's title promises. */
export function thenText(potential: Estimate, cachesThen: boolean, sometimes: boolean): string {
  const money = `${sometimes ? 'up to ' : ''}${usdPerThousandText(potential)} per 1,000 calls`;
  return cachesThen ? `saves ${money}` : `then a cache breakpoint can save ${money}`;
}

const LONGEST_NAME = 40;

/** A value as its author wrote it, where that is short. */
export function nameOf(hole: Hole, text: string | undefined): string {
  const source = text?.slice(hole.at.start, hole.at.end) ?? '';
  return source === '' || source.length > LONGEST_NAME || /[\n`]/.test(source) ? hole.label : source;
}

/** `a, b and c`. */
export function list(names: readonly string[]): string {
  const last = names[names.length - 1] ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
