import { isSameLiteral, type ModelLiteral, modelLiterals } from '../fixes/model-literals';
import type { SiteQuote } from '../quote/site-quote';
import type { RuleContext } from './rule';

/** Of each place where a request's model is written, whether it is the first that is given this id: what is wrong with an id is said once. */
export function firstToName({ quote, quotes }: Pick<RuleContext, 'quote' | 'quotes'>): readonly boolean[] {
  return modelLiterals(quote.site).map(literal => quotes.find(other => isGiven(other, literal)) === quote);
}

/** All requests that are given the id that is written at a place. */
export function requestsWith(quotes: readonly SiteQuote[], literal: ModelLiteral): readonly SiteQuote[] {
  return quotes.filter(quote => isGiven(quote, literal));
}

function isGiven({ site }: SiteQuote, literal: ModelLiteral): boolean {
  return site.kind !== 'constructor' && modelLiterals(site).some(each => isSameLiteral(each, literal));
}
