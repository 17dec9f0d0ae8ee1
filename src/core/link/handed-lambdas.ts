import type { CallPlace, CodeSummary, Scope } from '../source/summary';
import type { Value, ValueOf } from '../source/values';
import { bindParams, evaluateArgs } from './arguments';
import { choose } from './choose';
import { type Context, type Evaluation, scopeOf } from './evaluation';
import { passedFor } from './frames';
import { contextOfCall } from './invoke';
import { isMadeByPackage } from './made-by-package';
import { objectFor } from './receivers';

/** Calls of what a function is handed that are looked at. */
const MOST_CALLS = 4;

/**
 * What a parameter of a function without a name is that a function of the project is handed and calls itself:
 * `with_models(lambda model: ask(model))`, `retried(options, more => create({ model, ...more }))`.
 */
export function passedToLambda(
  evaluation: Evaluation,
  summary: CodeSummary,
  scope: Scope,
  { name, at }: ValueOf<'name'>,
  context: Context,
): Value | undefined {
  if (scope.name !== '' || scope.kind !== 'function') return undefined;
  const [place, ...others] = evaluation.lookup.callsTaking(summary, scope.id);
  if (place === undefined || others.length > 0) return undefined;
  const passed = evaluation.once(`passed to ${summary.uri}#${scope.id}`, () => argumentsOf(evaluation, summary, scope, place, context));
  const values = passed?.flatMap(each => each.get(name) ?? []) ?? [];
  // What its type says may be more than what nobody can say of what is passed.
  return values.length > 0 && values.every(value => isKnown(evaluation, value)) ? choose(at, values) : undefined;
}

function isKnown(evaluation: Evaluation, value: Value): boolean {
  if (value.kind === 'choice') return value.options.every(option => isKnown(evaluation, option));
  return value.kind === 'call' ? isMadeByPackage(evaluation, value) : !OPEN.has(value.kind);
}

const OPEN: ReadonlySet<Value['kind']> = new Set(['hole', 'member', 'index', 'element', 'name']);

/** What each call of the lambda binds its parameters to. */
function argumentsOf(
  evaluation: Evaluation,
  summary: CodeSummary,
  scope: Scope,
  { call }: CallPlace,
  context: Context,
): readonly ReadonlyMap<string, Value>[] {
  const taker = evaluation.evaluate(call.callee, context);
  const owner = taker.kind === 'function' ? evaluation.codeOf(taker.at.uri) : undefined;
  const taking = taker.kind === 'function' ? scopeOf(evaluation, taker.at.uri, taker.scope) : undefined;
  if (taker.kind !== 'function' || owner === undefined || taking === undefined) return [];
  const object = call.callee.kind === 'member' ? evaluation.evaluate(call.callee.object, context) : undefined;
  const args = () => evaluateArgs(evaluation, call.args, context);
  const inside = contextOfCall(evaluation, taker, args, objectFor(evaluation, taker, object), context, undefined, call);
  if (inside === undefined) return [];
  const isLambda = (value: Value | undefined) => value?.kind === 'function' && value.scope === scope.id && value.at.uri === summary.uri;
  const calls = taking.params
    .filter(param => isLambda(passedFor(evaluation, inside, owner.uri, taking.id, param.name)))
    .flatMap(param => evaluation.lookup.callsRunBy(owner, taking.id).filter(({ call: { callee } }) => isNamed(callee, param.name)));
  if (calls.length > MOST_CALLS) return [];
  return calls.map(inner => bindParams(evaluation, scope.params, evaluateArgs(evaluation, inner.call.args, inside), context));
}

function isNamed(callee: Value, name: string): boolean {
  return callee.kind === 'name' && callee.name === name;
}
