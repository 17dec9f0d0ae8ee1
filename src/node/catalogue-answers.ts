import type { Catalogue, ModelFacts } from '../core/prices/model';
import type { ModelChoice } from '../protocol/worker';

/** Every model of the catalogue, for choosing one. */
export function modelChoices(catalogue: Catalogue | undefined, today: Date): readonly ModelChoice[] {
  return (catalogue?.models(today) ?? []).map(({ id, provider, price }) => {
    return { id, provider, ...(price === undefined ? {} : { inputUsd: price.inputUsd, outputUsd: price.outputUsd }) };
  });
}

/** Of those that are known. */
export function modelFacts(ids: readonly string[], catalogue: Catalogue | undefined, today: Date): readonly ModelFacts[] {
  return ids.flatMap(id => catalogue?.find(undefined, id, today) ?? []);
}
