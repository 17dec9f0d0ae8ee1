import type { Value } from '../source/values';
import type { ArgumentLayer, SdkObject } from './sdk-call';

/** An object of which nothing is known but what stands for its model. */
export function onlyOfModel(object: SdkObject, model: Value): SdkObject {
  const layers = [{ args: [{ name: 'model', value: model, at: model.at }], positional: [] }];
  return { ...object, provider: undefined, layers, unseen: true };
}

/** Whether a layer says nothing else: what it was made with is not in sight. */
export function isOnlyOfModel({ args: [only, ...others] }: ArgumentLayer): boolean {
  return only !== undefined && others.length === 0 && only.name === 'model';
}
