import * as z from 'zod';
import type { CatalogueEntry } from './entry';
import { createLayer, type Layer } from './layer';
import type { PricePerMillion } from './model';
import { knownSeller } from './sellers';

const usd = z.number().finite().nonnegative();
const tokens = z.number().int().positive();

const priceFields = {
  inputUsd: usd.optional(),
  outputUsd: usd.optional(),
  cacheReadUsd: usd.optional(),
  cacheWriteUsd: usd.optional(),
  cacheWriteLongUsd: usd.optional(),
};
const tierSchema = z.strictObject({ aboveInputTokens: tokens, ...priceFields });

/** One override, under a model's id with or without its provider: `"azure/our-deployment": { "model": "gpt-6-sol", "inputUsd": 1.8, … }`. */
export const overrideSchema = z
  .strictObject({
    ...priceFields,
    tiers: z.array(tierSchema).optional(),
    /** The model whose tokens, caching and (without a price here) price it has: what a deployment's name stands for. */
    model: z.string().min(1).optional(),
    batchFactor: z.number().positive().max(1).optional(),
    contextTokens: tokens.optional(),
    maxOutputTokens: tokens.optional(),
    source: z.string().optional(),
    checked: z.iso.date().optional(),
  })
  .superRefine((override, context) => {
    const { model, source, checked, batchFactor, contextTokens, maxOutputTokens, tiers = [], ...amounts } = override;
    if (completePrice(amounts) !== undefined) return;
    if (Object.values(amounts).some(amount => amount !== undefined))
      context.addIssue({ code: 'custom', message: 'a price needs both inputUsd and outputUsd' });
    else if (tiers.length > 0)
      context.addIssue({ code: 'custom', message: 'tiers need a price to begin with (inputUsd and outputUsd)', path: ['tiers'] });
  });

/** Stands for every seller in keys without one. */
export const ANY_SELLER = '*';

export interface Overrides {
  readonly layer: Layer;
  /** Id → the model the user says it is. */
  standsFor(seller: string | undefined, form: string): string | undefined;
  readonly problems: readonly string[];
}

/** Reads overrides from settings. What is wrong becomes a message that names the place; the rest counts. */
export function readOverrides(layer: 'user' | 'workspace', where: string, input: unknown): Overrides {
  const problems: string[] = [];
  const entries: CatalogueEntry[] = [];
  const models = new Map<string, string>();
  for (const [key, value] of Object.entries(recordOf(input, where, problems))) {
    const parsed = overrideSchema.safeParse(value);
    if (!parsed.success) {
      problems.push(...parsed.error.issues.map(issue => `${where} → ${[key, ...issue.path.map(String)].join(' → ')}: ${issue.message}`));
      continue;
    }
    const { model, source, checked, batchFactor, contextTokens, maxOutputTokens, tiers = [], ...amounts } = parsed.data;
    const [provider, id] = splitKey(key);
    const price = completePrice(amounts);
    // A tier says what differs from the price it begins with.
    const complete =
      price === undefined
        ? []
        : tiers.map(({ aboveInputTokens, ...amounts }) => ({ aboveInputTokens, price: { ...price, ...stated(amounts) } }));
    if (model !== undefined) models.set(`${provider}/${id}`, model);
    entries.push({
      provider,
      id,
      aliases: [],
      ...(price === undefined ? {} : { prices: [{ price, tiers: complete.sort((a, b) => a.aboveInputTokens - b.aboveInputTokens) }] }),
      ...(batchFactor === undefined ? {} : { batchFactor }),
      ...(contextTokens === undefined ? {} : { contextTokens }),
      ...(maxOutputTokens === undefined ? {} : { maxOutputTokens }),
      source: source ?? where,
      checked: checked ?? '',
      thirdParty: false,
    });
  }
  const own = createLayer(layer, seller => entries.filter(entry => entry.provider === seller));
  return {
    layer: {
      layer,
      byId: (seller, id) => own.byId(seller, id) ?? own.byId(ANY_SELLER, id),
      byAlias: () => undefined,
      ids: seller => own.ids(seller),
    },
    standsFor: (seller, form) => models.get(`${seller ?? ANY_SELLER}/${form}`) ?? models.get(`${ANY_SELLER}/${form}`),
    problems,
  };
}

function recordOf(input: unknown, where: string, problems: string[]): Readonly<Record<string, unknown>> {
  if (input === undefined || input === null) return {};
  if (typeof input === 'object' && !Array.isArray(input)) return input as Readonly<Record<string, unknown>>;
  problems.push(`${where}: expected an object of model ids, like { "gpt-6-sol": { "inputUsd": 2, "outputUsd": 10 } }`);
  return {};
}

function splitKey(key: string): readonly [provider: string, id: string] {
  const name = key.trim().toLowerCase();
  const slash = name.indexOf('/');
  const seller = slash > 0 ? knownSeller(name.slice(0, slash)) : undefined;
  return seller === undefined ? [ANY_SELLER, name] : [seller, name.slice(slash + 1)];
}

type Amounts = { readonly [Field in keyof PricePerMillion]?: number | undefined };

function completePrice(amounts: Amounts): PricePerMillion | undefined {
  const { inputUsd, outputUsd } = amounts;
  return inputUsd === undefined || outputUsd === undefined ? undefined : { ...stated(amounts), inputUsd, outputUsd };
}

/** Without the fields that were left out, so that spreading it overwrites nothing. */
function stated(amounts: Amounts): Partial<PricePerMillion> {
  return Object.fromEntries(Object.entries(amounts).filter(([, amount]) => amount !== undefined));
}
