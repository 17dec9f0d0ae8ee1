import type { Catalogue, ModelFacts } from './model';

/** A workspace rarely needs more. */
const MOST_ANSWERS = 2000;

/** The same catalogue, which looks each id up once for each moment: rules ask for the same models again and again, for today and for other days. */
export function rememberModels(catalogue: Catalogue): Catalogue {
  let known = new Map<string, ModelFacts | undefined>();
  return {
    ...catalogue,
    find(provider, modelId, at) {
      if (known.size > MOST_ANSWERS) known = new Map();
      const key = `${at.getTime()} ${provider ?? ''} ${modelId}`;
      if (known.has(key)) return known.get(key);
      const facts = catalogue.find(provider, modelId, at);
      known.set(key, facts);
      return facts;
    },
  };
}
