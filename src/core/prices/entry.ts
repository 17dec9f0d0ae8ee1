import type { CachingFacts, PricePerMillion, PriceTier, TokenCounting } from './model';

/** A price and when it holds. */
export interface DatedPrice {
  /** First day it holds (UTC, ISO); undefined: ever since. */
  readonly from?: string;
  /** Part of the day it holds in. */
  readonly hours?: DailyHours;
  /** Undefined: from then on the source gives no price. */
  readonly price?: PricePerMillion;
  readonly tiers: readonly PriceTier[];
}

/** Half-open, in seconds of the UTC day; it may run over midnight. */
export interface DailyHours {
  readonly fromSecond: number;
  readonly toSecond: number;
  readonly weekdaysOnly: boolean;
}

/** What one source says of one model at one seller. Whatever is undefined, it doesn't say. */
export interface CatalogueEntry {
  /** The seller, e.g. `openai`, `aws`. */
  readonly provider: string;
  /** Lower case. */
  readonly id: string;
  /** Other ids that mean the same model, lower case, complete: never a prefix. */
  readonly aliases: readonly string[];
  readonly name?: string;
  /** The last that holds counts. An empty list: the source knows the model, but no price of it. */
  readonly prices?: readonly DatedPrice[];
  readonly contextTokens?: number;
  readonly maxOutputTokens?: number;
  readonly batchFactor?: number;
  readonly counting?: TokenCounting;
  readonly caching?: CachingFacts;
  readonly reasoning?: boolean;
  readonly source: string;
  /** Day of the check, ISO. */
  readonly checked: string;
  readonly thirdParty: boolean;
  /** The parts of the price that are a third party's reading, where the rest is not. */
  readonly thirdPartyPrices?: readonly (keyof PricePerMillion)[];
}
