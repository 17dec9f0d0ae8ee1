import * as z from 'zod';
import { bundledEntries } from './bundled-base';
import { convertModel } from './convert-provider';
import type { CatalogueEntry } from './entry';
import { createLayer, type Layer } from './layer';
import { providerSchema } from './provider-data';

/** What a refresh leaves behind: the day it was fetched and the data, unread. */
const refreshedSchema = z.object({ fetched: z.iso.date(), providers: z.array(z.unknown()) });

/** Most messages about one copy: a copy in a new format would give thousands of the same. */
const MAX_PROBLEMS = 3;

export interface Refreshed {
  readonly layer: Layer;
  readonly problems: readonly string[];
  readonly fetched: string;
  /** Models that could be read. */
  readonly models: number;
}

/**
 * Reads a refreshed copy of genai-prices' data. An entry that still says what the bundled one says is no news, and leaves it to
 * the overlay to correct it. `undefined`: there is no copy.
 */
export function readRefreshed(input: unknown): Refreshed | undefined {
  if (input === undefined || input === null) return undefined;
  const parsed = refreshedSchema.safeParse(input);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return empty([
      `Refreshed prices → ${issue?.path.map(String).join(' → ') ?? ''}: ${issue?.message ?? 'unreadable'}. Refresh them again.`,
    ]);
  }
  const { fetched, providers } = parsed.data;
  const problems: string[] = [];
  const bySeller = new Map<string, CatalogueEntry[]>();
  let readable = 0;
  for (const [index, value] of providers.entries()) {
    const provider = providerSchema.safeParse(value);
    if (!provider.success) {
      problems.push(`Refreshed prices → provider ${index + 1}: ${provider.error.issues[0]?.message ?? 'unreadable'}`);
      continue;
    }
    const { id: seller, models } = provider.data;
    const bundled = new Map(bundledEntries(seller).map(entry => [entry.id, JSON.stringify(entry.prices)]));
    const entries: CatalogueEntry[] = [];
    for (const [at, model] of models.entries()) {
      const entry = convertModel(seller, model, { source: `genai-prices, fetched ${fetched}`, checked: fetched });
      if (typeof entry === 'string') {
        problems.push(`Refreshed prices → ${seller} → model ${at + 1}: ${entry}`);
        continue;
      }
      readable++;
      if (bundled.get(entry.id) !== JSON.stringify(entry.prices)) entries.push(entry);
    }
    bySeller.set(seller, entries);
  }
  return {
    layer: createLayer('refreshed', seller => bySeller.get(seller) ?? []),
    problems:
      problems.length > MAX_PROBLEMS
        ? [...problems.slice(0, MAX_PROBLEMS), `Refreshed prices: ${problems.length - MAX_PROBLEMS} more entries could not be read`]
        : problems,
    fetched,
    models: readable,
  };
}

function empty(problems: readonly string[]): Refreshed {
  return { layer: createLayer('refreshed', () => []), problems, fetched: '', models: 0 };
}
