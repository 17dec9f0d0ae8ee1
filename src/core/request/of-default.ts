import { ASKED_FOR, isAskedBeside, isDefaultElsewhere } from './defaults-elsewhere';
import { providerOfModel, sells, sellsUnderItsName } from './model-owners';
import type { SiteContent } from './read-site';

/**
 * Of requests by several objects those that have the model's default: `model.startsWith('claude') ? anthropic(model) : openai(model)`,
 * `PROVIDERS[settings.provider](settings.model)`. What sets the object and what sets the model go together.
 */
export function ofDefault(all: readonly SiteContent[]): readonly SiteContent[] {
  const stated = all.find(({ model }) => isByDefault(model));
  const value = stated?.model.value;
  if (value === undefined) return all;
  const isOthers = ({ model }: SiteContent) =>
    (model.value === undefined && isDefaultElsewhere(model.why, value)) || isAskedBeside(model, value);
  if (!all.every(each => each.model.value === value || isOthers(each))) return all;
  const owner = providerOfModel(value, undefined);
  const left = all.filter(each => !isOthers(each));
  if (owner === undefined) return left;
  const own = left.filter(({ provider }) => provider.value === undefined || sells(provider.value, owner));
  // Beside the owner's own, one that may serve anybody's goes by longer names, and whose it is may only be set where the program is deployed.
  const isOwners = own.some(({ provider }) => provider.value === owner) && !value.includes('/');
  const known = isOwners ? own.filter(({ provider }) => provider.value !== undefined && sellsUnderItsName(provider.value, owner)) : own;
  return [known, left].find(each => each.length > 0) ?? all;
}

function isByDefault({ value, provenance, why }: SiteContent['model']): boolean {
  return value !== undefined && (provenance === 'default' || provenance === 'environment') && !why.endsWith(ASKED_FOR);
}
