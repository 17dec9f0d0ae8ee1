import type { CatalogueEntry } from '../entry';

const FROM_GOOGLE = { provider: 'google', aliases: [], source: 'Gemini API pricing', checked: '2026-11-20', thirdParty: false } as const;
const FROM_THIRD_PARTY = { ...FROM_GOOGLE, source: "a third party's reading of Google's pricing", thirdParty: true } as const;

export const googleEntries: readonly CatalogueEntry[] = [
  {
    ...FROM_THIRD_PARTY,
    id: 'gemini-4-argon',
    name: 'Gemini 4 Argon',
    prices: [
      { price: { inputUsd: 2, cacheReadUsd: 0.1, outputUsd: 10 }, tiers: [] },
      { from: '2026-12-01', price: { inputUsd: 4, cacheReadUsd: 0.2, outputUsd: 20 }, tiers: [] },
    ],
  },
  {
    ...FROM_THIRD_PARTY,
    id: 'gemini-4-hydrogen',
    name: 'Gemini 4 Hydrogen',
    prices: [{ price: { inputUsd: 1.5, outputUsd: 7.5 }, tiers: [] }],
  },
  {
    ...FROM_GOOGLE,
    id: 'gemini-3.8-flash',
    name: 'Gemini 3.8 Flash',
    prices: [
      { price: { inputUsd: 0.75, cacheReadUsd: 0.075, outputUsd: 3.75 }, tiers: [] },
      { from: '2027-01-01', price: { inputUsd: 1.5, cacheReadUsd: 0.15, outputUsd: 7.5 }, tiers: [] },
    ],
  },
];
