import type { Quote } from '../quote/analysis';
import { type Estimate, isKnown } from '../quote/basis';
import { type Exceeded, exceeded } from './limits';
import type { SaidOfCall } from './stated';

/** What a single call costs above its budget. */
export interface OverCall extends Exceeded {
  /** The budget's key in the workspace file. */
  readonly per: 'usdPerCall' | 'usdPerMonth';
  readonly usd: Estimate;
}

/**
 * The budgets that a call exceeds, as far as its price and traffic are known. A wrapper's inner call is its callers' spend, if it has
 * any: only a budget that is stated of it by name is its own.
 */
export function overBudget(
  { stated, site }: Pick<Quote, 'stated'> & { readonly site: { readonly isWrapper: boolean } },
  said: Pick<SaidOfCall, 'budget' | 'ownBudget'> | undefined,
): readonly OverCall[] {
  const budget = site.isWrapper ? said?.ownBudget : said?.budget;
  if (stated === undefined || budget === undefined) return [];
  const amounts = { usdPerCall: stated.meanCallUsd, usdPerMonth: stated.usdPerMonth };
  return (['usdPerCall', 'usdPerMonth'] as const).flatMap(per => {
    const usd = amounts[per];
    const over = usd !== undefined && isKnown(usd) ? exceeded(usd, budget[per]) : undefined;
    return usd === undefined || !isKnown(usd) || over === undefined ? [] : [{ ...over, per, usd }];
  });
}
