import type { Compressed, PassOffer } from '../core/compression/compression';
import type { CompressionPrompt } from '../core/compression/model-request';
import type { Estimate, Money } from '../core/quote/basis';
import type { Refusal } from '../core/source/edit';

/** What the host asks about making one request's prompts shorter. */
export type CompressionQuestion =
  | { readonly about: 'offers' }
  | { readonly about: 'passes'; readonly passes: readonly string[] }
  /** What a model is to be asked, and what that run would cost; undefined: its prices can't be known. */
  | { readonly about: 'prompt'; readonly model: string | undefined }
  /** What that model answered. */
  | { readonly about: 'proposal'; readonly answer: string };

export type CompressionAnswer =
  | { readonly offers: readonly PassOffer[] }
  | { readonly compressed: Compressed }
  | { readonly prompt: CompressionPrompt; readonly price: RunPrice }
  | Refusal;

/** Of one run of a model that compresses. */
export interface RunPrice {
  readonly inputTokens: Estimate;
  /** At most. */
  readonly outputTokens: Estimate;
  /** US dollars. */
  readonly usd: Money;
}
