import type { Value } from '../source/values';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { lastNameOf } from './labels';

/** What the methods of an object of the project give that are decorated by this name: `@agent def writer(self)`. */
export function givenByMarked(evaluation: Evaluation, object: Value, mark: string): readonly Value[] {
  if (object.kind !== 'instance' && object.kind !== 'self') return [];
  const { scope: type } = object;
  const { uri } = object.at;
  const { effects = [] } = scopeOf(evaluation, uri, type) ?? {};
  return effects.flatMap(effect => {
    if (effect.kind !== 'assign' || effect.value.kind !== 'function') return [];
    const method = scopeOf(evaluation, uri, effect.value.scope);
    if (!method?.decorators.some(decorator => lastNameOf(decorator) === mark)) return [];
    const { at } = method;
    const callee: Value = { kind: 'member', at, object, key: method.name };
    return [evaluation.evaluate({ kind: 'call', at, callee, args: [], argsAt: at }, NO_CONTEXT)];
  });
}
