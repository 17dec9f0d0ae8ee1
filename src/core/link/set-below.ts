import type { Value, ValueOf } from '../source/values';
import { choose } from './choose';
import type { Evaluation } from './evaluation';
import { type ClassUse, fieldOf } from './fields';
import { classesBelow } from './implementing';
import { isMadeByPackage } from './made-by-package';
import { isAnything } from './stated-type';

/** Fields that hold what models are asked by: of all others it isn't worth looking through the code around. */
const NAMED_LIKE_CLIENT = /client|llm|openai|anthropic|api$/i;

/**
 * What classes below one make with a package for a field that it makes use of and sets to nothing itself (Python): `self.client.create(…)`
 * in a class whose own `client: Any` is for others to set. `own`: what the class says of it.
 */
export function setBelow(evaluation: Evaluation, object: Value, use: ClassUse, key: string, own: Value | undefined): Value | undefined {
  const isUnset = own === undefined || (own.kind === 'param' && own.type !== undefined && isAnything(own.type));
  if (!isUnset || object.kind !== 'self' || !NAMED_LIKE_CLIENT.test(key)) return own;
  const summary = evaluation.codeOf(use.uri);
  const type = summary?.scopes[use.scope];
  if (summary?.language !== 'python' || type === undefined) return own;
  const below = evaluation.once(`${use.uri}#${use.scope}.${key} below`, () =>
    classesBelow(evaluation, summary, type).types.flatMap(each => clientOf(evaluation, each, use, key) ?? []),
  );
  return below === undefined || below.length === 0 ? own : choose(use.at, below);
}

function clientOf(evaluation: Evaluation, { at, scope }: ValueOf<'class'>, use: ClassUse, key: string): Value | undefined {
  const value = fieldOf(evaluation, { ...use, uri: at.uri, scope }, key);
  const options = value?.kind === 'choice' ? value.options : [value];
  return options.some(option => option !== undefined && isMadeByPackage(evaluation, option)) ? value : undefined;
}
