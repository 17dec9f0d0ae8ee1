import type { Call, Value, ValueOf } from '../source/values';
import type { Evaluation } from './evaluation';

/** A method as it would be written for one of the objects that it may be called on: the same value again, so that its answers are found. */
export function calleeOn({ lookup }: Evaluation, callee: ValueOf<'member'>, object: Value): ValueOf<'member'> {
  return lookup.same.of([object, callee], 'callee on', () => ({ ...callee, object }));
}

/** The call of such a method. */
export function callOn(evaluation: Evaluation, call: Call, callee: Value): Call {
  return evaluation.lookup.same.of([callee, call], 'call on', () => ({ ...call, callee }));
}
