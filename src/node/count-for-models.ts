import { costOf } from '../core/prices/cost';
import { UNKNOWN_TOKENIZER } from '../core/prices/family-counting';
import type { Catalogue, TokenCounting } from '../core/prices/model';
import { countText } from '../core/tokens/count-text';
import type { Counters } from '../core/tokens/counter';
import type { ModelCount } from '../protocol/worker';

/** Names of encodings stand for themselves: their count is exact, and has no price. */
const ENCODINGS: Readonly<Record<string, TokenCounting>> = {
  o200k_base: { encoding: 'o200k_base', factorLow: 1, factor: 1, factorHigh: 1, why: '' },
  cl100k_base: { encoding: 'cl100k_base', factorLow: 1, factor: 1, factorHigh: 1, why: '' },
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
    const encoding = Object.hasOwn(ENCODINGS, model) ? ENCODINGS[model] : undefined;
    if (encoding !== undefined) {
      return { model, tokens: countText(text, encoding, counters), inputUsd: { basis: 'unknown', why: 'no reference model is chosen' } };
    }
    const facts = catalogue.find(undefined, model, now);
    const tokens = countText(text, facts?.counting ?? UNKNOWN_TOKENIZER, counters);
    const { inputUsd } = costOf(facts, { inputTokens: tokens });
    return { model, tokens, inputUsd };
  });
}
