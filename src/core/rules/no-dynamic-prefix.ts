import { type MovePlan, planMoves } from '../fixes/move-volatile';
import type { Quote } from '../quote/analysis';
import { type Estimate, isKnown } from '../quote/basis';
import { walkPrefix } from '../quote/prefix-walk';
import type { CallSite, Segment } from '../request/request';
import type { Span } from '../source/span';
import type { Hole } from '../source/values';
import { describe, nameOf, thenText } from './dynamic-prefix-text';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';

/** Moving is worth it from this share of the input's cost on; below it the finding is noise. */
const LEAST_SHARE = 0.02;
/** What is cached already is not worth extending by less. */
const LEAST_TOKENS = 128;
/** More values than this at the head of a prompt are not a slip. */
const MOST_VALUES = 4;

export const rule: Rule = {
  id: 'no-dynamic-prefix',
  summary: 'A value that changes per call, user or session stands before static text worth caching',
  defaultSeverity: 'warning',
  reveals: ['require-cache-breakpoint', 'no-ineffective-cache-breakpoint'],
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { quote } = context;
  const caching = quote.model?.caching;
  if (caching === undefined || caching.mode === 'none' || caching.minimumTokens === undefined || quote.site.isWrapper) return [];
  const found = firstCut(quote);
  if (found === undefined) return [];
  const best = bestWay(context, found.segment, found.holes, caching.minimumTokens);
  return best === undefined ? [] : [draftOf(context, best)];
}

/** The value that ends the prefix, and those after it in the same part that would end it next. */
function firstCut({ site }: Quote): { readonly segment: Segment; readonly holes: readonly Hole[] } | undefined {
  const counting = { encoding: 'o200k_base', factorLow: 1, factor: 1, factorHigh: 1, why: '' } as const;
  const nothing = { value: 0, low: 0, high: 0, basis: 'exact', why: '' } as const;
  const { cut } = walkPrefix(site.request, 'allCalls', counting, () => nothing);
  if (cut === undefined || cut.segment.repeats || cut.hole.growth === 'append') return undefined;
  if (cut.segment.kind === 'tools' || cut.segment.kind === 'schema') return undefined;
  const start = cut.segment.pieces.indexOf(cut.hole);
  const holes = cut.segment.pieces.slice(start).flatMap(piece => (piece.kind === 'hole' && isUnstable(piece) ? [piece] : []));
  return start < 0 ? undefined : { segment: cut.segment, holes };
}

function isUnstable(hole: Hole): boolean {
  return hole.growth !== 'append' && !['static', 'deploy', 'day'].includes(hole.volatility);
}

/** One way to mend the prefix, and what it is worth. */
interface Way {
  readonly before: Quote;
  readonly after: Quote;
  readonly moved: readonly Hole[];
  readonly plan: MovePlan | { readonly because: string };
  /** US dollars per call. */
  readonly potential: Estimate;
  /** The provider caches the mended prefix without being asked further. */
  readonly cachesThen: boolean;
  readonly minimumTokens: number;
}

/** Moves the first one, two, … values and keeps the fewest that give the most. Only where no move helps, says what one by hand would give. */
function bestWay(context: RuleContext, segment: Segment, holes: readonly Hole[], minimumTokens: number): Way | undefined {
  const before = context.requote(context.quote.site);
  let fixed: Way | undefined;
  let byHand: Way | undefined;
  for (let count = 1; count <= Math.min(holes.length, MOST_VALUES); count++) {
    const moved = holes.slice(0, count);
    const plans = planMoves(context.quote.site, segment, moved, context.writers);
    const way = (site: CallSite, plan: Way['plan']) => wayOf({ before, after: context.requote(site), moved, plan, minimumTokens });
    if ('because' in plans) byHand = better(byHand, way(ideal(context, segment, moved), plans));
    else {
      for (const plan of plans) fixed = better(fixed, way(plan.site, plan));
      byHand = better(
        byHand,
        way(ideal(context, segment, moved), { because: 'within its own text there is no place behind the static text. Move it by hand' }),
      );
    }
  }
  return fixed ?? byHand;
}

function better(best: Way | undefined, next: Way | undefined): Way | undefined {
  return next !== undefined && (best === undefined || next.potential.value > best.potential.value * 1.05) ? next : best;
}

/** The request with the values behind all static text of their role: says what an unfixable finding costs. */
function ideal({ quote: { site } }: RuleContext, segment: Segment, moved: readonly Hole[]): CallSite {
  const { marker: _, ...unmarked } = segment;
  const isMoved = (piece: Segment['pieces'][number]) => piece.kind === 'hole' && moved.includes(piece);
  const kept = { ...segment, pieces: segment.pieces.filter(piece => !isMoved(piece)) };
  const taken = { ...unmarked, pieces: segment.pieces.filter(isMoved), startsMessage: false };
  const segments = site.request.segments.map(other => (other === segment ? kept : other));
  let target = segments.indexOf(kept) + 1;
  while (segment.kind === 'system' && segments[target]?.kind === 'system') target += 1;
  return { ...site, request: { ...site.request, segments: [...segments.slice(0, target), taken, ...segments.slice(target)] } };
}

/** Undefined where the mended prefix would not be worth it. */
function wayOf(given: Omit<Way, 'potential' | 'cachesThen'>): Way | undefined {
  const { before, after, minimumTokens } = given;
  const gained = after.prefix.tokens.value - before.prefix.tokens.value;
  if (
    (gained <= 0 && before.prefix.state !== 'broken') ||
    (gained < LEAST_TOKENS && before.prefix.state === 'cached') ||
    after.prefix.tokens.high < minimumTokens
  )
    return undefined;
  if (!isKnown(before.steadyInputUsd) || !isKnown(after.steadyInputUsd)) return undefined;
  const cachesThen = after.prefix.state === 'cached' || after.prefix.state === 'straddles-minimum';
  const potential = cachesThen
    ? difference(before.steadyInputUsd, after.steadyInputUsd, before.prefix.writtenTokens.why)
    : readDiscount(after);
  if (potential === undefined || potential.value < before.steadyInputUsd.value * LEAST_SHARE) return undefined;
  return { ...given, potential, cachesThen };
}

function draftOf(context: RuleContext, way: Way): Draft {
  const { before, after, moved, plan, potential, cachesThen, minimumTokens } = way;
  const [first] = moved;
  const certain = first?.proven === true && after.prefix.tokens.low >= minimumTokens;
  const names = namesOf(context, way);
  const message = describe({ quote: context.quote, before, after, first, names, potential, cachesThen });
  const place = placeOf(context, way);
  const base = { ...place, message, certainty: certain ? 'confirmed' : 'suspected', ...(cachesThen ? { saving: potential } : {}) } as const;
  if ('because' in plan) return { ...base, fixes: [], unfixable: `Not safe to move: ${plan.because}.` };
  const title = `Move ${names.join(' and ')} ${plan.target} (${thenText(potential, cachesThen)})`;
  const fix: DraftFix = { title, kind: 'quickfix', effect: 'reorder', preferred: certain, edits: () => plan.edits };
  return { ...base, fixes: [fix] };
}

/** All that changes in what moves, as its author wrote it. */
function namesOf({ writers }: RuleContext, { moved, plan }: Way): readonly string[] {
  const taken = 'because' in plan ? [] : plan.taken.flatMap(piece => (piece.kind === 'hole' && isUnstable(piece) ? [piece] : []));
  return [...new Set([...moved, ...taken].map(hole => nameOf(hole, writers.textOf(hole.at.uri))))];
}

/** Where the value is put into the prompt; the call, where that is in another file. */
function placeOf({ quote, writers }: RuleContext, { moved, plan }: Way): Pick<Draft, 'at' | 'related'> {
  const { site } = quote;
  const [first] = moved;
  if (first === undefined) return { at: site.calleeAt };
  const inside = 'because' in plan || within(plan.at, first.at);
  if (first.at.uri === site.at.uri && inside) return { at: first.at };
  const related = { at: first.at, message: `${nameOf(first, writers.textOf(first.at.uri))} stands here` };
  return { at: !('because' in plan) && plan.at.uri === site.at.uri ? plan.at : site.calleeAt, related };
}

function within(outer: Span, inner: Span): boolean {
  return outer.uri === inner.uri && outer.start <= inner.start && inner.end <= outer.end;
}

/** What reading the whole prefix from the cache would save, were it asked for. */
function readDiscount({ model, prefix }: Quote): Estimate | undefined {
  const price = model?.price;
  if (price?.cacheReadUsd === undefined) return undefined;
  const perToken = (price.inputUsd - price.cacheReadUsd) / 1_000_000;
  return {
    ...prefix.tokens,
    value: prefix.tokens.value * perToken,
    low: prefix.tokens.low * perToken,
    high: prefix.tokens.high * perToken,
    basis: 'assumed',
    why: 'if a cache breakpoint is set behind it',
  };
}

/** Both quotes count with one tokenizer: the ends of the band belong together. */
function difference(before: Estimate, after: Estimate, why: string): Estimate {
  const ends = [before.low - after.low, before.high - after.high, before.value - after.value];
  return {
    value: before.value - after.value,
    low: Math.min(...ends),
    high: Math.max(...ends),
    basis: 'assumed',
    why: ['calls come within the cache’s time to live', why].filter(clause => clause !== '').join('; '),
  };
}
