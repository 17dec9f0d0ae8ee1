import type { Call, Value, ValueOf } from '../source/values';
import { type Evaluation, scopeOf } from './evaluation';

/**
 * `super().__new__(cls)` in a class makes its object. Elsewhere (`Shop.__new__(Shop)`) it goes around the constructor, as tests do that
 * set doubles on what they get: it has no client that a constructor makes, and nothing is known of it.
 */
export function bareObject(evaluation: Evaluation, made: ValueOf<'class'>, call: Call): Value {
  const { uri, start, end } = scopeOf(evaluation, made.at.uri, made.scope)?.at ?? made.at;
  const isInside = uri === call.at.uri && start <= call.at.start && call.at.end <= end;
  return made.receiver || isInside ? { kind: 'instance', at: made.at, scope: made.scope, args: [] } : call;
}
