import type { Effect } from '../source/summary';
import { PLACEHOLDER, type Value, type ValueOf } from '../source/values';
import { isUnset } from './changes';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { lastNameOf } from './labels';
import { lineageOf } from './lineage';

/**
 * Whether nobody makes an object of a data class (Python) without arguments, because one of its fields has no default. Whoever passes
 * arguments may have passed any of them, so that defaults of other fields say nothing of an object whose making is out of sight.
 */
export function hasRequiredField(evaluation: Evaluation, { at, scope }: ValueOf<'class'>): boolean {
  if (evaluation.codeOf(at.uri)?.language !== 'python') return false;
  const { classes, others } = lineageOf(evaluation, at.uri, scope, NO_CONTEXT);
  const isDataClass = others.length > 0 || classes.some(each => each.scope.decorators.length > 0);
  // Settings are read from the environment.
  const isRead = others.some(base => base.kind === 'external' && base.path[base.path.length - 1] === 'BaseSettings');
  return isDataClass && !isRead && classes.some(each => each.scope.effects.some(isRequired));
}

function isRequired(effect: Effect): boolean {
  if (effect.kind !== 'assign' || effect.type === undefined || effect.target.root === 'self') return false;
  return isUnset(effect.value) || isPlaceholder(effect.value);
}

/** `...`, or pydantic's `Field(...)`. */
function isPlaceholder(value: Value): boolean {
  if (value.kind === 'hole') return value.reason === PLACEHOLDER;
  const [first] = value.kind === 'call' && lastNameOf(value.callee) === 'Field' ? value.args : [];
  return first !== undefined && first.name === undefined && isPlaceholder(first.value);
}
