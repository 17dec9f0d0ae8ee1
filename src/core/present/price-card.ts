import type { ModelFacts } from '../prices/model';
import { escapeMarkdown, markdownTable } from './markdown';
import { amountQuantum, type Numerals } from './numerals';

/** What the catalogue knows of a model, as a markdown table with its source. What it doesn't know is written as unknown. */
export function priceCard(model: ModelFacts, numerals: Numerals): string {
  const perMillion = (usd: number | undefined) =>
    usd === undefined ? 'unknown' : `${numerals.amount(usd, amountQuantum(usd))} per 1M tokens`;
  const tokens = (count: number | undefined) => (count === undefined ? 'unknown' : `${numerals.integer(count)} tok`);
  const { price, caching } = model;
  const writes = [perMillion(price?.cacheWriteUsd)];
  if (price?.cacheWriteLongUsd !== undefined)
    writes.push(`${numerals.amount(price.cacheWriteLongUsd, amountQuantum(price.cacheWriteLongUsd))} (long)`);
  const rows: (readonly [string, string])[] = [
    ['Input', perMillion(price?.inputUsd)],
    ['Cached input, read', caching?.mode === 'none' ? 'no caching' : perMillion(price?.cacheReadUsd)],
    ['Cached input, written', caching?.mode === 'none' ? 'no caching' : writes.join(', ')],
    ['Output', perMillion(price?.outputUsd)],
    ['Batch', model.batchFactor === undefined ? 'unknown' : `${numerals.percent(model.batchFactor)} of these prices`],
    ['Context', tokens(model.contextTokens)],
    ['Largest output', tokens(model.maxOutputTokens)],
    ['Shortest cached prefix', caching?.mode === 'none' ? 'no caching' : tokens(caching?.minimumTokens)],
  ];
  for (const tier of model.tiers) {
    const { inputUsd, outputUsd } = tier.price;
    const prices = `${perMillion(inputUsd)} in, ${perMillion(outputUsd)} out`;
    rows.push([`Above ${numerals.integer(tier.aboveInputTokens)} tok of input`, prices]);
  }
  const table = markdownTable(
    [
      { title: escapeMarkdown(model.name), align: 'left' },
      { title: escapeMarkdown(model.id), align: 'right' },
    ],
    rows,
  );
  return [table, sourceLine(model), ...announcements(model, numerals)].join('\n\n');
}

function announcements(model: ModelFacts, numerals: Numerals): readonly string[] {
  return model.announced.map(({ from, price, source }) => {
    const usd = (value: number) => numerals.amount(value, amountQuantum(value));
    return `Announced for ${escapeMarkdown(from)}: ${usd(price.inputUsd)} in, ${usd(price.outputUsd)} out per 1M tokens (${escapeMarkdown(source)}).`;
  });
}

/** Who says so, since when, and whether it is second-hand. */
export function sourceLine(model: ModelFacts): string {
  const { source, checked, thirdParty, layer } = model.priceSource;
  const whose = layer === 'user' || layer === 'workspace' ? ', from your settings' : thirdParty ? ', a third party’s reading' : '';
  return `Prices: ${escapeMarkdown(source)}, checked ${escapeMarkdown(checked)}${whose}.`;
}
