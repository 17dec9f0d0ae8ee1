import type { Quote } from '../quote/analysis';
import { type Estimate, isKnown } from '../quote/basis';
import { escapeProse } from './markdown';
import type { Numerals } from './numerals';
import { clausesOf } from './request-table';

/** `$522/month`, where traffic is stated and the price is known; else empty. */
export function monthText({ stated, site }: Quote, numerals: Numerals): string {
  const usd = stated?.usdPerMonth;
  // A wrapper's inner call is its callers' spend.
  if (site.isWrapper || stated === undefined || usd === undefined || !isKnown(usd)) return '';
  return `${numerals.usd(usd)}/month${stated.of === 'input' ? ' + output' : ''}`;
}

/** What the call costs in a month and why, as markdown; empty where no traffic is stated. */
export function monthLine({ stated, site }: Quote, numerals: Numerals): string {
  if (stated?.callsPerMonth === undefined || stated.usdPerMonth === undefined || site.isWrapper) return '';
  const { usdPerMonth: usd, callsPerMonth, growthPerMonth } = stated;
  const calls = `${amountText(callsPerMonth, numerals)} calls`;
  if (!isKnown(usd)) return `Per month unknown for ${calls}: ${escapeProse(usd.why, 200)}.`;
  const part = stated.of === 'input' ? ' for the input' : '';
  const growth = growthPerMonth === undefined ? '' : `, ${numerals.percent(growthPerMonth)} more each month`;
  const why = clausesOf(usd.why).join('; ');
  return `**${numerals.usd(usd)} per month**${part} for ${calls}${growth} (${usd.basis}: ${escapeProse(why, 400)}).`;
}

/** What a person stated, as they stated it. */
function amountText({ low, high }: Estimate, numerals: Numerals): string {
  return low === high ? numerals.integer(low) : `${numerals.integer(low)}–${numerals.integer(high)}`;
}
