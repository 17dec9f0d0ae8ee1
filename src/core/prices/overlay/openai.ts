import type { CatalogueEntry, DatedPrice } from '../entry';
import type { PricePerMillion } from '../model';

const FROM_OPENAI = {
  provider: 'openai',
  aliases: [],
  contextTokens: 1_050_000,
  source: 'OpenAI pricing',
  checked: '2026-11-20',
  thirdParty: false,
  // Only a third party states what the 12-hour cache costs to write.
  thirdPartyPrices: ['cacheWriteLongUsd'],
} as const satisfies Partial<CatalogueEntry>;
const FROM_THIRD_PARTY = { ...FROM_OPENAI, source: "a third party's reading of OpenAI's pricing", thirdParty: true } as const;

/** From GPT-5.6 on, cache writes cost 1.25 times the input for 30 minutes and 2.5 times for 12 hours. */
function price(inputUsd: number, cacheReadUsd: number, outputUsd: number): PricePerMillion {
  return { inputUsd, outputUsd, cacheReadUsd, cacheWriteUsd: inputUsd * 1.25, cacheWriteLongUsd: inputUsd * 2.5 };
}

/** Above 272,000 input tokens the whole request costs twice the input and half as much again for the output. */
function prices(inputUsd: number, cacheReadUsd: number, outputUsd: number): readonly DatedPrice[] {
  const long = price(inputUsd * 2, cacheReadUsd * 2, outputUsd * 1.5);
  return [{ price: price(inputUsd, cacheReadUsd, outputUsd), tiers: [{ aboveInputTokens: 272_000, price: long }] }];
}

export const openaiEntries: readonly CatalogueEntry[] = [
  { ...FROM_THIRD_PARTY, id: 'gpt-6.1-sol', name: 'GPT-6.1 Sol', prices: prices(2, 0.1, 10) },
  { ...FROM_THIRD_PARTY, id: 'gpt-6.1-terra', name: 'GPT-6.1 Terra', prices: prices(1, 0.05, 5) },
  { ...FROM_OPENAI, id: 'gpt-6-sol', name: 'GPT-6 Sol', prices: prices(2, 0.2, 10) },
  { ...FROM_OPENAI, id: 'gpt-6-luna', name: 'GPT-6 Luna', prices: prices(0.1, 0.01, 0.5) },
  { ...FROM_OPENAI, id: 'gpt-6-astra', name: 'GPT-6 Astra', prices: prices(10, 1, 50) },
];
