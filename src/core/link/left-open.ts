import type { Argument, Call, Value, ValueOf } from '../source/values';
import { type Context, choose, type Evaluation } from './evaluation';
import { implementedCalls } from './implementations';
import { invoke } from './invoke';

/** What a call of a function of the project gives; of a method that a class leaves to those below it, what theirs give. */
export function resultOf(
  evaluation: Evaluation,
  fn: ValueOf<'function'>,
  args: readonly Argument[],
  self: Value | undefined,
  call: Call,
  context: Context,
): Value | undefined {
  return (
    invoke(evaluation, fn, args, self, call.at, context) ??
    (isLeftOpen(evaluation, fn) ? ofClassesBelow(evaluation, call, context) : undefined)
  );
}

/**
 * What the method of any class gives that implements one which is left open (`self.make_client()`); where there may be more of them,
 * only if it is an object.
 */
export function ofClassesBelow(evaluation: Evaluation, call: Call, context: Context): Value | undefined {
  if (call.callee.kind !== 'member') return undefined;
  const { calls, all } = implementedCalls(evaluation, call, context);
  if (calls.length === 0) return undefined;
  const results = evaluation.once(`left open ${call.at.uri}:${call.at.start}-${call.at.end}`, () =>
    calls.map(each => evaluation.evaluate(each, context)),
  );
  const isKnown = (result: Value) => result.kind === 'instance' || (all && result.kind !== 'member');
  return results?.every(isKnown) ? choose(call.at, results) : undefined;
}

function isLeftOpen(evaluation: Evaluation, { at, scope: id }: ValueOf<'function'>): boolean {
  const scopes = evaluation.codeOf(at.uri)?.scopes;
  const scope = scopes?.[id];
  const owner = scope?.parent === undefined ? undefined : scopes?.[scope.parent];
  return scope !== undefined && owner?.requires?.includes(scope.name) === true;
}
