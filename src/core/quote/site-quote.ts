import type { CallSite } from '../request/request';
import type { Quote } from './analysis';
import { promptKeys } from './prompt-keys';

/** A quote together with the whole call site, as rules see it. Stays in the worker. */
export type SiteQuote = Omit<Quote, 'site'> & { readonly site: CallSite };

/** The part that windows show; prompts, arguments and what was evaluated stay behind. */
export function viewOf(quote: SiteQuote): Quote {
  const { call: _call, parameters: _parameters, request: _request, ...site } = quote.site;
  return { ...quote, site: { ...site, promptKeysAt: promptKeys(quote.site) } };
}
