import * as z from 'zod';
import { growsWithin, type Lasting } from '../fixes/breakpoint-form';
import { LONG_TTL } from '../fixes/long-ttl';
import { type BreakpointPlace, type BreakpointPlan, breakpointPlaces } from '../fixes/set-breakpoint';
import { usdPerThousandText } from '../present/finding-money';
import { type Estimate, isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { CallSite } from '../request/call-site';
import { isRefusal } from '../source/edit';
import { canWeighLonger, costsClearlyLess } from './longer-ttl';
import { isMadeOnce } from './made-once';
import { describeMissing } from './missing-breakpoint-text';
import { optionsOf } from './options';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';
import { difference } from './saving';

/** Another place is better only by more than this. */
const CLEARLY_BETTER = 1.05;
const MOST_BREAKPOINTS = 4;

const OPTIONS = z.object({
  leastShare: z.number().min(0).max(1).default(0.05).describe('Least share of the input’s cost to save that is worth a finding.'),
  leastUncoveredTokens: z
    .number()
    .int()
    .min(1)
    .default(1024)
    .describe('Least static tokens behind the last breakpoint for which another one is worth asking for.'),
});

export const rule: Rule = {
  id: 'require-cache-breakpoint',
  summary: 'A static prefix that is long enough to be cached, at a provider that has to be asked for it',
  defaultSeverity: 'information',
  reveals: [],
  options: OPTIONS,
  check,
};

/** The request with a breakpoint, and what that is worth. */
interface Worth {
  readonly place: BreakpointPlace;
  readonly ttl: Lasting;
  readonly before: SiteQuote;
  readonly after: SiteQuote;
  /** US dollars per call, in a row of calls. */
  readonly saving: Estimate;
}

function check(context: RuleContext): readonly Draft[] {
  const { quote } = context;
  const { site, model } = quote;
  if (site.kind === 'prompt-file' || site.isWrapper || model === undefined || !isMissing(context) || isMadeOnce(quote.site)) return [];
  const within = isConversation(context) ? stableWithinConversation(site) : site;
  const best = bestPlace(context, within);
  if (best === undefined) return [];
  return [draftOf(context, best, within !== site)];
}

/** The provider has to be asked, and isn't, or not for all that is static. */
function isMissing(context: RuleContext): boolean {
  const { site, model, prefix } = context.quote;
  const { caching } = model ?? {};
  if (caching?.minimumTokens === undefined || (caching.mode !== 'explicit' && !caching.wholeRequestOnly)) return false;
  if (prefix.state === 'not-asked') return true;
  const { leastUncoveredTokens } = optionsOf(rule.id, OPTIONS, context);
  const markers =
    site.request.segments.filter(({ marker }) => marker !== undefined).length + (site.request.automaticBreakpoint === undefined ? 0 : 1);
  return prefix.state === 'cached' && markers < MOST_BREAKPOINTS && prefix.tokens.low - prefix.cachedTokens.value >= leastUncoveredTokens;
}

/** What all calls share is too short, but each turn of a conversation sends again what the last one did. */
function isConversation({ quote: { site, model, prefix } }: RuleContext): boolean {
  const minimum = model?.caching?.minimumTokens ?? 0;
  return prefix.tokens.high < minimum && growsWithin(site);
}

/** The request as the turns of one conversation see it: what belongs to its user or session stays the same. */
function stableWithinConversation(site: CallSite): CallSite {
  const segments = site.request.segments.map(segment => ({
    ...segment,
    pieces: segment.pieces.map(piece =>
      piece.kind === 'hole' && (piece.volatility === 'user' || piece.volatility === 'session')
        ? ({ ...piece, volatility: 'static' } as const)
        : piece,
    ),
  }));
  return { ...site, request: { ...site.request, segments } };
}

/** With the longer time to live where the stated traffic makes that clearly cheaper. */
function bestPlace(context: RuleContext, site: CallSite): Worth | undefined {
  const brief = bestOf(context, site, 'default');
  const isMarked = site.request.segments.some(({ marker }) => marker !== undefined);
  if (isMarked || !canWeighLonger(context.quote)) return brief;
  const long = bestOf(context, site, LONG_TTL);
  if (brief === undefined || long === undefined || 'because' in long.place.plan()) return brief ?? long;
  const [now, then] = [brief, long].map(({ after }) => after.steadyInputUsd);
  return now !== undefined && then !== undefined && isKnown(now) && isKnown(then) && costsClearlyLess(then, now) ? long : brief;
}

function bestOf(context: RuleContext, site: CallSite, ttl: Lasting): Worth | undefined {
  const before = context.requote(site);
  const { minimumTokens: minimum = Number.POSITIVE_INFINITY, wholeRequestOnly } = before.model?.caching ?? {};
  // Of all providers only these two want to be asked and say from how many tokens on.
  const maker = wholeRequestOnly === true ? 'openai' : 'anthropic';
  const { leastShare } = optionsOf(rule.id, OPTIONS, context);
  let best: Worth | undefined;
  for (const place of breakpointPlaces(site, maker, context.writers, ttl)) {
    const after = context.requote(place.site);
    if (after.prefix.cachedTokens.high < minimum || !isKnown(before.steadyInputUsd) || !isKnown(after.steadyInputUsd)) continue;
    const saving = difference(before.steadyInputUsd, after.steadyInputUsd, before.prefix.tokens.why);
    if (saving.value < before.steadyInputUsd.value * leastShare) continue;
    if (best === undefined || saving.value > best.saving.value * CLEARLY_BETTER) best = { place, ttl, before, after, saving };
  }
  return best;
}

function draftOf(context: RuleContext, { place, ttl, before, after, saving }: Worth, withinConversation: boolean): Draft {
  const { quote } = context;
  const certain = !withinConversation && after.prefix.state === 'cached';
  const base = {
    at: quote.site.calleeAt,
    message: describeMissing({ quote, before, after, saving, withinConversation }),
    certainty: certain ? 'confirmed' : 'suspected',
    // What the turns of one conversation share is not what all calls are quoted for.
    ...(withinConversation ? {} : { saving }),
  } as const;
  const plan = place.plan();
  if ('because' in plan) return { ...base, fixes: [], unfixable: plan.because };
  const money = `${usdPerThousandText(saving)} per 1,000 calls`;
  const lasting = ttl === 'default' ? '' : 'that lasts 1 hour ';
  const title = `Add a cache breakpoint ${lasting}behind ${plan.behind} (saves ${money})`;
  const fix: DraftFix = { title, effect: 'caching', preferred: certain, edits: () => plan.edits };
  return { ...base, fixes: [fix, ...growing(context, plan, money)] };
}

/** Anthropic also places a breakpoint by itself at the end of each request, so that a turn reads what the last one sent. */
function growing({ quote: { site }, writers }: RuleContext, plan: BreakpointPlan, money: string): readonly DraftFix[] {
  const text = writers.textOf(site.at.uri);
  const printer = writers.printerOf(site.at.uri);
  if (site.api !== 'anthropic-messages' || site.call === undefined || !growsWithin(site)) return [];
  if (text === undefined || printer === undefined || site.request.automaticBreakpoint !== undefined) return [];
  const added = printer.insertArgument(text, site.call, 'cache_control', { record: [['type', 'ephemeral']] });
  if (isRefusal(added)) return [];
  const title = `Add it, and cache the conversation as it grows, which needs a recent version of the package (saves at least ${money})`;
  return [{ title, effect: 'caching', preferred: false, edits: () => [...plan.edits, ...added] }];
}
