import { madeText } from '../source/made-values';
import type { Effect } from '../source/summary';
import type { Call, Value, ValueOf } from '../source/values';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { lastNameOf } from './labels';

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

/**
 * What `auto()` gives (Python): a member of a `StrEnum` its name in small letters, one of another enumeration the number after the one
 * before. Undefined where that isn't counted up like this, as in a `Flag`.
 */
export function autoMember(evaluation: Evaluation, { at }: Call): Value | undefined {
  return evaluation.once(`auto() at ${at.uri}:${at.start}`, () => {
    const isHere = (effect: Effect) => effect.kind === 'assign' && effect.value.at.start === at.start;
    const scope = evaluation.codeOf(at.uri)?.scopes.find(({ kind, effects }) => kind === 'class' && effects.some(isHere));
    const bases = (scope?.bases ?? []).map(base => lastNameOf(base));
    if (scope === undefined || !bases.some(base => /^(?:Str|Int)?Enum$/.test(base))) return undefined;
    let next = 1;
    for (const effect of scope.effects) {
      if (effect.kind !== 'assign' || effect.target.root === 'self') continue;
      if (isHere(effect)) {
        if (!bases.includes('StrEnum')) return { kind: 'scalar', at, value: next };
        return madeText(effect.target.root.name.toLowerCase(), at);
      }
      const { value } = effect;
      if (value.kind === 'scalar' && typeof value.value === 'number') next = value.value + 1;
      else if (value.kind === 'call' && lastNameOf(value.callee) === 'auto') next++;
      else if (value.kind !== 'function' && !bases.includes('StrEnum')) return undefined;
    }
    return undefined;
  });
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
