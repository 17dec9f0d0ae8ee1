import type { Span } from '../source/span';
import type { Scope } from '../source/summary';
import type { Argument, Value, ValueOf } from '../source/values';
import { choose, type Context, type Evaluation, frameFor, type Frame, isNull, scopeOf } from './evaluation';
import { bindParams, ownParams } from './objects';

const DEEPEST_CALL = 12;

/** The frame in which a function's body is evaluated for one call. `args` are already evaluated. */
export function frameOfCall(evaluation: Evaluation, fn: ValueOf<'function'>, args: readonly Argument[], self: Value | undefined, context: Context): Frame | undefined {
  const scope = scopeOf(evaluation, fn.at.uri, fn.scope);
  if (scope === undefined || context.length >= DEEPEST_CALL || frameFor(context, fn.at.uri, fn.scope) !== undefined) return undefined;
  const params = bindParams(evaluation, ownParams(scope.params, scope.name, takesSelf(evaluation, fn, scope)), args, context);
  return { uri: fn.at.uri, scope: fn.scope, params, ...(self === undefined ? {} : { self }) };
}

/** What a function of the project returns for these arguments; undefined when it returns nothing that can be said. */
export function invoke(evaluation: Evaluation, fn: ValueOf<'function'>, args: readonly Argument[], self: Value | undefined, at: Span, context: Context): Value | undefined {
  const scope = scopeOf(evaluation, fn.at.uri, fn.scope);
  const frame = frameOfCall(evaluation, fn, args, self, context);
  if (scope === undefined || frame === undefined) return undefined;
  const returns = scope.effects.flatMap(effect => (effect.kind === 'return' ? [effect.value] : []));
  if (returns.length === 0 || returns.length > 12) return undefined;
  const values = evaluation.once(`${at.uri}:${at.start}()`, () => returns.map(value => evaluation.evaluate(value, [...context, frame])));
  if (values === undefined) return undefined;
  const real = values.filter(value => !isNull(value));
  return choose(at, real.length === 0 ? values : real);
}

/** Python's methods name the object as their first parameter, TypeScript's don't. */
function takesSelf(evaluation: Evaluation, fn: ValueOf<'function'>, scope: Scope): boolean {
  if (evaluation.codeOf(fn.at.uri)?.language !== 'python' || scope.parent === undefined) return false;
  const isStatic = scope.decorators.some(decorator => decorator.kind === 'name' && decorator.name === 'staticmethod');
  return !isStatic && scopeOf(evaluation, fn.at.uri, scope.parent)?.kind === 'class';
}
