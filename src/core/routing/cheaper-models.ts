import { capableIds } from '../prices/capabilities/capabilities-of';
import type { Catalogue, ModelFacts } from '../prices/model';
import type { CheaperModel } from '../quote/analysis';
import { type Estimate, isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { CallSite } from '../request/request';
import { answersChat, conflicts } from './compatibility';

const TIERS = ['small', 'mid', 'frontier'] as const;
/** Less isn't worth another model. */
const LEAST_SHARE = 0.1;

/** Finds cheaper models for the calls of one file, on one day. Each seller's models are looked up once. */
export function cheaperModelsOn(
  catalogue: Catalogue,
  today: Date,
): (quote: SiteQuote, requote: (site: CallSite) => SiteQuote) => readonly CheaperModel[] {
  const bySeller = new Map<string, readonly ModelFacts[]>();
  const inService = (seller: string): readonly ModelFacts[] => {
    const known = bySeller.get(seller);
    if (known !== undefined) return known;
    const found = capableIds(seller).flatMap(id => catalogue.find(seller, id, today) ?? []);
    const models = [...new Map(found.filter(({ lifecycle }) => lifecycle?.state === 'current').map(model => [model.id, model])).values()];
    bySeller.set(seller, models);
    return models;
  };
  return (quote, requote) => {
    const { site, model } = quote;
    const isAsked = model?.price !== undefined && model.capabilities !== undefined && !quote.modelAssumed && isKnown(quote.inputUsd);
    if (!isAsked || site.isWrapper || site.flatRate || !answersChat(site) || site.model.value === undefined) return [];
    const cheaper = inService(model.provider)
      .filter(other => other.id !== model.id && costsLess(other, model))
      .filter(other => conflicts(quote, other).length === 0)
      .sort((a, b) => priceOf(a) - priceOf(b));
    const asCapable = cheaper.find(other => tierOf(other) >= tierOf(model));
    return [...new Set([asCapable, cheaper[0]])].flatMap(other => (other === undefined ? [] : compared(quote, other, requote)));
  };
}

/** No part of a request costs more, and some part less. */
function costsLess({ price: one }: ModelFacts, { price: other }: ModelFacts): boolean {
  if (one === undefined || other === undefined) return false;
  return (
    one.inputUsd <= other.inputUsd && one.outputUsd <= other.outputUsd && one.inputUsd + one.outputUsd < other.inputUsd + other.outputUsd
  );
}

function priceOf({ price }: ModelFacts): number {
  return price === undefined ? Number.POSITIVE_INFINITY : price.inputUsd + price.outputUsd;
}

function tierOf({ capabilities }: ModelFacts): number {
  return capabilities?.tier === undefined ? -1 : TIERS.indexOf(capabilities.tier);
}

/** Quotes the request with the other model: its tokens may be more. */
function compared(quote: SiteQuote, other: ModelFacts, requote: (site: CallSite) => SiteQuote): readonly CheaperModel[] {
  const { model } = quote.site;
  const then = requote({ ...quote.site, model: { ...model, value: other.id, candidates: [other.id] } });
  const of = isKnown(quote.maxCallUsd) && isKnown(then.maxCallUsd) ? 'call' : 'input';
  const [today, usd] = of === 'call' ? [quote.maxCallUsd, then.maxCallUsd] : [quote.inputUsd, then.inputUsd];
  if (!isKnown(today) || !isKnown(usd)) return [];
  const saves = share(today, usd);
  return saves < LEAST_SHARE ? [] : [{ id: other.id, usd, of, saves }];
}

function share(today: Estimate, then: Estimate): number {
  return today.value > 0 ? 1 - then.value / today.value : 0;
}
