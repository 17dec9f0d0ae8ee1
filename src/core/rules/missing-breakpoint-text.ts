import { usdPerThousandText, usdText } from '../present/finding-money';
import { type Estimate, isKnown } from '../quote/basis';
import type { SiteQuote } from '../quote/site-quote';
import { whenText } from './cache-lifetime';

interface Told {
  readonly quote: SiteQuote;
  /** The request as it is and with a breakpoint, by what is known of both. */
  readonly before: SiteQuote;
  readonly after: SiteQuote;
  readonly saving: Estimate;
  /** What is cached is shared by the turns of one conversation only. */
  readonly withinConversation: boolean;
}

/** The money first; then what is paid in full, and from how many calls on caching it pays. */
export function describeMissing({ quote, before, after, saving, withinConversation }: Told): string {
  const money = `${withinConversation ? 'Up to' : 'About'} ${usdPerThousandText(saving)} per 1,000 calls could be saved`;
  const gained = after.prefix.cachedTokens.value - before.prefix.cachedTokens.value;
  const tokens = `${Math.round(gained > 0 ? gained : after.prefix.cachedTokens.high).toLocaleString('en')} static tokens`;
  const paid = before.prefix.state === 'cached' ? 'stand behind the last cache breakpoint' : `are paid ${paidAs(before)} in every call`;
  const among = withinConversation ? ' of one conversation' : '';
  const minimum = quote.model?.caching?.minimumTokens ?? 0;
  const doubt =
    after.prefix.state === 'cached'
      ? ''
      : ` It is cached only if it has at least ${minimum.toLocaleString('en')} tokens, which is not certain.`;
  return `${money}: ${tokens} ${paid}${among}. Set a cache breakpoint behind them. Holds ${whenText(after)}${breakEven(before, after)}.${doubt}`;
}

/** From GPT-5.6 on OpenAI writes the whole of each request to a cache that other requests can't use. */
function paidAs({ model }: SiteQuote): string {
  return model?.caching?.wholeRequestOnly === true ? 'as a cache write, which no other call can read,' : 'in full';
}

/** One call costs more than without a cache, where writing does; the first of a row pays for it. */
function breakEven(before: SiteQuote, after: SiteQuote): string {
  const [plain, first, later] = [before.inputUsd, after.inputUsd, after.cachedInputUsd];
  if (!isKnown(plain) || !isKnown(first) || !isKnown(later)) return '';
  const more = first.value - plain.value;
  const less = plain.value - later.value;
  if (more <= 0 || less <= 0) return '';
  const calls = Math.floor(more / less) + 2;
  return `, from ${calls} calls in a row on; a call by itself would cost ${usdText(more)} more`;
}
