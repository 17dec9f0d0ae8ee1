import { numeralsOf } from '../present/numerals';
import { isKnown, type Money } from './basis';
import type { SiteQuote } from './site-quote';

/** How the numbers of one call came about, for "why is this unknown?" and for reports of wrong numbers. */
export function explain(quote: SiteQuote): readonly string[] {
  const numerals = numeralsOf('en');
  const money = (label: string, amount: Money) =>
    `${label}: ${isKnown(amount) ? `${numerals.usd(amount)} (${amount.basis}${amount.why === '' ? '' : `: ${amount.why}`})` : `unknown (${amount.why})`}`;
  const { site, model, prefix } = quote;
  const price = model?.price;
  return [
    `${site.identity} — ${site.sdk}, ${site.api}${site.via.length === 0 ? '' : `, through ${site.via.join(' → ')}`}`,
    `model: ${site.model.value ?? `unknown (${site.model.why})`}${quote.modelAssumed ? `; priced as the reference model ${model?.id ?? ''}` : ''}`,
    model === undefined
      ? 'price: unknown'
      : `price per million tokens: ${price === undefined ? 'unknown for this host' : `input $${price.inputUsd}, cache read ${price.cacheReadUsd === undefined ? 'unknown' : `$${price.cacheReadUsd}`}, output $${price.outputUsd}`} (${model.priceSource.source}, checked ${model.priceSource.checked})`,
    ...quote.parts.map(
      part => `  ${part.label}: ${numerals.tokens(part.tokens)} tokens (${part.tokens.basis}${part.why === '' ? '' : `: ${part.why}`})`,
    ),
    `input: ${numerals.tokens(quote.inputTokens)} tokens (${quote.inputTokens.basis}${quote.inputTokens.why === '' ? '' : `: ${quote.inputTokens.why}`})`,
    `cacheable prefix: ${numerals.tokens(prefix.tokens)} tokens, ${prefix.state} (${prefix.why})${prefix.cut === undefined ? '' : `; ends at ${prefix.cut.label}, which ${prefix.cut.why}`}`,
    `output: ${quote.outputCapTokens === undefined ? quote.outputCapWhy : `at most ${numerals.integer(quote.outputCapTokens)} tokens (${quote.outputCapWhy})`}`,
    money('input of a call that reads nothing from the cache', quote.inputUsd),
    money('input when the prefix is read from the cache', quote.cachedInputUsd),
    money('most that one call can cost', quote.maxCallUsd),
    ...site.unknowns.map(unknown => `unknown: ${unknown}`),
  ];
}
