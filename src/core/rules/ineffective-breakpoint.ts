import { growsWithin } from '../fixes/breakpoint-form';
import { LONG_TTL, withLongTtl } from '../fixes/long-ttl';
import { withoutBreakpoint } from '../fixes/remove-breakpoint';
import { type Estimate, isKnown } from '../quote/basis';
import { type PrefixWalk, walkPrefix } from '../quote/prefix-walk';
import { segmentCounter } from '../quote/segment-counter';
import type { CallSite } from '../request/call-site';
import type { CacheMarker, Segment } from '../request/request';
import type { Hole } from '../source/values';
import { canWeighLonger, costsClearlyLess } from './longer-ttl';
import { isMadeOnce } from './made-once';
import { rule as noDynamicPrefix } from './no-dynamic-prefix';
import type { RuleContext } from './rule';

/** What is wrong with a breakpoint. */
export type Fault =
  /** Too little stands before it, so it caches nothing. */
  | { readonly kind: 'too early'; readonly marker: CacheMarker; readonly tokens: Estimate; readonly minimumTokens: number }
  /** What stands before it changes with every call, so each writes and none reads. */
  | { readonly kind: 'behind a change'; readonly marker: CacheMarker; readonly hole: Hole }
  | { readonly kind: 'too many'; readonly marker: CacheMarker; readonly count: number }
  /** On each message of a list without a bound. */
  | { readonly kind: 'on each'; readonly marker: CacheMarker }
  /** The call is made once, so nobody reads what it writes. */
  | { readonly kind: 'never read'; readonly marker: CacheMarker }
  /** By the stated traffic it costs less with the longer time to live, and then less than without it. */
  | { readonly kind: 'too brief'; readonly marker: CacheMarker; readonly hitShare: number; readonly longHitShare: number }
  /** By the stated traffic it is read so rarely that the writes cost more than the reads save. */
  | { readonly kind: 'rarely read'; readonly marker: CacheMarker; readonly hitShare: number };

const MOST_BREAKPOINTS = 4;

/** The first of what is wrong; a request is mended one step at a time. */
export function faultOf(context: RuleContext): Fault | undefined {
  const { quote, environment } = context;
  const { site, model } = quote;
  const { minimumTokens } = model?.caching ?? {};
  if (model?.counting === undefined || minimumTokens === undefined) return undefined;
  const walk = walkPrefix(site.request, 'allCalls', segmentCounter(site, model, model.counting, environment.countTokens.bind(environment)));
  return (
    tooMany(context) ??
    tooEarly(walk, minimumTokens, context) ??
    behindChange(walk, context) ??
    neverRead(context) ??
    tooBrief(context) ??
    rarelyRead(context)
  );
}

function tooMany({ quote: { site } }: RuleContext): Fault | undefined {
  const marked = site.request.segments.filter(segment => segment.marker !== undefined);
  const each = marked.find(({ repeats }) => repeats);
  if (each?.marker !== undefined) return { kind: 'on each', marker: each.marker };
  const always = marked.filter(({ optional }) => !optional);
  const count = always.length + (site.request.automaticBreakpoint === undefined ? 0 : 1);
  // The first one covers the least of what those behind it cover as well.
  const [first] = always;
  return count > MOST_BREAKPOINTS && first?.marker !== undefined ? { kind: 'too many', marker: first.marker, count } : undefined;
}

/** Unless one that reaches the minimum stands behind it, which then does its work. */
function tooEarly({ markers, brokenMarker }: PrefixWalk, minimumTokens: number, { quote: { site } }: RuleContext): Fault | undefined {
  const last = markers[markers.length - 1];
  if (last === undefined || last.tokens.high >= minimumTokens) return undefined;
  if (brokenMarker !== undefined || site.request.automaticBreakpoint !== undefined) return undefined;
  return { kind: 'too early', ...last, minimumTokens };
}

/** In a conversation the next turn reads it, and a document may be asked about more than once: neither is a fault. */
function behindChange({ cut, brokenMarker }: PrefixWalk, context: RuleContext): Fault | undefined {
  const { site } = context.quote;
  if (cut === undefined || brokenMarker === undefined || growsWithin(site)) return undefined;
  const { marker } = brokenMarker;
  const changing = changesBefore(site.request.segments, marker);
  if (changing === undefined || noDynamicPrefix.check(context).length > 0) return undefined;
  return { kind: 'behind a change', marker, hole: changing };
}

/** A value that is read anew in each call; or at the very end of a request what a name calls a question. */
function changesBefore(segments: readonly Segment[], marker: CacheMarker): Hole | undefined {
  const end = segments.findIndex(segment => segment.marker === marker);
  const holes = segments.slice(0, end + 1).flatMap(({ pieces }) => pieces.flatMap(piece => (piece.kind === 'hole' ? [piece] : [])));
  const proven = holes.find(({ volatility, proven: known }) => known && (volatility === 'call' || volatility === 'turn'));
  if (proven !== undefined || end < segments.length - 1) return proven;
  return holes.find(({ volatility }) => volatility === 'call' || volatility === 'turn');
}

function neverRead({ quote: { site, prefix } }: RuleContext): Fault | undefined {
  const marker = site.request.segments.find(segment => segment.marker !== undefined)?.marker;
  return isMadeOnce(site) && marker !== undefined && prefix.writtenTokens.value > 0 ? { kind: 'never read', marker } : undefined;
}

/**
 * Only ever a longer one: with calls at random, a time to live that pays for itself at all costs least when it is long, because the
 * dearer write is made the more rarely.
 */
function tooBrief({ quote, requote }: RuleContext): Fault | undefined {
  const { site, hitShare } = quote;
  const markers = breakpointsOf(site);
  const [marker] = markers;
  // Of several with different times, each has a reason of its own.
  if (marker === undefined || !canWeighLonger(quote) || markers.some(({ ttl }) => ttl === LONG_TTL)) return undefined;
  const longer = requote(withLongTtl(site));
  const [now, plain] = [site, markers.reduce(withoutBreakpoint, site)].map(each => requote(each).steadyInputUsd);
  const then = longer.steadyInputUsd;
  if (now === undefined || plain === undefined || !isKnown(now) || !isKnown(then) || !isKnown(plain)) return undefined;
  if (hitShare === undefined || longer.hitShare === undefined) return undefined;
  const isWorth = costsClearlyLess(then, now) && costsClearlyLess(then, plain);
  return isWorth ? { kind: 'too brief', marker, hitShare, longHitShare: longer.hitShare } : undefined;
}

/** In the order of the request. */
export function breakpointsOf({ request }: CallSite): readonly CacheMarker[] {
  return request.segments.flatMap(({ marker }) => (marker === undefined ? [] : [marker]));
}

function rarelyRead({ quote: { site, hitShare }, requote }: RuleContext): Fault | undefined {
  const marker = site.request.segments.find(segment => segment.marker !== undefined)?.marker;
  if (marker === undefined || hitShare === undefined) return undefined;
  const [marked, plain] = [requote(site).steadyInputUsd, requote(withoutBreakpoint(site, marker)).steadyInputUsd];
  if (!isKnown(marked) || !isKnown(plain)) return undefined;
  // Both come from one count, so their ends move together.
  return plain.low < marked.low && plain.high < marked.high ? { kind: 'rarely read', marker, hitShare } : undefined;
}
