import { findProvider } from '@pydantic/genai-prices';
import { convertModel } from './convert-provider';
import type { CatalogueEntry } from './entry';
import { createLayer, type Layer } from './layer';

const BASE_SOURCE = { source: 'genai-prices 0.1.8', checked: '2026-09-23' } as const;

/** The data that genai-prices brings along. Its own matching is not used: it answers for ids it only knows the beginning of. */
export function createBundledBase(): Layer {
  return createLayer('base', bundledEntries);
}

/** A seller's models, without those whose price can't be taken over; none where it is not known by exactly this id. */
export function bundledEntries(seller: string): readonly CatalogueEntry[] {
  const provider = findProvider({ providerId: seller });
  if (provider?.id !== seller) return [];
  return provider.models.flatMap(model => {
    const entry = convertModel(seller, model, BASE_SOURCE);
    return typeof entry === 'string' ? [] : [entry];
  });
}
