import type { ModelFacts } from '../prices/model';

/** A model without what it can do, which is not needed for what it costs, and is much. */
export function withoutAbilities({ capabilities: _, lifecycle: __, parameters: ___, ...facts }: ModelFacts): ModelFacts {
  return facts;
}
