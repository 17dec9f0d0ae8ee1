import { type Basis, type Estimate, exactly, type Money, weakest } from '../quote/basis';
import type { ModelFacts, PricePerMillion } from './model';

/** Tokens of one call. `inputTokens` is all input, what is read from or written to the cache included (Anthropic's usage leaves it out). */
export interface CallTokens {
  readonly inputTokens: Estimate | number;
  readonly cacheReadTokens?: Estimate | number;
  /** Written at the default time to live. */
  readonly cacheWriteTokens?: Estimate | number;
  /** Written at the longer time to live. */
  readonly cacheWriteLongTokens?: Estimate | number;
  readonly outputTokens?: Estimate | number;
}

/** In US dollars per call. */
export interface CallCost {
  readonly inputUsd: Money;
  readonly outputUsd: Money;
  readonly totalUsd: Money;
}

/** The price that a request of this many input tokens is charged at: a tier holds for the whole request, not for the excess. */
export function pricePerMillionAt(model: ModelFacts, inputTokens: number): PricePerMillion | undefined {
  if (model.price === undefined) return undefined;
  let from = -1;
  let price = model.price;
  for (const tier of model.tiers) {
    if (inputTokens <= tier.aboveInputTokens || tier.aboveInputTokens < from) continue;
    from = tier.aboveInputTokens;
    price = tier.price;
  }
  return price;
}

/**
 * As `pricePerMillionAt`, with what a provider charges without stating it: where it caches by itself and has no price for writing,
 * writing costs what input costs.
 */
export function chargedAt(model: ModelFacts, inputTokens: number): PricePerMillion | undefined {
  const price = pricePerMillionAt(model, inputTokens);
  return price === undefined || price.cacheWriteUsd !== undefined || model.caching?.mode !== 'automatic'
    ? price
    : { ...price, cacheWriteUsd: price.inputUsd };
}

/** The clause that says why money is unknown: which price of the model is. */
export function noPriceFor(model: ModelFacts, field: keyof PricePerMillion): string {
  return `${model.id} has no known price for ${PRICE_NAMES[field]}`;
}

/**
 * What one call costs. One tokenizer counts all parts of a request, so the ends of the band take all of them low or all of them
 * high. Cached tokens are charged once: what is read or written is taken off the input.
 */
export function costOf(model: ModelFacts | undefined, tokens: CallTokens): CallCost {
  if (model?.price === undefined) {
    const unknown: Money = { basis: 'unknown', why: `${model === undefined ? 'the model' : model.id} has no known price` };
    return { inputUsd: unknown, outputUsd: unknown, totalUsd: unknown };
  }
  const input = parts(tokens, ['inputTokens', 'cacheReadTokens', 'cacheWriteTokens', 'cacheWriteLongTokens']);
  const output = parts(tokens, ['outputTokens']);
  const { price } = model;
  const corners = CORNERS.map((corner): ChargedCorner => {
    const at = tokensAt(tokens, corner);
    const charged = chargedAt(model, at.inputTokens) ?? price;
    return { corner, price: atHours(model, charged, corner), input: inputAmounts(at), output: outputAmounts(at) };
  });
  return {
    inputUsd: charge(model, tokens, input, corners, ['input']),
    outputUsd: charge(model, tokens, output, corners, ['output']),
    totalUsd: charge(model, tokens, [...input, ...output], corners, ['input', 'output']),
  };
}

/** What some tokens are charged as, and at which price. */
export interface Charge {
  readonly as: keyof PricePerMillion;
  readonly tokens: number;
  readonly usdPerMillion: number;
}

/** What the input of one call is charged as, by the middle of the band; nothing where a price is missing. */
export function inputCharges(model: ModelFacts, tokens: CallTokens): readonly Charge[] {
  const at = tokensAt(tokens, 'value');
  const price = chargedAt(model, at.inputTokens);
  if (price === undefined) return [];
  return inputAmounts(at).flatMap(([as, count]) => {
    const usdPerMillion = price[as];
    return count > 0 && usdPerMillion !== undefined ? [{ as, tokens: count, usdPerMillion }] : [];
  });
}

const MILLION = 1_000_000;

/** US dollars of a number of tokens. An endless number of free tokens is free. */
export function usdOfTokens(tokens: number, usdPerMillion: number): number {
  return tokens > 0 && usdPerMillion > 0 ? (tokens * usdPerMillion) / MILLION : 0;
}

const CORNERS = ['low', 'value', 'high'] as const;
type Corner = (typeof CORNERS)[number];
type TokensAtCorner = Readonly<Record<keyof CallTokens, number>>;
type Amount = readonly [field: keyof PricePerMillion, tokens: number];

/** One end of the band, or its middle: what is charged, and at which prices. */
interface ChargedCorner {
  readonly corner: Corner;
  readonly price: PricePerMillion;
  readonly input: readonly Amount[];
  readonly output: readonly Amount[];
}

/** Where the hour of a call isn't known, it costs what most hours cost; the ends of the band are the cheapest and the dearest. */
function atHours({ hourlyPrices: [usual, ...others] = [] }: ModelFacts, price: PricePerMillion, corner: Corner): PricePerMillion {
  if (usual === undefined || corner === 'value') return usual ?? price;
  const end = corner === 'low' ? Math.min : Math.max;
  const entries = Object.entries(usual).map(([field, usd]) => {
    return [field, end(usd, ...others.flatMap(other => other[field as keyof PricePerMillion] ?? []))] as const;
  });
  return { ...usual, ...Object.fromEntries(entries) };
}

function inputAmounts({ inputTokens, cacheReadTokens, cacheWriteTokens, cacheWriteLongTokens }: TokensAtCorner): readonly Amount[] {
  const read = Math.min(cacheReadTokens, inputTokens);
  const written = Math.min(cacheWriteTokens, inputTokens - read);
  const writtenLong = Math.min(cacheWriteLongTokens, inputTokens - read - written);
  return [
    ['inputUsd', inputTokens - read - written - writtenLong],
    ['cacheReadUsd', read],
    ['cacheWriteUsd', written],
    ['cacheWriteLongUsd', writtenLong],
  ];
}

function outputAmounts({ outputTokens }: TokensAtCorner): readonly Amount[] {
  return [['outputUsd', outputTokens]];
}

export const PRICE_NAMES: Readonly<Record<keyof PricePerMillion, string>> = {
  inputUsd: 'input',
  outputUsd: 'output',
  cacheReadUsd: 'cached input',
  cacheWriteUsd: 'writing to the cache',
  cacheWriteLongUsd: 'writing to the longer cache',
};

function charge(
  model: ModelFacts,
  tokens: CallTokens,
  charged: readonly Estimate[],
  corners: readonly ChargedCorner[],
  kinds: readonly ('input' | 'output')[],
): Money {
  const used = new Set<keyof PricePerMillion>();
  const usd = { low: 0, value: 0, high: 0 };
  for (const at of corners) {
    for (const kind of kinds) {
      for (const [field, count] of at[kind]) {
        // Not `<= 0`: an endless band minus an endless band is no number.
        if (!(count > 0)) continue;
        const perMillion = at.price[field];
        if (perMillion === undefined) return { basis: 'unknown', why: noPriceFor(model, field) };
        used.add(field);
        usd[at.corner] += usdOfTokens(count, perMillion);
      }
    }
  }
  const doubts: readonly (readonly [Basis, string])[] = [
    ...charged.map(part => [part.basis, part.why] as const),
    ...tierDoubt(model, tokens, used),
    ...priceDoubt(model, used),
  ];
  return {
    value: usd.value,
    low: Math.min(usd.low, usd.value),
    high: Math.max(usd.high, usd.value),
    basis: weakest(...doubts.map(([basis]) => basis)),
    why: [...new Set(doubts.map(([, why]) => why))].filter(why => why !== '').join('; '),
  };
}

function tierDoubt(model: ModelFacts, tokens: CallTokens, used: ReadonlySet<keyof PricePerMillion>): readonly (readonly [Basis, string])[] {
  const { low, high } = estimated(tokens.inputTokens);
  // An open end straddles every tier and says nothing.
  const tier = Number.isFinite(high)
    ? model.tiers.find(({ aboveInputTokens }) => low <= aboveInputTokens && aboveInputTokens < high)
    : undefined;
  if (tier === undefined || used.size === 0) return [];
  return [
    ['estimated', `the price rises above ${tier.aboveInputTokens.toLocaleString('en-US')} input tokens, and the band straddles that`],
  ];
}

/** Why prices in use are not certain, each with its basis. */
export function priceDoubt(
  { id, hourlyPrices, priceSource }: ModelFacts,
  used: ReadonlySet<keyof PricePerMillion>,
): readonly (readonly [Basis, string])[] {
  if (used.size === 0) return [];
  const { effectiveFrom, checked } = priceSource;
  if (effectiveFrom !== undefined && checked !== '' && effectiveFrom > checked)
    return [
      [
        'estimated',
        `price of ${id}: announced for ${effectiveFrom} when it was checked on ${checked}, and such a change can be called off`,
      ],
    ];
  if (hourlyPrices !== undefined) return [['estimated', `price of ${id}: it depends on the hour of the call`]];
  if (priceSource.thirdParty) return [['estimated', `price of ${id}: ${priceSource.source}`]];
  const doubtful = (priceSource.thirdPartyPrices ?? []).filter(field => used.has(field));
  return doubtful.map(field => ['estimated', `price of ${id} for ${PRICE_NAMES[field]}: a third party's reading`] as const);
}

function parts(tokens: CallTokens, fields: readonly (keyof CallTokens)[]): readonly Estimate[] {
  return fields.map(field => estimated(tokens[field]));
}

function tokensAt(tokens: CallTokens, corner: Corner): TokensAtCorner {
  const at = (field: keyof CallTokens): number => Math.max(0, estimated(tokens[field])[corner]);
  return {
    inputTokens: at('inputTokens'),
    cacheReadTokens: at('cacheReadTokens'),
    cacheWriteTokens: at('cacheWriteTokens'),
    cacheWriteLongTokens: at('cacheWriteLongTokens'),
    outputTokens: at('outputTokens'),
  };
}

function estimated(tokens: Estimate | number | undefined): Estimate {
  return typeof tokens === 'object' ? tokens : exactly(tokens ?? 0);
}
