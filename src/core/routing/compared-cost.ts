import { type Estimate, isKnown, type Money } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';

/** What a request costs today and with another model, in US dollars per call. */
export interface ComparedCost {
  readonly today: Estimate;
  readonly then: Estimate;
  /** `mean`: with the length of the answer and the traffic that are stated. `call`: the worst case, at the cap. `input`: the input alone. */
  readonly of: 'mean' | 'call' | 'input';
}

/** Compares by the most that is known of both; undefined: nothing is. */
export function comparedCost(before: SiteQuote, after: SiteQuote): ComparedCost | undefined {
  const ways: readonly (readonly [ComparedCost['of'], Money | undefined, Money | undefined])[] = [
    ['mean', statedMean(before), statedMean(after)],
    ['call', before.maxCallUsd, after.maxCallUsd],
    ['input', before.inputUsd, after.inputUsd],
  ];
  for (const [of, today, then] of ways)
    if (today !== undefined && then !== undefined && isKnown(today) && isKnown(then)) return { of, today, then };
  return undefined;
}

function statedMean({ stated }: SiteQuote): Money | undefined {
  return stated?.outputTokens === undefined || stated.of !== 'call' ? undefined : stated.meanCallUsd;
}
