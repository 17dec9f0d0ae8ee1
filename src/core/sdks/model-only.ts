import type { Value } from '../source/values';
import type { SdkObject } from './sdk-call';

/** An object of which nothing is known but what stands for its model. */
export function onlyOfModel(object: SdkObject, model: Value): SdkObject {
  const layers = [{ args: [{ name: 'model', value: model, at: model.at }], positional: [] }];
  return { ...object, provider: undefined, layers, unseen: true };
}
