import * as z from 'zod';
import { costOf } from '../core/prices/cost';
import type { Catalogue, ModelFacts } from '../core/prices/model';
import { isKnown } from '../core/quote/basis';
import type { LineError } from './json-lines';

const DATE_FORM = 'a date such as 2026-11-20 or 2026-11-20T09:30:00Z';
const tokens = z.int('must be a whole number of tokens').nonnegative('must not be negative');

/** One call's usage as a provider reports it. `input_tokens` is all input, what is read from or written to the cache included. */
export const usageSchema = z.object(
  {
    provider: z.string('must be a text').nullish(),
    model: z.string('must name a model').regex(/\S/, 'must name a model'),
    // Tokens under another name would be priced as none.
    usage: z.strictObject(
      {
        input_tokens: tokens,
        cache_read_tokens: tokens.nullish(),
        cache_write_tokens: tokens.nullish(),
        output_tokens: tokens.nullish(),
      },
      'must be an object with input_tokens',
    ),
    timestamp: z.string(`must be ${DATE_FORM}`).nullish(),
  },
  'must be an object with model and usage',
);

export type Usage = z.infer<typeof usageSchema>;

/** What a call cost, in US dollars; null: unknown, with the reason in `why`. */
export interface PricedUsage {
  readonly usd: number | null;
  readonly basis: 'exact' | 'measured' | 'estimated' | 'assumed' | 'unknown';
  /** Who states the price, and when it was checked; null: nobody. */
  readonly source: string | null;
  /** First day of the price (UTC); null: no change of it is known. */
  readonly effectiveFrom: string | null;
  readonly why?: string;
}

/** Prices one call at its own time. `now` stands for a timestamp that is left out. */
export function priceUsage({ provider, model, usage, timestamp }: Usage, catalogue: Catalogue, now: Date): PricedUsage | LineError {
  const at = timestamp === null || timestamp === undefined ? now : readTimestamp(timestamp);
  if (at === undefined) return { error: `timestamp: must be ${DATE_FORM}, not ${JSON.stringify(timestamp)}` };
  const [inputTokens, cacheReadTokens, cacheWriteTokens] = [
    usage.input_tokens,
    usage.cache_read_tokens ?? 0,
    usage.cache_write_tokens ?? 0,
  ];
  if (cacheReadTokens + cacheWriteTokens > inputTokens) {
    return { error: 'usage: more tokens are cached than there is input; input_tokens counts all input, the cached included' };
  }
  const found = catalogue.find(provider ?? undefined, model, at);
  const facts = isDay(timestamp) ? found : withoutHours(found);
  if (facts === undefined) {
    const where = provider === null || provider === undefined ? '' : ` at ${provider}`;
    return { usd: null, basis: 'unknown', source: null, effectiveFrom: null, why: `no price of ${model}${where} is known` };
  }
  const outputTokens = usage.output_tokens ?? 0;
  const { totalUsd } = costOf(facts, { inputTokens, cacheReadTokens, cacheWriteTokens, outputTokens });
  const { source, checked, effectiveFrom = null } = facts.priceSource;
  const stated = { source: `${source}, checked ${checked}`, effectiveFrom };
  if (!isKnown(totalUsd)) return { usd: null, basis: 'unknown', ...stated, why: totalUsd.why };
  // Sums of decimal fractions: beyond twelve digits there is only noise.
  const usd = Number(totalUsd.value.toPrecision(12));
  return { usd, basis: totalUsd.basis, ...stated, ...(totalUsd.why === '' ? {} : { why: totalUsd.why }) };
}

/** Of a day alone the hour isn't known. */
function isDay(timestamp: string | null | undefined): boolean {
  return timestamp !== null && timestamp !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(timestamp.trim());
}

function withoutHours(facts: ModelFacts | undefined): ModelFacts | undefined {
  if (facts === undefined) return undefined;
  const { hourlyPrices: _, ...known } = facts;
  return known;
}

/** A day, or a day and a time; UTC where no offset is given. */
function readTimestamp(timestamp: string): Date | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|[+-]\d{2}:?\d{2})?)?$/i.exec(timestamp.trim());
  if (match === null) return undefined;
  const [, day = '', time = '00:00', offset = 'Z'] = match;
  // A day that the calendar doesn't have would roll over into the next month.
  if (!z.iso.date().safeParse(day).success) return undefined;
  const at = new Date(`${day}T${time}${offset.toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, '$1:$2')}`);
  return Number.isNaN(at.getTime()) ? undefined : at;
}
