import type { ModelFacts } from '../prices/model';
import type { CheaperModel } from '../quote/analysis';
import { type Estimate, isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import type { CallSite } from '../request/call-site';
import { TIERS } from './bars';
import { answersChat, conflicts } from './compatibility';
import { byPrice, costsLess, type ServedModels } from './served-models';

/** Less isn't worth another model. */
const LEAST_SHARE = 0.1;

/** Models of the same seller that would take a call as it stands for less: the cheapest of all, and the cheapest of a tier no lower. */
export function cheaperModels(quote: SiteQuote, served: ServedModels, requote: (site: CallSite) => SiteQuote): readonly CheaperModel[] {
  const { site, model } = quote;
  const isAsked = model?.price !== undefined && model.capabilities !== undefined && !quote.modelAssumed && isKnown(quote.inputUsd);
  if (!isAsked || site.isWrapper || site.flatRate || !answersChat(site) || site.model.value === undefined) return [];
  const cheaper = served(model.provider)
    .filter(other => other.id !== model.id && costsLess(other, model))
    .sort(byPrice);
  const takesIt = (other: ModelFacts) => conflicts(quote, other).length === 0;
  const cheapest = cheaper.find(takesIt);
  const asCapable = cheaper.find(other => tierOf(other) >= tierOf(model) && takesIt(other));
  return [...new Set([asCapable, cheapest])].flatMap(other => (other === undefined ? [] : compared(quote, other, requote)));
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
