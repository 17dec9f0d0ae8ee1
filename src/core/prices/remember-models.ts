import type { Catalogue, ModelFacts } from './model';

/** Ids that are remembered; a workspace rarely names more. */
const MOST_IDS = 2000;

/** The same catalogue, which looks each id up once for a moment: rules ask for the same models again and again. */
export function rememberModels(catalogue: Catalogue): Catalogue {
  let moment = Number.NaN;
  let known = new Map<string, ModelFacts | undefined>();
  return {
    ...catalogue,
    find(provider, modelId, at) {
      if (at.getTime() !== moment || known.size > MOST_IDS) {
        moment = at.getTime();
        known = new Map();
      }
      const key = `${provider ?? ''} ${modelId}`;
      if (known.has(key)) return known.get(key);
      const facts = catalogue.find(provider, modelId, at);
      known.set(key, facts);
      return facts;
    },
  };
}
