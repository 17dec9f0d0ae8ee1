import { createCatalogue } from '../core/prices/catalogue';
import type { Catalogue, EncodingName, TokenCounting } from '../core/prices/model';

const ENCODINGS: readonly EncodingName[] = ['o200k_base', 'cl100k_base'];

interface Asked {
  readonly model?: string | undefined;
  readonly encoding?: string | undefined;
}

/** How to count for a model or an encoding; a string says why that can't be known. Looks each model up once. */
export function createCountings(): (asked: Asked) => TokenCounting | string {
  const byModel = new Map<string, TokenCounting | string>();
  let catalogue: Catalogue | undefined;

  const countingOfModel = (model: string): TokenCounting | string => {
    catalogue ??= createCatalogue();
    const facts = catalogue.find(undefined, model, new Date());
    if (facts === undefined) {
      const nearest = catalogue.nearest(model);
      return `unknown model ${model}${nearest.length === 0 ? '' : `; did you mean ${nearest.join(' or ')}?`}`;
    }
    return facts.counting ?? `nothing is known of how ${model} counts tokens; give --encoding`;
  };

  return ({ model, encoding }) => {
    if (model !== undefined && encoding !== undefined) return 'give --model or --encoding, not both';
    if (model !== undefined) {
      const known = byModel.get(model) ?? countingOfModel(model);
      byModel.set(model, known);
      return known;
    }
    const known = ENCODINGS.find(name => name === encoding);
    if (known === undefined) return `give --model, or --encoding with one of ${ENCODINGS.join(', ')}`;
    return { encoding: known, factorLow: 1, factor: 1, factorHigh: 1, why: '' };
  };
}
