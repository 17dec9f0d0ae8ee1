import type { ModelFacts } from '../prices/model';
import type { SiteQuote } from '../quote/site-quote';
import type { CallSite } from '../request/call-site';
import { type Bar, barOf, TIERS } from './bars';
import { type ComparedCost, comparedCost } from './compared-cost';
import { answersChat, type Conflict, conflicts, modelConflicts } from './compatibility';
import { byPrice, costsLess, type ServedModels } from './served-models';
import type { TaskReading } from './task-class';
import { thinkingOf } from './thinking';

/** What routing has to say of one call whose kind of task is known. Plain data. */
export interface ModelAdvice {
  readonly bar: Bar;
  /** The cheapest model of the same seller that clears the bar, and that takes the request as it stands. */
  readonly suggestion?: SuggestedModel;
  /** One that would, but for parameters in use; each clause names one. */
  readonly refused?: { readonly id: string; readonly why: readonly string[] };
  /** The same at other makers, one each: another API, another key. */
  readonly elsewhere: readonly (SuggestedModel & { readonly seller: string })[];
}

export interface SuggestedModel extends ComparedCost {
  readonly id: string;
  /** Today's cost divided by then's: 20 is a twentieth of the price. */
  readonly ratio: number;
  /** What could go wrong that the code doesn't show, one sentence each. */
  readonly risks: readonly string[];
}

export interface Advising {
  readonly served: ServedModels;
  /** Quotes a request, with what is stated of its call. */
  requote(site: CallSite): SiteQuote;
}

/** A window that few requests outgrow: where nobody knows how long a value is, it is said and no reason against a model. */
const ROOMY_TOKENS = 128_000;
/** Less than half off isn't worth another model's mistakes. */
const LEAST_RATIO = 2;
const MAKERS = ['anthropic', 'google', 'openai'] as const;

/** Which cheaper model would do for a call. Undefined: its task is not certain, has no bar, or its model is not above the bar. */
export function adviseModel(quote: SiteQuote, { task, certainty }: TaskReading, { served, requote }: Advising): ModelAdvice | undefined {
  const { site, model } = quote;
  const bar = task === 'unclear' || certainty === 'low' ? undefined : barOf(task);
  if (bar === undefined || model === undefined || !isAsked(quote, model)) return undefined;
  const lower = (seller: string) =>
    served(seller)
      .filter(other => isBelow(other, model, bar) && costsLess(other, model))
      .sort(byPrice);
  const suggested = (other: ModelFacts): SuggestedModel | undefined => {
    const cost = comparedCost(quote, requote(askedOf(site, other)));
    if (cost === undefined || cost.then.value <= 0) return undefined;
    const ratio = cost.today.value / cost.then.value;
    return ratio < LEAST_RATIO ? undefined : { id: other.id, ratio, risks: risksOf(quote, other), ...cost };
  };
  const own = lower(model.provider).map(other => ({
    other,
    against: conflicts(quote, other).filter(conflict => !isRoomy(conflict, other)),
  }));
  const suggestion = first(own, ({ other, against }) => (against.length === 0 ? suggested(other) : undefined));
  const refused =
    suggestion === undefined ? own.find(({ other, against }) => against.every(isParameter) && suggested(other) !== undefined) : undefined;
  const elsewhere = MAKERS.filter(seller => seller !== model.provider).flatMap(seller => {
    const fits = (other: ModelFacts) => modelConflicts(quote, other).every(conflict => isRoomy(conflict, other));
    const found = first(lower(seller), other => (fits(other) ? suggested(other) : undefined));
    return found === undefined ? [] : [{ ...found, seller }];
  });
  if (suggestion === undefined && refused === undefined && elsewhere.length === 0) return undefined;
  return {
    bar,
    ...(suggestion === undefined ? {} : { suggestion }),
    ...(refused === undefined ? {} : { refused: { id: refused.other.id, why: refused.against.map(({ why }) => why) } }),
    elsewhere,
  };
}

/** What is found for the first that anything is found for: each look quotes the request anew. */
function first<From, Found>(all: readonly From[], find: (one: From) => Found | undefined): Found | undefined {
  for (const one of all) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A request that names its model itself, and is billed by the token. */
function isAsked({ site, modelAssumed }: SiteQuote, { price, capabilities, lifecycle }: ModelFacts): boolean {
  if (price === undefined || capabilities?.tier === undefined || modelAssumed || lifecycle?.state === 'retired') return false;
  return !site.isWrapper && !site.flatRate && site.kind !== 'constructor' && site.model.value !== undefined && answersChat(site);
}

function isBelow({ capabilities: other }: ModelFacts, { capabilities: today }: ModelFacts, bar: Bar): boolean {
  if (other?.tier === undefined || today?.tier === undefined) return false;
  const rank = TIERS.indexOf(other.tier);
  return rank >= TIERS.indexOf(bar.tier) && rank < TIERS.indexOf(today.tier);
}

function isRoomy({ what, known }: Conflict, { contextTokens = 0 }: ModelFacts): boolean {
  return what === 'context' && !known && contextTokens >= ROOMY_TOKENS;
}

function risksOf(quote: SiteQuote, other: ModelFacts): readonly string[] {
  const today = quote.model?.contextTokens ?? Number.POSITIVE_INFINITY;
  const { contextTokens } = other;
  const tight = contextTokens !== undefined && contextTokens < today && quote.inputTokens.high > contextTokens;
  const thinks = thinkingOf(quote.site, other) === 'on' && (quote.model === undefined || thinkingOf(quote.site, quote.model) !== 'on');
  return [
    ...(tight ? [`Requests over ${contextTokens.toLocaleString('en')} tokens would no longer fit.`] : []),
    ...(thinks ? [`${other.id} thinks unless told not to, and bills its thoughts as output.`] : []),
  ];
}

/** Refused for certain, and something that the code could leave out. */
function isParameter({ known, of }: Conflict): boolean {
  return known && of === 'parameter';
}

function askedOf(site: CallSite, { id, provider }: ModelFacts): CallSite {
  const { model } = site;
  return {
    ...site,
    provider: { ...site.provider, value: provider, candidates: [provider] },
    model: { ...model, value: id, candidates: [id] },
  };
}
