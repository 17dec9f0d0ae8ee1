import type { Value } from '../source/values';

export function isText({ kind }: Value): boolean {
  return kind === 'text' || kind === 'template' || kind === 'operation';
}

/** What nobody says to be text: the name of a model is set where the program is started or deployed, its object isn't. */
export function mayBeObject(model: Value): boolean {
  if (model.kind === 'choice') return model.options.some(mayBeObject);
  if (model.kind === 'hole') return model.volatility !== 'deploy' || !model.proven;
  if (model.kind === 'param' && model.fallback !== undefined) return mayBeObject(model.fallback);
  if (model.kind === 'param' && model.type?.kind === 'external' && model.type.path.join('.') === 'str') return false;
  return !isText(model);
}
