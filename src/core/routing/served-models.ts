import { capableIds } from '../prices/capabilities/capabilities-of';
import type { Catalogue, ModelFacts } from '../prices/model';

/** The models of a seller that are in service and of which it is known what they can do. */
export type ServedModels = (seller: string) => readonly ModelFacts[];

/** Each seller's models are looked up once, for one day. */
export function servedModelsOn(catalogue: Catalogue, today: Date): ServedModels {
  const bySeller = new Map<string, readonly ModelFacts[]>();
  return seller => {
    const known = bySeller.get(seller);
    if (known !== undefined) return known;
    const found = capableIds(seller).flatMap(id => catalogue.find(seller, id, today) ?? []);
    const models = [...new Map(found.filter(({ lifecycle }) => lifecycle?.state === 'current').map(model => [model.id, model])).values()];
    bySeller.set(seller, models);
    return models;
  };
}

/** No part of a request costs more, and some part less. */
export function costsLess({ price: one }: ModelFacts, { price: other }: ModelFacts): boolean {
  if (one === undefined || other === undefined) return false;
  return (
    one.inputUsd <= other.inputUsd && one.outputUsd <= other.outputUsd && one.inputUsd + one.outputUsd < other.inputUsd + other.outputUsd
  );
}

/** Orders models by what a million tokens of input and of output cost together; those without a price come last. */
export function byPrice(one: ModelFacts, other: ModelFacts): number {
  return priceOf(one) - priceOf(other);
}

function priceOf({ price }: ModelFacts): number {
  return price === undefined ? Number.POSITIVE_INFINITY : price.inputUsd + price.outputUsd;
}
