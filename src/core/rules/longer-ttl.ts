import { LONG_TTL } from '../fixes/long-ttl';
import type { Estimate } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';

/** Below this share of what the input costs, a longer time to live is not worth a word. */
const WORTH_SHARE = 0.05;

/** Whether the longer time to live can be weighed: the traffic is stated, and the model has one that a breakpoint asks for. */
export function canWeighLonger({ hitShare, model, site }: SiteQuote): boolean {
  return hitShare !== undefined && model?.caching?.longTtl === LONG_TTL && site.request.automaticBreakpoint === undefined;
}

/** Both come from one count, so their ends move together. */
export function costsClearlyLess(then: Estimate, now: Estimate): boolean {
  return then.low < now.low * (1 - WORTH_SHARE) && then.high < now.high * (1 - WORTH_SHARE);
}
