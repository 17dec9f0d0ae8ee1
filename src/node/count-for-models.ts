import { costOf } from '../core/prices/cost';
import type { Catalogue, TokenCounting } from '../core/prices/model';
import { countText } from '../core/tokens/count-text';
import type { Counters } from '../core/tokens/counter';
import type { ModelCount } from '../protocol/worker';

/** For models whose tokenizer nobody knows: as wide as the tokenizers in use differ. */
const UNKNOWN_TOKENIZER: TokenCounting = {
  encoding: 'o200k_base',
  factorLow: 0.67,
  factor: 1,
  factorHigh: 1.5,
  why: 'the tokenizer is unknown: o200k ×0.67–1.5, a wide band',
};

/** Tokens and input price of one stretch of text for each model. Ids that are in no catalogue get tokens in a wide band, and no price. */
export function countForModels(
  text: string,
  models: readonly string[],
  catalogue: Catalogue,
  counters: Counters,
  now: Date,
): readonly ModelCount[] {
  return models.map(model => {
    const facts = catalogue.find(undefined, model, now);
    const tokens = countText(text, facts?.counting ?? UNKNOWN_TOKENIZER, counters);
    const { inputUsd } = costOf(facts, { inputTokens: tokens });
    return { model, tokens, inputUsd };
  });
}
