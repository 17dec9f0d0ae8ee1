import type { CatalogueEntry, DatedPrice } from './entry';
import type { PricePerMillion, PriceTier } from './model';
import { modelSchema, type SourceConstraint, type SourceModel, type SourcePrice } from './provider-data';

export interface ConversionSource {
  readonly source: string;
  readonly checked: string;
}

/** A model of genai-prices as an entry; a message when it isn't in the expected shape. */
export function convertModel(provider: string, model: unknown, from: ConversionSource): CatalogueEntry | string {
  const parsed = modelSchema.safeParse(model);
  if (!parsed.success) return parsed.error.issues[0]?.message ?? 'unexpected shape';
  const { id, name, match, context_window, prices } = parsed.data;
  const key = id.toLowerCase();
  return {
    provider,
    id: key,
    aliases: [...new Set(declaredIds(match))].filter(alias => alias !== key),
    ...(name === undefined ? {} : { name }),
    prices: convertPrices(prices, EMBEDS.test(key)),
    ...(context_window === undefined ? {} : { contextTokens: context_window }),
    ...from,
    thirdParty: false,
  };
}

/**
 * The ids a match names in full. A clause such as `starts_with` also answers for ids it never heard of (that is how
 * claude-sonnet-5-5 became claude-sonnet-5), so only its literal counts; a regex or a conjunction names nothing.
 */
function declaredIds(match: unknown): readonly string[] {
  if (typeof match !== 'object' || match === null) return [];
  if ('or' in match) return Array.isArray(match.or) ? match.or.flatMap(declaredIds) : [];
  for (const clause of ['equals', 'starts_with', 'ends_with', 'contains']) {
    const literal = (match as Record<string, unknown>)[clause];
    if (typeof literal === 'string') return [literal.toLowerCase()];
  }
  return [];
}

/** Answers with vectors, for which nobody charges: its price has no output, and lacks none. */
const EMBEDS = /embed|^voyage-/;

function convertPrices(prices: SourceModel['prices'], embeds: boolean): readonly DatedPrice[] {
  if (!Array.isArray(prices)) return [convertPrice(prices, embeds)];
  let from: string | undefined;
  return prices.map(({ constraint, prices: price }) => {
    const when = constraint === undefined ? {} : convertConstraint(constraint);
    from = when.from ?? from;
    // Hours listed after a dated price are hours of that price: before its day there were none.
    return { ...convertPrice(price, embeds), ...(from === undefined || constraint === undefined ? {} : { from }), ...when };
  });
}

function convertConstraint(constraint: SourceConstraint): Pick<DatedPrice, 'from' | 'hours'> {
  if ('start_date' in constraint) return { from: constraint.start_date };
  return { hours: { fromSecond: secondOfDay(constraint.start_time), toSecond: secondOfDay(constraint.end_time), weekdaysOnly: false } };
}

const DAY = 86_400;

function secondOfDay(time: string): number {
  const [hours, minutes, seconds] = time.slice(0, 8).split(':').map(Number) as [number, number, number];
  const offset = time.slice(8);
  const [offsetHours, offsetMinutes] = offset === 'Z' ? [0, 0] : (offset.slice(1).split(':').map(Number) as [number, number]);
  const ahead = (offset.startsWith('-') ? -1 : 1) * (offsetHours * 3600 + offsetMinutes * 60);
  return (((hours * 3600 + minutes * 60 + seconds - ahead) % DAY) + DAY) % DAY;
}

const FIELDS = {
  inputUsd: 'input_mtok',
  outputUsd: 'output_mtok',
  cacheReadUsd: 'cache_read_mtok',
  cacheWriteUsd: 'cache_write_mtok',
  cacheWriteLongUsd: 'cache_write_1h_mtok',
} as const satisfies Record<keyof PricePerMillion, string>;

/** Charged on every call beside the tokens, so a price without them would be too low. */
const UNCOUNTED_CHARGES = ['requests_kcount', 'output_reasoning_mtok', 'output_citation_mtok'];

function convertPrice(stated: SourcePrice, embeds: boolean): DatedPrice {
  const source = embeds ? { output_mtok: 0, ...stated } : stated;
  const price = UNCOUNTED_CHARGES.some(charge => charge in source) ? undefined : priceIn(source, 0);
  if (price === undefined) return { tiers: [] };
  const starts = new Set<number>();
  for (const field of Object.values(FIELDS)) {
    const amount = source[field];
    if (typeof amount === 'object') for (const tier of amount.tiers) starts.add(tier.start);
  }
  const tiers = [...starts]
    .sort((a, b) => a - b)
    .flatMap((start): PriceTier[] => {
      const above = priceIn(source, start + 1);
      return above === undefined ? [] : [{ aboveInputTokens: tierBoundary(start), price: above }];
    });
  return { price, tiers };
}

/** OpenAI's long context begins above 272,000 tokens; the data sometimes has it begin at 272,000. */
function tierBoundary(start: number): number {
  return start === 271_999 ? 272_000 : start;
}

function priceIn(source: SourcePrice, inputTokens: number): PricePerMillion | undefined {
  const usd = (field: keyof PricePerMillion): number | undefined => {
    const amount = source[FIELDS[field]];
    if (typeof amount !== 'object') return amount;
    return amount.tiers.reduce((best, tier) => (inputTokens > tier.start && tier.start >= best.start ? tier : best), {
      start: -1,
      price: amount.base,
    }).price;
  };
  const inputUsd = usd('inputUsd');
  const outputUsd = usd('outputUsd');
  if (inputUsd === undefined || outputUsd === undefined) return undefined;
  const cacheReadUsd = usd('cacheReadUsd');
  const cacheWriteUsd = usd('cacheWriteUsd');
  const cacheWriteLongUsd = usd('cacheWriteLongUsd');
  return {
    inputUsd,
    outputUsd,
    ...(cacheReadUsd === undefined ? {} : { cacheReadUsd }),
    ...(cacheWriteUsd === undefined ? {} : { cacheWriteUsd }),
    ...(cacheWriteLongUsd === undefined ? {} : { cacheWriteLongUsd }),
  };
}
