import type { Value, ValueOf } from '../source/values';
import { calleeOn } from './callee-on';
import { type Context, type Evaluation, scopeOf } from './evaluation';
import { objectOf } from './implementations';
import { classesBelow } from './implementing';
import { lastNameOf } from './labels';

/** A method that a call may run, and the object it runs on. */
export interface MethodOn {
  readonly method: ValueOf<'function'>;
  readonly object: Value | undefined;
}

/**
 * What a method that an object calls on itself (`self.customize(params)`) may be, where of the object no more is known than a class:
 * the class's own, and those of classes below that replace it. One that is abstract is always one of theirs.
 */
export function methodsThatMayRun(
  evaluation: Evaluation,
  callee: Value,
  object: Value | undefined,
  own: Value,
  context: Context,
): readonly MethodOn[] {
  const method = own.kind === 'function' ? [{ method: own, object }] : [];
  if (callee.kind !== 'member' || callee.object.kind !== 'self' || object?.kind !== 'self') return method;
  const summary = evaluation.codeOf(object.at.uri);
  const type = summary?.scopes[object.scope];
  // In Go nothing stands below a type.
  if (summary === undefined || type === undefined || summary.language === 'go') return method;
  const { types, all } = classesBelow(evaluation, summary, type);
  const below = types.flatMap((each): readonly MethodOn[] => {
    const on = objectOf(evaluation, each);
    const found = evaluation.evaluate(calleeOn(evaluation, callee, on), context);
    const isOwn = own.kind === 'function' && found.kind === 'function' && found.at.uri === own.at.uri && found.scope === own.scope;
    return found.kind === 'function' && !isOwn ? [{ method: found, object: on }] : [];
  });
  const isReplaced = all && below.length > 0 && below.length === types.length && isAbstract(evaluation, own);
  return isReplaced ? below : [...method, ...below];
}

function isAbstract(evaluation: Evaluation, method: Value): boolean {
  if (method.kind !== 'function') return true;
  return scopeOf(evaluation, method.at.uri, method.scope)?.decorators.some(mark => lastNameOf(mark) === 'abstractmethod') === true;
}
