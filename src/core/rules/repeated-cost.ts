import { usdText } from '../present/finding-money';
import { isKnown } from '../quote/basis';
import type { RuleContext } from './rule';

/** What the input of so many calls costs at least, by what is known of it; undefined: nothing known costs anything. */
export function inputOf(times: number, { quote, requote }: Pick<RuleContext, 'quote' | 'requote'>): string | undefined {
  if (quote.site.flatRate) return undefined;
  const usd = requote(quote.site).steadyInputUsd;
  return isKnown(usd) && usd.value > 0 ? usdText(usd.value * times) : undefined;
}
