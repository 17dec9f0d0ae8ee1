import type { CatalogueEntry } from '../entry';

export const mistralEntries: readonly CatalogueEntry[] = [
  {
    provider: 'mistral',
    id: 'mistral-large-2512',
    aliases: [],
    name: 'Mistral Large 3',
    prices: [{ price: { inputUsd: 0.5, cacheReadUsd: 0.05, outputUsd: 1.5 }, tiers: [] }],
    source: 'Mistral pricing',
    checked: '2026-11-20',
    thirdParty: false,
  },
  {
    // An entry of its own: that the name means 2512 is a reading, the price of 2512 is not.
    provider: 'mistral',
    id: 'mistral-large-latest',
    aliases: [],
    name: 'Mistral Large (latest)',
    prices: [{ price: { inputUsd: 0.5, cacheReadUsd: 0.05, outputUsd: 1.5 }, tiers: [] }],
    contextTokens: 262_144,
    source: "Mistral pricing of mistral-large-2512, which the name stands for by a third party's reading",
    checked: '2026-11-20',
    thirdParty: true,
  },
];
