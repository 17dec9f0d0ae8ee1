import type { CallShape } from '../sdks/sdk';
import type { Provider, Resolved } from './call-site';
import { namesTwoMakers, providerOfModel, sells } from './model-owners';
import { oneOfNames } from './one-of-names';

/**
 * Candidates without those that this provider doesn't serve, or nobody: a variable that each branch sets to another provider's model
 * holds the one of its own where that provider is asked.
 */
export function withoutOthers(
  model: Resolved<string>,
  { value: provider }: Resolved<Provider>,
  form: CallShape['modelForm'],
): Resolved<string> {
  const { candidates, why } = model;
  if (candidates.length < 2) return model;
  const served = candidates.filter(id => {
    const owner = providerOfModel(id, form);
    return !namesTwoMakers(id) && (owner === undefined || provider === undefined || sells(provider, owner));
  });
  const [only] = served;
  if (only === undefined || served.length === candidates.length) return model;
  const all = oneOfNames(candidates);
  if (served.length > 1) return { ...model, candidates: served, why: why.replace(all, oneOfNames(served)) };
  return { ...model, value: only, candidates: served, why: why.replace(all, '').replace(/^, /, '') };
}
