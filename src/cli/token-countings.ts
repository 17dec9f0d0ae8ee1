import { createCatalogue } from '../core/prices/catalogue';
import type { Catalogue, EncodingName, TokenCounting } from '../core/prices/model';

const ENCODINGS: readonly EncodingName[] = ['o200k_base', 'cl100k_base'];

interface Asked {
  readonly model?: string | undefined;
  readonly encoding?: string | undefined;
}

/** Why there is no way to count. */
export interface Uncountable {
  readonly why: string;
  /** It was asked as it should be, and nobody knows. */
  readonly isUnknown: boolean;
}

/**
 * How to count for a model or an encoding, or why that can't be told. Looks each model up once. `dashes`: before the names of the two,
 * as those who ask write them.
 */
export function createCountings(dashes: '--' | ''): (asked: Asked) => TokenCounting | Uncountable {
  const byModel = new Map<string, TokenCounting | Uncountable>();
  let catalogue: Catalogue | undefined;
  const wrongly = (why: string): Uncountable => ({ why, isUnknown: false });

  const countingOfModel = (model: string): TokenCounting | Uncountable => {
    catalogue ??= createCatalogue();
    const facts = catalogue.find(undefined, model, new Date());
    if (facts?.counting !== undefined) return facts.counting;
    const nearest = facts === undefined ? catalogue.nearest(model) : [];
    const unknown = `unknown model ${model}${nearest.length === 0 ? '' : `; did you mean ${nearest.join(' or ')}?`}`;
    const why = facts === undefined ? unknown : `nothing is known of how ${model} counts tokens; give ${dashes}encoding`;
    return { why, isUnknown: true };
  };

  return ({ model, encoding }) => {
    if (model !== undefined && encoding !== undefined) return wrongly(`give ${dashes}model or ${dashes}encoding, not both`);
    if (model?.trim() === '') return wrongly(`${dashes}model is empty`);
    if (model !== undefined) {
      const known = byModel.get(model) ?? countingOfModel(model);
      byModel.set(model, known);
      return known;
    }
    const known = ENCODINGS.find(name => name === encoding);
    if (known !== undefined) return { encoding: known, factorLow: 1, factor: 1, factorHigh: 1, why: '' };
    const choices = ENCODINGS.join(' or ');
    return wrongly(encoding === undefined ? `give ${dashes}model, or ${dashes}encoding: ${choices}` : `encoding: must be ${choices}`);
  };
}
