import type { CallShape } from '../sdks/sdk';
import type { Provider, Resolved } from './call-site';
import { providerOfModel, sells } from './model-owners';

/**
 * Candidates without those that this provider doesn't serve: a variable that each branch sets to another provider's model holds the
 * one of its own where that provider is asked.
 */
export function withoutOthers(
  model: Resolved<string>,
  { value: provider }: Resolved<Provider>,
  form: CallShape['modelForm'],
): Resolved<string> {
  const { candidates, why } = model;
  if (provider === undefined || candidates.length < 2) return model;
  const served = candidates.filter(id => {
    const owner = providerOfModel(id, form);
    return owner === undefined || sells(provider, owner);
  });
  const [only] = served;
  if (only === undefined || served.length === candidates.length) return model;
  const list = candidates.join(', ');
  if (served.length > 1) return { ...model, candidates: served, why: why.replace(list, served.join(', ')) };
  return { ...model, value: only, candidates: served, why: why.replace(`one of ${list}`, '').replace(/^, /, '') };
}
