import type { CallPlace, CodeSummary, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { evaluateArgs } from './arguments';
import { callsThat, type Evaluation } from './evaluation';
import type { ClassUse } from './fields';
import { frameFor } from './frames';
import { contextOfCall, contextOutOf } from './invoke';

/** How methods are called that an object's constructor alone is meant to call. */
const SETS_UP = /^[_#](?!_)|^(?:set_?up|init|load|configure|create|build|prepare)/i;

/**
 * An object's field as its methods leave it: what they were passed is not known, but of a method that a constructor calls to set up the
 * object, and nobody else in the file (`self._setup(model)`): that is what the constructor passes.
 */
export function afterMethods(
  evaluation: Evaluation,
  value: Value,
  {
    constructors,
    others,
    setting,
  }: { readonly constructors: readonly Scope[]; readonly others: readonly Scope[]; readonly setting: readonly Scope[] },
  { uri, context }: ClassUse,
): Value {
  const outside = contextOutOf(evaluation, uri, new Set(others.map(({ id }) => id)), context);
  const summary = evaluation.codeOf(uri);
  const inside = setting.reduce((around, method) => {
    const place = summary && setUpBy(evaluation, summary, method);
    const maker = constructors.find(({ id }) => id === place?.scope);
    if (place === undefined || maker === undefined || method.parent === undefined) return around;
    const made = frameFor(evaluation, outside, uri, maker.id)?.self;
    const self: Value = made ?? { kind: 'self', at: evaluation.codeOf(uri)?.scopes[method.parent]?.at ?? method.at, scope: method.parent };
    const args = () => evaluateArgs(evaluation, place.call.args, outside);
    return contextOfCall(evaluation, { kind: 'function', at: method.at, scope: method.id }, args, self, around) ?? around;
  }, outside);
  return inside === context ? value : evaluation.evaluate(value, inside);
}

/** The only call of such a method in its file. */
function setUpBy(evaluation: Evaluation, summary: CodeSummary, { id, name, params }: Scope): CallPlace | undefined {
  if (params.length === 0 || !SETS_UP.test(name)) return undefined;
  return evaluation.records.shared(summary, `set up by ${id}`, () => {
    const isCalled = ({ call: { callee } }: CallPlace) => callee.kind === 'member' && callee.key === name;
    const [only, ...others] = callsThat(evaluation, summary, `calls of methods named ${name}`, isCalled);
    const isOwn = only?.call.callee.kind === 'member' && only.call.callee.object.kind === 'self';
    return isOwn && others.length === 0 ? only : undefined;
  });
}
