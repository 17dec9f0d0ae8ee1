import { usdPerThousandText } from '../present/finding-money';
import { isOpenEnded } from '../present/numerals';
import { type Estimate, isKnown } from '../quote/basis';
import type { CallContext } from '../request/call-context';
import type { CallSite } from '../request/call-site';
import { areEarlierMessages } from '../request/kept-elsewhere';
import { areLaterRounds } from '../request/later-rounds';
import { answersChat } from '../routing/compatibility';
import { isSameSpan } from '../source/span';
import type { Draft, Rule, RuleContext } from './rule';
import { scaffoldFix } from './scaffold-fix';

export const rule: Rule = {
  id: 'prefer-batch',
  summary: 'A call for each of many items, in what looks like a job that nobody waits for',
  defaultSeverity: 'hint',
  reveals: [],
  check,
};

function check(context: RuleContext): readonly Draft[] {
  const { site, model } = context.quote;
  const around = site.context;
  const factor = model?.batchFactor;
  if (factor === undefined || factor >= 1 || around === undefined || !isBatchOfJob(around)) return [];
  if (site.streams || site.flatRate || !answersChat(site) || restsOnOthers(site)) return [];
  const { calledForItems: called } = around;
  const itemLoop = around.itemLoop ?? called;
  const job = around.itemLoop === undefined ? called?.job : around.job;
  // Of several requests for one item, a later one may send what an earlier one gave.
  if (itemLoop === undefined || job === undefined || context.among(asksSeveralTimes) || context.among(isOneOfSeveral)) return [];
  if (isTooLittle(context, factor)) return [];
  // What a wrapper sends is counted with its callers.
  const saving = site.isWrapper ? undefined : savingOf(context, factor);
  const money =
    saving === undefined
      ? ''
      : `${isOpen(context) ? 'At least' : 'About'} ${usdPerThousandText(saving)} per 1,000 calls of input could be saved, and as large a part of the output: `;
  const share = `${Math.round((1 - factor) * 100)}% less`;
  const says = `\`${itemLoop.over}\` is worked through call by call, and it looks like nobody waits for it (${job}). A batch costs ${share}, and answers within 24 hours.`;
  const base = { at: site.calleeAt, message: money + says, certainty: 'suspected', ...(saving === undefined ? {} : { saving }) } as const;
  const inner = site.via[site.via.length - 1] ?? (around.itemLoop === undefined ? called?.by : undefined);
  const way =
    inner !== undefined
      ? `The request is sent by \`${inner}\`: a batch takes what it would send.`
      : scaffoldFix('batch', 'a batch submission', context);
  return [typeof way === 'string' ? { ...base, fixes: [], unfixable: way } : { ...base, fixes: [way] }];
}

/** Whether the items, whose size isn't known, come on top of what is known of the input. */
function isOpen({ quote: { steadyInputUsd } }: RuleContext): boolean {
  return isKnown(steadyInputUsd) && isOpenEnded(steadyInputUsd);
}

/** Less than that for 1,000 calls, their answers included, is no reason to wait a day for them, unless there are very many. */
const LEAST_USD_PER_THOUSAND = 0.05;

function isTooLittle({ quote: { maxCallUsd, stated } }: RuleContext, factor: number): boolean {
  return isKnown(maxCallUsd) && stated?.usdPerMonth === undefined && maxCallUsd.high * (1 - factor) * 1000 < LEAST_USD_PER_THOUSAND;
}

/** Whether it goes on from what another request gave, which a batch can't. */
function restsOnOthers({ request: { segments } }: CallSite): boolean {
  return segments.some(segment => areEarlierMessages(segment) || areLaterRounds(segment));
}

/** What stands so many functions below the loop is a step of something larger. */
const DEEP = 3;

/** Whether the call leads to other requests, too: here, or in a function on the way to this one. */
function asksSeveralTimes({ quote, quotes }: Pick<RuleContext, 'quote' | 'quotes'>): boolean {
  const { at, via, innerCalls = [] } = quote.site;
  if (via.length === 0) return false;
  if (via.length >= DEEP) return true;
  const isOnWay = ({ at: place }: CallSite) => innerCalls.some(inner => isSameSpan(inner, place));
  // Of the innermost function only one branch is taken.
  const onTheWay = quotes.map(({ site }) => site).filter(site => site.via.length > 0 && isOnWay(site));
  return quotes.some(({ site: other }) => {
    if (other === quote.site || other.kind === 'constructor' || !answersChat(other)) return false;
    if (isSameSpan(other.at, at)) return true;
    return !isOnWay(other) && onTheWay.some(site => site.symbol === other.symbol);
  });
}

/** Whether the function that a loop calls makes other requests, or the loop calls others that do. */
function isOneOfSeveral({ quote, quotes }: Pick<RuleContext, 'quote' | 'quotes'>): boolean {
  const { symbol, context } = quote.site;
  const called = context?.calledForItems;
  if (called === undefined) return false;
  return quotes.some(({ site }) => {
    if (site === quote.site || site.kind === 'constructor' || !answersChat(site)) return false;
    const other = site.context?.calledForItems;
    return site.symbol === symbol || (other !== undefined && isSameSpan(other.at, called.at));
  });
}

/** Of what was scaffolded nothing is said again. */
function isBatchOfJob({ runsIn, agentLoop, loop, cached, scaffolded }: CallContext): boolean {
  return runsIn !== 'handler' && !agentLoop && loop?.waits !== true && !cached && !scaffolded.includes('batch');
}

/** US dollars of one call's input, at the batch's price. */
function savingOf({ quote, requote }: RuleContext, factor: number): Estimate | undefined {
  const usd = requote(quote.site).steadyInputUsd;
  if (!isKnown(usd) || usd.value <= 0) return undefined;
  const less = 1 - factor;
  return {
    value: usd.value * less,
    low: usd.low * less,
    high: usd.high * less,
    basis: 'assumed',
    why: `nobody waits for the answers; a batch costs ${Math.round(factor * 100)}% of the price`,
  };
}
