import { modelLiterals } from '../fixes/model-literals';
import type { SiteQuote } from '../quote/site-quote';
import type { CallSite } from '../request/call-site';
import type { Span } from '../source/span';
import type { RuleContext } from './rule';

/**
 * Requests of the file of one kind and model whose cap is one: prompts of one client, calls of one function that sends them, calls on what
 * is made with one model. That it lacks is found once, at the first of them.
 */
export function sharingCap(context: RuleContext): readonly [SiteQuote, ...SiteQuote[]] {
  const { quote } = context;
  const shared = context.among(placesAmong);
  // What stands alone looks at nothing but itself.
  const [first, ...rest] = shared.length > 1 ? shared.flatMap(index => context.quotes[index] ?? []) : [];
  return first === undefined ? [quote] : [first, ...rest];
}

/** Where a cap belongs that isn't written into the call itself. */
export function placeOfCap(site: CallSite): Span | undefined {
  if (site.via.length > 0) return site.innerCalls?.at(-1);
  const [model, ...others] = site.outputCap.elsewhere === undefined ? [] : modelLiterals(site);
  return others.length === 0 ? model?.at : undefined;
}

/** Their places among the requests of the file. */
function placesAmong({ quote, quotes }: Pick<RuleContext, 'quote' | 'quotes'>): readonly number[] {
  const key = keyOf(quote);
  return key === undefined ? [] : quotes.flatMap((other, index) => (keyOf(other) === key ? [index] : []));
}

function keyOf({ site, model }: SiteQuote): string | undefined {
  const { kind, outputCap, isWrapper } = site;
  if (kind === 'prompt-file') return JSON.stringify([kind, outputCap.parameter, outputCap.file]);
  const at = kind === 'constructor' || isWrapper || outputCap.state !== 'absent' ? undefined : placeOfCap(site);
  return at && JSON.stringify([at.uri, at.start, at.end, outputCap.parameter, model?.id]);
}
