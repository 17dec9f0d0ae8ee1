import type { QuoteSettings } from '../quote/settings';
import type { SiteQuote } from '../quote/site-quote';
import { requestFingerprint } from './fingerprint';
import { type Freshness, freshnessOf } from './freshness';
import { verificationsOf } from './results-of-calls';
import type { Verification } from './verification';

/** The result that says most of a call as it is now. Plain data. */
export type VerifiedQuote = Verification & { readonly freshness: Freshness };

const BEST_FIRST: readonly Freshness[] = ['taken', 'proposed', 'stale'];

/** Undefined: the call was never verified. `suggestion`: the model that is suggested for it. */
export function verifiedQuote(
  { verifications }: QuoteSettings,
  quote: SiteQuote,
  suggestion: string | undefined,
): VerifiedQuote | undefined {
  const { site, model } = quote;
  if (verifications === undefined || model === undefined) return undefined;
  const own = verifications.flatMap(({ folder, results }) => verificationsOf(results, folder, site.at.uri, site.identity));
  if (own.length === 0) return undefined;
  const now = { model: model.id, fingerprint: requestFingerprint(site), ...(suggestion === undefined ? {} : { suggestion }) };
  const rated = own.map(result => ({ ...result, freshness: freshnessOf(result, now) }));
  rated.sort((a, b) => BEST_FIRST.indexOf(a.freshness) - BEST_FIRST.indexOf(b.freshness) || b.at.localeCompare(a.at));
  return rated[0];
}
