import type { Value, ValueOf } from '../source/values';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';

/** The values of an enumeration's members (Python); undefined for any other class. */
export function enumMembers(evaluation: Evaluation, type: ValueOf<'class'>): readonly Value[] | undefined {
  const scope = scopeOf(evaluation, type.at.uri, type.scope);
  const isEnum = scope?.bases.some(base => {
    const value = evaluation.evaluate(base, NO_CONTEXT);
    return value.kind === 'external' && (value.module === 'enum' || /^(?:Str|Int)?Enum$/.test(value.path[value.path.length - 1] ?? ''));
  });
  if (scope === undefined || !isEnum) return undefined;
  const members = scope.effects.flatMap(effect =>
    effect.kind === 'assign' && effect.declares && effect.value.kind !== 'function' && effect.value.kind !== 'class' ? [effect.value] : [],
  );
  return members.length === 0 ? undefined : members.map(member => evaluation.evaluate(member, NO_CONTEXT));
}

/** The objects that an enum's constants are (Java); undefined for any other class. */
export function enumConstants(evaluation: Evaluation, type: ValueOf<'class'>): readonly Value[] | undefined {
  const scope = scopeOf(evaluation, type.at.uri, type.scope);
  const { data } = scope ?? {};
  if (scope === undefined || data?.kind !== 'values') return undefined;
  return scope.effects.flatMap(effect => {
    const isConstant = effect.kind === 'assign' && effect.target.root !== 'self' && data.values.includes(effect.target.root.name);
    return isConstant ? [evaluation.evaluate(effect.value, NO_CONTEXT)] : [];
  });
}
