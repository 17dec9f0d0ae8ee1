import type { CatalogueEntry, DatedPrice } from '../entry';
import type { PricePerMillion } from '../model';

const FROM_ANTHROPIC = { provider: 'anthropic', source: 'Anthropic pricing', checked: '2026-11-20', thirdParty: false } as const;
const FROM_THIRD_PARTY = { ...FROM_ANTHROPIC, source: "a third party's reading of Anthropic's pricing", thirdParty: true } as const;

/** Writes cost 1.25 times the input for five minutes and twice the input for an hour; the read price is the model's own. */
function price(inputUsd: number, cacheReadUsd: number, outputUsd: number): PricePerMillion {
  return { inputUsd, outputUsd, cacheReadUsd, cacheWriteUsd: inputUsd * 1.25, cacheWriteLongUsd: inputUsd * 2 };
}

function untiered(inputUsd: number, cacheReadUsd: number, outputUsd: number): readonly DatedPrice[] {
  return [{ price: price(inputUsd, cacheReadUsd, outputUsd), tiers: [] }];
}

export const anthropicEntries: readonly CatalogueEntry[] = [
  { ...FROM_THIRD_PARTY, id: 'claude-fable-5-2', aliases: ['claude-fable-5.2'], name: 'Claude Fable 5.2', prices: untiered(8, 0.2, 40) },
  { ...FROM_ANTHROPIC, id: 'claude-opus-5-5', aliases: ['claude-opus-5.5'], name: 'Claude Opus 5.5', prices: untiered(4, 0.2, 20) },
  {
    ...FROM_ANTHROPIC,
    id: 'claude-sonnet-5-5',
    aliases: ['claude-sonnet-5.5'],
    name: 'Claude Sonnet 5.5',
    // A third party dates today's read price; what reads cost before that day, nobody says.
    prices: [
      { price: { inputUsd: 2, outputUsd: 10, cacheWriteUsd: 2.5, cacheWriteLongUsd: 4 }, tiers: [] },
      { from: '2026-10-07', price: price(2, 0.1, 10), tiers: [] },
    ],
    thirdPartyPrices: ['cacheReadUsd'],
    contextTokens: 1_000_000,
  },
  {
    ...FROM_ANTHROPIC,
    id: 'claude-haiku-5-5',
    aliases: ['claude-haiku-5.5'],
    name: 'Claude Haiku 5.5',
    prices: [{ price: price(0.1, 0.01, 0.5), tiers: [{ aboveInputTokens: 100_000, price: price(0.5, 0.05, 2.5) }] }],
    contextTokens: 1_000_000,
  },
];
