import { withLongTtl, writeLongTtl } from '../fixes/long-ttl';
import { removeBreakpoint, withoutBreakpoint } from '../fixes/remove-breakpoint';
import { breakpointPlaces } from '../fixes/set-breakpoint';
import { usdPerThousandText } from '../present/finding-money';
import { type Estimate, isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { CallSite } from '../request/call-site';
import { type Edit, isRefusal } from '../source/edit';
import { breakpointsOf, type Fault, faultOf } from './ineffective-breakpoint';
import { describeFault } from './ineffective-breakpoint-text';
import type { Draft, DraftFix, Rule, RuleContext } from './rule';
import { difference } from './saving';

export const rule: Rule = {
  id: 'no-ineffective-cache-breakpoint',
  summary: 'A cache breakpoint that caches nothing, that nobody reads, or that is one too many',
  defaultSeverity: 'warning',
  reveals: ['require-cache-breakpoint', 'no-almost-cacheable'],
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site } = context.quote;
  if (site.kind === 'prompt-file' || site.isWrapper) return [];
  const fault = faultOf(context);
  if (fault === undefined) return [];
  const way = moved(context, fault) ?? lastingLonger(context, fault) ?? removed(context, fault);
  const certain = fault.kind === 'too early' || fault.kind === 'too many' || (fault.kind === 'behind a change' && fault.hole.proven);
  const saving = way.saving !== undefined && way.saving.value > 0 ? way.saving : undefined;
  const at = fault.marker.at.uri === site.at.uri ? fault.marker.at : site.calleeAt;
  const base = {
    at,
    message: describeFault(context.quote, fault, saving),
    certainty: certain ? 'confirmed' : 'suspected',
    // What runs once is not in a row of calls, for which savings stand.
    ...(saving === undefined || fault.kind === 'never read' ? {} : { saving }),
  } as const;
  if ('because' in way) return [{ ...base, fixes: [], unfixable: way.because }];
  const worth = saving === undefined || fault.kind === 'never read' ? '' : ` (saves ${usdPerThousandText(saving)} per 1,000 calls)`;
  const fix: DraftFix = { title: way.title + worth, effect: 'caching', preferred: certain, edits: () => way.edits };
  return [{ ...base, fixes: [fix] }];
}

type Way = { readonly saving?: Estimate } & ({ readonly title: string; readonly edits: readonly Edit[] } | { readonly because: string });

/** To the end of what all calls share, where that is long enough. */
function moved(context: RuleContext, fault: Fault): Way | undefined {
  if (fault.kind !== 'too early' && fault.kind !== 'behind a change') return undefined;
  const { quote, writers } = context;
  const { caching } = quote.model ?? {};
  const without = withoutBreakpoint(quote.site, fault.marker);
  const edits = removal(context, fault);
  for (const place of breakpointPlaces(without, caching?.wholeRequestOnly === true ? 'openai' : 'anthropic', writers)) {
    const saving = savingOf(context, place.site);
    const after = context.requote(place.site);
    if (after.prefix.cachedTokens.value < (caching?.minimumTokens ?? Number.POSITIVE_INFINITY) || saving === undefined || saving.value <= 0)
      continue;
    const plan = place.plan();
    if ('because' in plan) return { saving, because: plan.because };
    if ('because' in edits) return { saving, because: edits.because };
    return { saving, title: `Move the cache breakpoint behind ${plan.behind}`, edits: [...edits, ...plan.edits] };
  }
  return undefined;
}

function lastingLonger(context: RuleContext, fault: Fault): Way | undefined {
  if (fault.kind !== 'too brief') return undefined;
  const { site } = context.quote;
  const saving = savingOf(context, withLongTtl(site));
  const worth = saving === undefined ? {} : { saving };
  const inner = innerOf(site);
  if (inner !== undefined) return { ...worth, because: inner };
  const edits = writeLongTtl(site, breakpointsOf(site), otherSites(context), context.writers);
  return isRefusal(edits) ? { ...worth, because: edits.refused } : { ...worth, title: 'Let the cache breakpoint last 1 hour', edits };
}

function removed(context: RuleContext, fault: Fault): Way {
  const { site } = context.quote;
  const saving = savingOf(context, withoutBreakpoint(site, fault.marker));
  const worth = saving === undefined ? {} : { saving };
  if (fault.kind === 'on each') return { ...worth, because: 'Set it on the last message only, where the list is complete.' };
  const edits = removal(context, fault);
  return 'because' in edits ? { ...worth, because: edits.because } : { ...worth, title: 'Remove the cache breakpoint', edits };
}

function removal(context: RuleContext, { marker }: Fault): readonly Edit[] | { readonly because: string } {
  const { site } = context.quote;
  const inner = innerOf(site);
  if (inner !== undefined) return { because: inner };
  const edits = removeBreakpoint(site, marker, otherSites(context), context.writers);
  return isRefusal(edits) ? { because: edits.refused } : edits;
}

function otherSites({ quote, quotes }: RuleContext): readonly CallSite[] {
  return quotes.map(({ site }: SiteQuote) => site).filter(site => site !== quote.site);
}

function innerOf({ via }: CallSite): string | undefined {
  const inner = via[via.length - 1];
  return inner === undefined ? undefined : `The request is sent by \`${inner}\`: change its breakpoint there.`;
}

function savingOf(context: RuleContext, site: CallSite): Estimate | undefined {
  const before = context.requote(context.quote.site).steadyInputUsd;
  const after = context.requote(site).steadyInputUsd;
  return isKnown(before) && isKnown(after) ? difference(before, after, '') : undefined;
}
