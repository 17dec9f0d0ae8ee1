import { apiText } from '../present/api-text';
import { numeralsOf } from '../present/numerals';
import { clausesOf } from '../present/request-table';
import { isKnown, type Money } from './basis';
import type { SiteQuote } from './site-quote';

/**
 * How the numbers of one call came about, for "why is this unknown?" and for reports of wrong numbers. A line that begins with spaces
 * belongs to the one above it.
 */
export function explain(quote: SiteQuote): readonly string[] {
  const numerals = numeralsOf();
  const { site, model, prefix, inputTokens } = quote;
  const reasons = (basis: string, why: string) => {
    const clauses = clausesOf(why);
    return `(${basis}${clauses.length === 0 ? '' : `: ${clauses.join('; ')}`})`;
  };
  // What was said of the tokens holds for their price as well.
  const said = new Set(inputTokens.why.split('; '));
  const money = (label: string, amount: Money) => {
    const more = amount.why.split('; ').filter(clause => !said.has(clause));
    return `${label}: ${isKnown(amount) ? `${numerals.usd(amount)} ${reasons(amount.basis, more.join('; '))}` : `unknown (${amount.why})`}`;
  };
  return [
    `${site.identity} — ${site.sdk}, ${apiText(site)}${site.via.length === 0 ? '' : `, through ${site.via.join(' → ')}`}`,
    `model: ${site.model.value ?? `unknown (${site.model.why})`}${quote.modelAssumed ? `; priced as the reference model ${model?.id ?? ''}` : ''}`,
    priceLine(quote),
    `input: ${numerals.tokens(inputTokens)} tokens ${reasons(inputTokens.basis, quote.parts.length === 1 ? inputTokens.why : '')}`,
    ...quote.parts
      // What writing to the cache costs on top is money, and no tokens.
      .filter(({ tokens }) => tokens.high > 0)
      .map(({ label, tokens }) => `  ${label}: ${numerals.tokens(tokens)} tokens ${reasons(tokens.basis, tokens.why)}`),
    ...site.unknowns.map(unknown => `  not read: ${unknown}`),
    `cacheable prefix: ${numerals.tokens(prefix.tokens)} tokens, ${prefix.state} (${prefix.why})${prefix.cut === undefined ? '' : `; ends at ${prefix.cut.label}, which ${prefix.cut.why}`}`,
    `output: ${quote.outputCapTokens === undefined ? quote.outputCapWhy : `at most ${numerals.integer(quote.outputCapTokens)} tokens (${quote.outputCapWhy})`}`,
    money('input of a call that reads nothing from the cache', quote.inputUsd),
    money('input when the prefix is read from the cache', quote.cachedInputUsd),
    money('most that one call can cost', quote.maxCallUsd),
  ];
}

function priceLine({ model }: SiteQuote): string {
  if (model === undefined) return 'price: unknown';
  const { price, priceSource } = model;
  const usd = (amount: number) => `$${/\.\d$/.test(String(amount)) ? amount.toFixed(2) : amount}`;
  const each =
    price === undefined
      ? 'unknown for this host'
      : `input ${usd(price.inputUsd)}, cache read ${price.cacheReadUsd === undefined ? 'unknown' : usd(price.cacheReadUsd)}, output ${usd(price.outputUsd)}`;
  return `price per million tokens: ${each} (${priceSource.source}, checked ${priceSource.checked})`;
}
