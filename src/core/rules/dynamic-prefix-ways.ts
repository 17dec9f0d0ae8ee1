import * as z from 'zod';
import type { MovePlan } from '../fixes/move-plan';
import { planMoves } from '../fixes/move-volatile';
import { type Estimate, isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';
import type { Hole } from '../source/values';
import type { Cut } from './dynamic-prefix-cuts';
import { optionsOf } from './options';
import { rule as requireCacheBreakpoint } from './require-cache-breakpoint';
import type { RuleContext } from './rule';
import { difference } from './saving';

export const OPTIONS = z.object({
  leastShare: z.number().min(0).max(1).default(0.02).describe('Least share of the input’s cost to save that is worth a finding.'),
});
/** What is cached already, or could be as it stands, is not worth extending by less. */
const LEAST_TOKENS = 128;
/** More values than this at the head of a prompt are not a slip. */
const MOST_VALUES = 4;

/** One way to mend the prefix, and what it is worth. */
export interface Way {
  readonly before: SiteQuote;
  readonly after: SiteQuote;
  readonly cut: Cut;
  readonly moved: readonly Hole[];
  readonly plan: MovePlan | { readonly because: string };
  /** US dollars per call. */
  readonly potential: Estimate;
  /** The provider caches the mended prefix without being asked further. */
  readonly cachesThen: boolean;
  readonly minimumTokens: number;
}

/** Moves the first one, two, … values and keeps the fewest that give the most. Only where no move helps, says what one by hand would give. */
export function bestWay(context: RuleContext, cut: Cut, minimumTokens: number): Way | undefined {
  const { site, segment, holes } = cut;
  const before = context.requote(site);
  const { leastShare } = optionsOf('no-dynamic-prefix', OPTIONS, context);
  const told = onceAsked(() => requireCacheBreakpoint.check(context).length > 0);
  let fixed: Way | undefined;
  let byHand: Way | undefined;
  for (let count = 1; count <= Math.min(holes.length, MOST_VALUES); count++) {
    const moved = holes.slice(0, count);
    const plans = planMoves(site, segment, moved, context.writers);
    const way = (mended: CallSite, plan: Way['plan']) =>
      wayOf(leastShare, told, { before, after: context.requote(mended), cut, moved, plan, minimumTokens });
    if ('because' in plans) byHand = better(byHand, way(ideal(cut, moved), plans));
    else {
      for (const plan of plans) fixed = better(fixed, way(plan.site, plan));
      byHand = better(
        byHand,
        way(ideal(cut, moved), { because: 'within its own text there is no place behind the static text. Move it by hand' }),
      );
    }
  }
  return fixed ?? byHand;
}

function better(best: Way | undefined, next: Way | undefined): Way | undefined {
  return next !== undefined && (best === undefined || next.potential.value > best.potential.value * 1.05) ? next : best;
}

/** The request with the values behind all static text of their role: says what an unfixable finding costs. */
function ideal({ site, segment }: Cut, moved: readonly Hole[]): CallSite {
  const { marker: _, ...unmarked } = segment;
  const isMoved = (piece: Segment['pieces'][number]) => piece.kind === 'hole' && moved.includes(piece);
  const kept = { ...segment, pieces: segment.pieces.filter(piece => !isMoved(piece)) };
  const taken = { ...unmarked, pieces: segment.pieces.filter(isMoved), startsMessage: false };
  const segments = site.request.segments.map(other => (other === segment ? kept : other));
  let target = segments.indexOf(kept) + 1;
  while (segment.kind === 'system' && segments[target]?.kind === 'system') target += 1;
  return { ...site, request: { ...site.request, segments: [...segments.slice(0, target), taken, ...segments.slice(target)] } };
}

function onceAsked(ask: () => boolean): () => boolean {
  let answer: boolean | undefined;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** Undefined where the mended prefix would not be worth it. `told`: whether it is said apart that a breakpoint is missing. */
function wayOf(leastShare: number, told: () => boolean, given: Omit<Way, 'potential' | 'cachesThen'>): Way | undefined {
  const { before, after, minimumTokens, plan } = given;
  const gained = after.prefix.tokens.value - before.prefix.tokens.value;
  // Nothing static stands behind the value: only the breakpoint is in the wrong place.
  if (gained <= 0 && 'because' in plan) return undefined;
  const cachesThen = after.prefix.state === 'cached' || after.prefix.state === 'straddles-minimum';
  // A breakpoint behind what is static already would cache that without any move.
  const cachesAsItIs = before.prefix.state === 'cached' || (!cachesThen && before.prefix.tokens.high >= minimumTokens);
  if (
    (gained <= 0 && before.prefix.state !== 'broken') ||
    (gained < LEAST_TOKENS && cachesAsItIs) ||
    after.prefix.tokens.high < minimumTokens
  )
    return undefined;
  if (!isKnown(before.steadyInputUsd) || !isKnown(after.steadyInputUsd)) return undefined;
  const potential = cachesThen
    ? difference(before.steadyInputUsd, after.steadyInputUsd, before.prefix.writtenTokens.why)
    : readDiscount(after, cachesAsItIs && told() ? before : undefined);
  if (potential === undefined || potential.value < before.steadyInputUsd.value * leastShare) return undefined;
  return { ...given, potential, cachesThen };
}

/** What reading the whole prefix from the cache would save, were it asked for; less what is `told` to be saved by a shorter one. */
function readDiscount({ model, prefix }: SiteQuote, told: SiteQuote | undefined): Estimate | undefined {
  const price = model?.price;
  if (price?.cacheReadUsd === undefined) return undefined;
  const perToken = (price.inputUsd - price.cacheReadUsd) / 1_000_000;
  const usd = (tokens: number, less = 0) => Math.max(0, tokens - less) * perToken;
  return {
    ...prefix.tokens,
    value: usd(prefix.tokens.value, told?.prefix.tokens.value),
    low: usd(prefix.tokens.low, told?.prefix.tokens.low),
    high: usd(prefix.tokens.high, told?.prefix.tokens.high),
    basis: 'assumed',
    why: 'if a cache breakpoint is set behind it',
  };
}
