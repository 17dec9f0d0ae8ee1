import type { CachingFacts } from '../prices/model';
import type { Request } from '../request/request';
import type { CacheablePrefix } from './analysis';
import { type Estimate, exactly, sum } from './basis';
import { type PrefixWalk, walkPrefix } from './prefix-walk';
import type { SegmentCounter } from './segment-counter';

/** Earlier OpenAI models cache in steps of 128 tokens. */
const CACHE_STEP_TOKENS = 128;
const MARKED_LATER = 'its file sets cache breakpoints on what it has put together, and where isn’t known';

type Verdict = Pick<CacheablePrefix, 'state' | 'why' | 'cachedTokens'>;

/** The tokens that a request begins with and that a provider can cache, and what ends them. */
export function cacheablePrefix(request: Request, caching: CachingFacts | undefined, counter: SegmentCounter): CacheablePrefix {
  const walk = walkPrefix(request, 'allCalls', counter);
  const cut = walk.cut;
  return {
    tokens: walk.tokens,
    at: walk.at,
    ...(cut === undefined ? {} : { cut: { at: cut.hole.at, label: cut.hole.label, why: cut.hole.reason } }),
    ...verdict(request, walk, caching),
    ...written(request, walk, caching, () => sum(request.segments.map(segment => counter.segment(segment)))),
    byScope: {
      allCalls: walk.tokens,
      oneUser: walkPrefix(request, 'oneUser', counter).tokens,
      oneConversation: walkPrefix(request, 'oneConversation', counter).tokens,
    },
  };
}

function verdict(request: Request, walk: PrefixWalk, caching: CachingFacts | undefined): Verdict {
  const none = exactly(0);
  if (caching === undefined) return { state: 'unknown', why: 'how this model caches is not known', cachedTokens: none };
  if (caching.mode === 'none') return { state: 'unsupported', why: 'this model caches nothing', cachedTokens: none };
  if (walk.tokens.high <= 0)
    return { state: walk.brokenMarker === undefined ? 'not-asked' : 'broken', why: 'the first part already changes', cachedTokens: none };
  const automatic = caching.mode === 'automatic' && !caching.wholeRequestOnly && !request.explicitOnly;
  const last = walk.markers[walk.markers.length - 1];
  if (automatic) return againstMinimum(steps(walk.tokens), walk.tokens, caching, 'cached by the provider itself');
  if (last !== undefined) return againstMinimum(last.read, last.read, caching, 'up to the last cache breakpoint in it');
  if (walk.brokenMarker !== undefined) {
    return {
      state: 'broken',
      why: `the cache breakpoint stands behind ${walk.cut?.hole.label ?? 'a value'}, which changes: each call writes the cache and none reads it`,
      cachedTokens: none,
    };
  }
  if (request.markedLater) return { state: 'unknown', why: MARKED_LATER, cachedTokens: none };
  const why = caching.wholeRequestOnly
    ? 'a shared prefix is cached only up to an explicit breakpoint'
    : 'caching has to be asked for with a cache breakpoint';
  return { state: 'not-asked', why, cachedTokens: none };
}

/** What a call writes that finds nothing cached: up to its last breakpoint, or all of it where the provider places one at the end. */
function written(
  request: Request,
  walk: PrefixWalk,
  caching: CachingFacts | undefined,
  whole: () => Estimate,
): Pick<CacheablePrefix, 'writtenTokens' | 'longTtl'> {
  const none = { writtenTokens: exactly(0), longTtl: false };
  if (caching === undefined || caching.mode === 'none') return none;
  const atEnd = request.automaticBreakpoint ?? (caching.wholeRequestOnly && !request.explicitOnly ? 'implicit' : undefined);
  const last = walk.brokenMarker ?? walk.markers[walk.markers.length - 1];
  const marker = atEnd === undefined || atEnd === 'implicit' ? last?.marker : atEnd;
  const tokens = atEnd === undefined ? last?.tokens : whole();
  if (tokens === undefined) return none;
  const longTtl = marker?.ttl === '1h' || marker?.ttl === '12h';
  const minimum = caching.minimumTokens ?? 0;
  if (tokens.high < minimum) return none;
  if (tokens.value < minimum)
    return { writtenTokens: { ...tokens, value: 0, low: 0, basis: 'estimated', why: 'around the cache minimum' }, longTtl };
  return {
    writtenTokens: tokens.low < minimum ? { ...tokens, low: 0, basis: 'estimated', why: 'around the cache minimum' } : tokens,
    longTtl,
  };
}

function againstMinimum(cachedTokens: Estimate, prefix: Estimate, caching: CachingFacts, why: string): Verdict {
  const { minimumTokens } = caching;
  const none = exactly(0);
  if (minimumTokens === undefined)
    return { state: 'unknown', why: 'the shortest prefix that is cached is not published', cachedTokens: none };
  if (prefix.high < minimumTokens)
    return {
      state: 'below-minimum',
      why: `shorter than the ${minimumTokens.toLocaleString('en')} tokens this model caches from`,
      cachedTokens: none,
    };
  if (prefix.low < minimumTokens)
    return {
      state: 'straddles-minimum',
      why: `may be shorter than the ${minimumTokens.toLocaleString('en')} tokens this model caches from`,
      cachedTokens: { ...none, high: cachedTokens.high, basis: 'estimated', why: 'around the minimum' },
    };
  return { state: 'cached', why, cachedTokens };
}

function steps(tokens: Estimate): Estimate {
  const down = (value: number) => (Number.isFinite(value) ? Math.floor(value / CACHE_STEP_TOKENS) * CACHE_STEP_TOKENS : value);
  return { ...tokens, value: down(tokens.value), low: down(tokens.low), high: down(tokens.high) };
}
