import { inputCharges, PRICE_NAMES } from '../prices/cost';
import { difference } from '../rules/saving';
import type { Span } from '../source/span';
import { type Estimate, isKnown, sum } from './basis';
import type { QuoteEnvironment } from './environment';
import { callsInARow } from './input-cost';
import { quoteSite } from './quote-site';
import type { SiteQuote } from './site-quote';
import { withoutHoles } from './without-holes';

/** What some fixes save when they are made together: not the sum of what each saves alone. Plain data. */
export interface JointSaving {
  /** Titles of the fixes. */
  readonly fixes: readonly string[];
  /** US dollars for one call of each request that they change. */
  readonly saving: Estimate;
  readonly requests: readonly RequestSaving[];
}

/** One request before and after. Both are counted with their holes empty, so that what has no size is in neither. */
export interface RequestSaving {
  readonly site: string;
  readonly symbol: string;
  readonly at: Span;
  readonly model: string;
  readonly before: RowCost;
  readonly after: RowCost;
}

/** Input of a row of calls, of which the first finds nothing in the cache. */
export interface RowCost {
  /** US dollars of an average call of the row. */
  readonly usd: Estimate;
  readonly charges: readonly RowCharge[];
}

export interface RowCharge {
  /** `input`, `cached input`, `writing to the cache`. */
  readonly as: string;
  readonly usdPerMillion: number;
  readonly firstTokens: number;
  /** Of each later call. */
  readonly laterTokens: number;
}

/** Undefined: nothing of what is known of money changes for the better. */
export function jointSaving(
  before: readonly SiteQuote[],
  after: readonly SiteQuote[],
  fixes: readonly string[],
  environment: QuoteEnvironment,
): JointSaving | undefined {
  const requests = before.flatMap(quote => {
    // Whoever calls a wrapper is counted, not the call inside of it.
    if (quote.site.isWrapper || quote.site.kind === 'constructor') return [];
    const mended = after.find(({ site }) => site.identity === quote.site.identity);
    const [was, is] = [quote, mended].map(each => each && rowCost(quoteSite(withoutHoles(each.site), environment)));
    if (was === undefined || is === undefined || was.usd.value === is.usd.value) return [];
    const { identity: site, symbol, at } = quote.site;
    return [{ site, symbol, at, model: quote.model?.id ?? '', before: was, after: is }];
  });
  const saving = sum(requests.map(request => difference(request.before.usd, request.after.usd, '')));
  return saving.value > 0 ? { fixes, saving, requests } : undefined;
}

function rowCost({ model, inputTokens, prefix, steadyInputUsd }: SiteQuote): RowCost | undefined {
  if (model === undefined || !isKnown(steadyInputUsd)) return undefined;
  const { first, later } = callsInARow(inputTokens, prefix);
  const [once, again] = [inputCharges(model, first), inputCharges(model, later)];
  const kinds = new Map([...once, ...again].map(charge => [`${charge.as} ${charge.usdPerMillion}`, charge]));
  const charges = [...kinds.values()].map(({ as, usdPerMillion }) => {
    const tokens = (some: typeof once) => some.find(each => each.as === as && each.usdPerMillion === usdPerMillion)?.tokens ?? 0;
    return { as: PRICE_NAMES[as], usdPerMillion, firstTokens: tokens(once), laterTokens: tokens(again) };
  });
  return { usd: steadyInputUsd, charges };
}
