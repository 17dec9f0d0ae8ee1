import * as z from 'zod';
import type { Maker } from '../fixes/breakpoint-form';
import { breakpointPlaces } from '../fixes/set-breakpoint';
import { usdPerThousandText } from '../present/finding-money';
import { numeralsOf } from '../present/numerals';
import { type Estimate, isKnown } from '../quote/basis';
import type { CallSite } from '../request/call-site';
import { computed } from '../request/pieces';
import type { Segment } from '../request/request';
import { whenText } from './cache-lifetime';
import { rule as noDynamicPrefix } from './no-dynamic-prefix';
import { optionsOf } from './options';
import type { Draft, Rule, RuleContext } from './rule';
import { difference } from './saving';

const OPTIONS = z.object({
  mostMissingShare: z
    .number()
    .min(0)
    .max(1)
    .default(0.15)
    .describe('What may be missing, as a share of the shortest prefix that is cached.'),
});

export const rule: Rule = {
  id: 'no-almost-cacheable',
  summary: 'A static prefix that is a little too short to be cached',
  defaultSeverity: 'hint',
  reveals: [],
  options: OPTIONS,
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site, model, prefix } = context.quote;
  const { caching } = model ?? {};
  const minimumTokens = caching?.minimumTokens;
  if (site.isWrapper || caching === undefined || minimumTokens === undefined || caching.mode === 'none') return [];
  const { mostMissingShare } = optionsOf(rule.id, OPTIONS, context);
  const missing = Math.ceil(minimumTokens - prefix.tokens.value);
  if (prefix.tokens.high >= minimumTokens || missing > minimumTokens * mostMissingShare) return [];
  const saving = savingOf(context, missing, caching.wholeRequestOnly ? 'openai' : 'anthropic');
  if (saving === undefined || saving.value <= 0 || noDynamicPrefix.check(context).length > 0) return [];
  const { tokens } = numeralsOf();
  const asked = caching.mode === 'explicit' || caching.wholeRequestOnly ? ', and a cache breakpoint behind them' : '';
  const message = `About ${usdPerThousandText(saving)} per 1,000 calls could be saved: the request begins with ${tokens(prefix.tokens)} static tokens, and ${model?.id ?? 'this model'} caches from ${minimumTokens.toLocaleString('en')} on. Add about ${missing.toLocaleString('en')}, such as another example${asked}. Holds ${whenText(context.quote)}.`;
  return [{ at: site.calleeAt, message, certainty: prefix.tokens.basis === 'exact' ? 'confirmed' : 'suspected', fixes: [] }];
}

/** What longer, cached calls would cost less than shorter ones that aren't. */
function savingOf(context: RuleContext, missing: number, maker: Maker): Estimate | undefined {
  const before = context.requote(context.quote.site);
  const factor = before.model?.counting?.factor ?? 1;
  const longer = lengthened(context.quote.site, Math.ceil((missing + 1) / factor));
  const [place] = breakpointPlaces(longer, maker, context.writers).slice(-1);
  const asked = before.prefix.state === 'not-asked' && place !== undefined ? place.site : longer;
  const after = context.requote(asked);
  if (after.prefix.cachedTokens.high <= 0 || !isKnown(before.steadyInputUsd) || !isKnown(after.steadyInputUsd)) return undefined;
  return difference(before.steadyInputUsd, after.steadyInputUsd, '');
}

/** With that many tokens more at its head. */
function lengthened(site: CallSite, tokens: number): CallSite {
  const [first] = site.request.segments.filter(({ kind }) => kind === 'system' || kind === 'message');
  const more = computed(' a'.repeat(tokens), site.calleeAt);
  const longer = (segment: Segment): Segment => (segment === first ? { ...segment, pieces: [more, ...segment.pieces] } : segment);
  return { ...site, request: { ...site.request, segments: site.request.segments.map(longer) } };
}
