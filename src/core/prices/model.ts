import type { Capabilities } from './capabilities/capabilities';
import type { Lifecycle } from './lifecycle/lifecycle';
import type { FoundLifecycle } from './lifecycle/lifecycle-of';
import type { ParameterFacts } from './parameters/parameters';

/** US dollars per million tokens. Undefined: the source doesn't say; never a guess. */
export interface PricePerMillion {
  readonly inputUsd: number;
  readonly outputUsd: number;
  readonly cacheReadUsd?: number;
  readonly cacheWriteUsd?: number;
  /** Write price of the longer time to live (Anthropic's 1h), where there is one. */
  readonly cacheWriteLongUsd?: number;
}

/** From more than `aboveInputTokens` on, the whole request is charged at `price`. */
export interface PriceTier {
  readonly aboveInputTokens: number;
  readonly price: PricePerMillion;
}

export type EncodingName = 'o200k_base' | 'cl100k_base';

/** How a family's tokens are counted offline. */
export interface TokenCounting {
  readonly encoding: EncodingName;
  /** Tokens of the family ÷ tokens of the encoding. 1…1 is exact. */
  readonly factorLow: number;
  readonly factor: number;
  readonly factorHigh: number;
  /** Empty when exact. */
  readonly why: string;
  /** The factors are those of real calls. */
  readonly measured?: true;
}

export interface CachingFacts {
  /** `automatic`: the provider caches by itself; `explicit`: only where the request asks; `none`. */
  readonly mode: 'automatic' | 'explicit' | 'none';
  /** Shortest prefix that is cached, in tokens; undefined: not published. */
  readonly minimumTokens?: number;
  /** Implicit mode writes only whole requests, so one-shot calls sharing a system prompt rarely hit (OpenAI from 5.6 on). */
  readonly wholeRequestOnly: boolean;
  /** Default time to live, e.g. `5m`. */
  readonly ttl: string;
  /** The longer time to live that a breakpoint can ask for, where there is one. */
  readonly longTtl?: string;
  readonly source: string;
}

/** Everything the catalogue knows of one model. */
export interface ModelFacts {
  readonly id: string;
  readonly provider: string;
  readonly name: string;
  readonly price?: PricePerMillion;
  /** All prices of the day, that of most hours first, where they differ; absent: `price` holds at all hours. */
  readonly hourlyPrices?: readonly PricePerMillion[];
  readonly tiers: readonly PriceTier[];
  /** Multiplies input and output prices in the batch API; undefined: unknown. */
  readonly batchFactor?: number;
  readonly contextTokens?: number;
  readonly maxOutputTokens?: number;
  readonly counting?: TokenCounting;
  readonly caching?: CachingFacts;
  /** True when the model thinks by default or can: its thinking counts towards the cap. */
  readonly reasoning?: boolean;
  /** At its maker; other sellers have schedules of their own. */
  readonly lifecycle?: Lifecycle;
  readonly capabilities?: Capabilities;
  /** Of its maker's API. */
  readonly parameters?: ParameterFacts;
  readonly priceSource: PriceSource;
  /** Prices announced for a later date; they count only from that date on. */
  readonly announced: readonly { readonly from: string; readonly price: PricePerMillion; readonly source: string }[];
}

export interface PriceSource {
  /** Which layer answered. */
  readonly layer: 'workspace' | 'user' | 'refreshed' | 'overlay' | 'base';
  /** Who says so, e.g. `anthropic.com/pricing` or `genai-prices 0.1.8`. */
  readonly source: string;
  /** Day of the last check, ISO. */
  readonly checked: string;
  /** A third party's reading: shown as estimated. */
  readonly thirdParty: boolean;
  /** The parts of the price that are a third party's reading, where the rest is not. */
  readonly thirdPartyPrices?: readonly (keyof PricePerMillion)[];
  /** First day of the price (UTC, ISO); undefined: the source knows of no change. After `checked`: announced, and not seen to have come. */
  readonly effectiveFrom?: string;
}

/** Finds a model by exact id, then declared alias, then without a provider prefix or date suffix; never by family. */
export interface Catalogue {
  find(provider: string | undefined, modelId: string, at: Date): ModelFacts | undefined;
  /** What its maker said of how long this very id is served; also of ids that no price is known of. */
  lifecycle(provider: string | undefined, modelId: string, at: Date): FoundLifecycle | undefined;
  /** Ids close to an unknown one, for "did you mean". */
  nearest(modelId: string): readonly string[];
  /** Every model that an id alone names, for choosing one. */
  models(at: Date): readonly ModelFacts[];
  /** Day of the newest data, ISO. */
  readonly date: string;
  /** What was wrong with overrides or a refreshed copy; shown once. */
  readonly problems: readonly string[];
}
