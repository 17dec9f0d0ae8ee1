import type { CatalogueEntry } from '../entry';

export const xaiEntries: readonly CatalogueEntry[] = [
  {
    provider: 'x-ai',
    id: 'grok-4.7',
    aliases: [],
    name: 'Grok 4.7',
    prices: [
      {
        price: { inputUsd: 2, cacheReadUsd: 0.5, outputUsd: 6 },
        // From 200,000 on: 199,999 are still short.
        tiers: [{ aboveInputTokens: 199_999, price: { inputUsd: 4, cacheReadUsd: 1, outputUsd: 12 } }],
      },
    ],
    source: "a third party's reading of xAI's pricing",
    checked: '2026-11-20',
    thirdParty: true,
  },
];
