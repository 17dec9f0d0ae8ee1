import { planMove } from '../fixes/move-volatile';
import { usdPerThousandText } from '../present/finding-money';
import type { Quote } from '../quote/analysis';
import { type Estimate, isKnown } from '../quote/basis';
import { walkPrefix } from '../quote/prefix-walk';
import type { Segment } from '../request/request';
import type { Hole } from '../source/values';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';

/** Moving is worth it from this share of the input's cost on; below it the finding is noise. */
const LEAST_SHARE = 0.02;

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
  const { segment, holes } = found;
  const best = bestMove(context, segment, holes, caching.minimumTokens);
  return best === undefined ? [] : [best];
}

/** The value that ends the prefix, and those after it in the same part that would end it next. */
function firstCut({ site }: Quote): { readonly segment: Segment; readonly holes: readonly Hole[] } | undefined {
  const counting = { encoding: 'o200k_base', factorLow: 1, factor: 1, factorHigh: 1, why: '' } as const;
  const nothing = { value: 0, low: 0, high: 0, basis: 'exact', why: '' } as const;
  const { cut } = walkPrefix(site.request, 'allCalls', counting, () => nothing);
  if (cut === undefined || cut.segment.repeats || cut.hole.growth === 'append') return undefined;
  const start = cut.segment.pieces.findIndex(piece => piece.kind === 'hole' && piece.at.start === cut.hole.at.start && piece.at.uri === cut.hole.at.uri);
  const holes = cut.segment.pieces.slice(Math.max(0, start)).flatMap(piece => (piece.kind === 'hole' && isUnstable(piece) ? [piece] : []));
  return { segment: cut.segment, holes };
}

function isUnstable(hole: Hole): boolean {
  return hole.growth !== 'append' && !['static', 'deploy', 'day'].includes(hole.volatility);
}

/** Moves the first one, two, … values and keeps the fewest that give the most. */
function bestMove(context: RuleContext, segment: Segment, holes: readonly Hole[], minimumTokens: number): Draft | undefined {
  const before = context.requote(context.quote.site);
  let best: { draft: Draft; worth: number } | undefined;
  for (let count = 1; count <= Math.min(holes.length, 4); count++) {
    const moved = holes.slice(0, count);
    const plan = planMove(context.quote.site, segment, moved, context.writers);
    const after = 'because' in plan ? ideal(context, segment, moved) : context.requote(plan.site);
    const draft = draftOf(context, { before, after, moved, minimumTokens }, 'because' in plan ? plan : { edits: () => plan.edits(), target: plan.target });
    if (draft !== undefined && (best === undefined || draft.worth > best.worth * 1.05)) best = draft;
  }
  return best?.draft;
}

/** What the prefix would be without the value in its way: says what an unfixable finding costs. */
function ideal(context: RuleContext, segment: Segment, moved: readonly Hole[]): Quote {
  const { site } = context.quote;
  const { marker: _, ...unmarked } = segment;
  const kept = { ...segment, pieces: segment.pieces.filter(piece => piece.kind !== 'hole' || !moved.includes(piece)) };
  const taken = { ...unmarked, pieces: segment.pieces.filter(piece => piece.kind === 'hole' && moved.includes(piece)), startsMessage: false };
  const segments = site.request.segments.flatMap(other => (other === segment ? [kept, taken] : [other]));
  return context.requote({ ...site, request: { ...site.request, segments } });
}

interface Move {
  readonly before: Quote;
  readonly after: Quote;
  readonly moved: readonly Hole[];
  readonly minimumTokens: number;
}

type Way = { readonly because: string } | { readonly target: string; edits(): ReturnType<DraftFix['edits']> };

function draftOf(context: RuleContext, move: Move, way: Way): { readonly draft: Draft; readonly worth: number } | undefined {
  const { before, after, moved, minimumTokens } = move;
  const [first] = moved;
  const gained = after.prefix.tokens.value - before.prefix.tokens.value;
  if (first === undefined || gained <= 0 || after.prefix.tokens.high < minimumTokens) return undefined;
  if (!isKnown(before.steadyInputUsd) || !isKnown(after.steadyInputUsd) || !isKnown(after.inputUsd)) return undefined;
  const saving = difference(before.steadyInputUsd, after.steadyInputUsd, context.quote.prefix.writtenTokens.why);
  const cachesNow = after.prefix.state === 'cached' || after.prefix.state === 'straddles-minimum';
  const potential = cachesNow ? saving : readDiscount(after);
  if (potential === undefined || potential.value < before.steadyInputUsd.value * LEAST_SHARE) return undefined;
  const certain = moved.every(hole => hole.proven) && after.prefix.tokens.low >= minimumTokens;
  const names = moved.map(hole => `\`${hole.label}\``).join(' and ');
  const money = usdPerThousandText(potential);
  const ttl = `when calls come within ${context.quote.model?.caching?.ttl ?? 'the time to live'} of each other`;
  const behind = `${Math.round(gained).toLocaleString('en')} static tokens`;
  const changes = first.proven ? `${names} ${first.volatility === 'call' ? 'changes with every call' : `changes with every ${first.volatility}`}` : `${names} may change with every call (${first.reason})`;
  const cost = cachesNow ? `so they are paid in full each time: about ${money} per 1,000 calls more than needed, ${ttl}` : `so they can’t be cached: with a cache breakpoint they could save about ${money} per 1,000 calls, ${ttl}`;
  const fixable = !('because' in way);
  const then = cachesNow ? `saves ${money} per 1,000 calls` : `then a cache breakpoint can save ${money} per 1,000 calls`;
  const fixes: readonly DraftFix[] = fixable
    ? [{ title: `Move ${names.replaceAll('`', '')} ${way.target} (${then})`, kind: 'quickfix', effect: 'reorder', preferred: certain, edits: () => way.edits() }]
    : [];
  const here = first.at.uri === context.quote.site.at.uri;
  const message = `${changes} and stands before ${behind}, ${cost}.`;
  return {
    worth: potential.value,
    draft: {
      at: here ? first.at : context.quote.site.calleeAt,
      ...(here ? {} : { related: { at: first.at, message: `${first.label} stands here` } }),
      message,
      certainty: certain ? 'confirmed' : 'suspected',
      ...(cachesNow ? { saving } : {}),
      fixes,
      ...(fixable ? {} : { unfixable: `Not safe to move: ${way.because}.` }),
    },
  };
}

/** What reading the whole prefix from the cache would save, were it asked for. */
function readDiscount({ model, prefix }: Quote): Estimate | undefined {
  const price = model?.price;
  if (price?.cacheReadUsd === undefined) return undefined;
  const perToken = (price.inputUsd - price.cacheReadUsd) / 1_000_000;
  return { ...prefix.tokens, value: prefix.tokens.value * perToken, low: prefix.tokens.low * perToken, high: prefix.tokens.high * perToken, basis: 'assumed', why: 'if a cache breakpoint is set behind it' };
}

/** Both quotes count with one tokenizer: the ends of the band belong together. */
function difference(before: Estimate, after: Estimate, why: string): Estimate {
  const ends = [before.low - after.low, before.high - after.high, before.value - after.value];
  return { value: before.value - after.value, low: Math.min(...ends), high: Math.max(...ends), basis: 'assumed', why: ['calls come within the cache’s time to live', why].filter(clause => clause !== '').join('; ') };
}
