import type { CodeSummary, Scope } from '../source/summary';
import type { Call, ValueOf } from '../source/values';
import type { Evaluation } from './evaluation';
import { isLikeModel } from './model-names';
import { isNamedLikeData } from './plain-methods';

/**
 * A method's call on a parameter of which nothing is said and that nobody is seen to pass, but that goes by the name of the only class
 * around which has such a method (Python): `main_model.send_completion(…)` where there is a `class Model` with it.
 */
export function callOnNamesake(evaluation: Evaluation, call: Call, param: ValueOf<'param'>): Call | undefined {
  const { callee } = call;
  const { name, type, fallback, outside, at } = param;
  const parts = name.split('.');
  const [holder = '', method = ''] = parts.slice(-2);
  const isOpen = type === undefined && fallback === undefined && outside === undefined && parts.length > 1;
  if (callee.kind !== 'member' || callee.key !== method || !isOpen || isNamedLikeData(callee) || !isLikeModel(holder)) return undefined;
  const summary = evaluation.codeOf(at.uri);
  const near = summary && evaluation.mayPass(summary);
  if (near === undefined || !near.all) return undefined;
  const [only, ...others] = near.files.flatMap(file => classesWith(evaluation, file, holder, method));
  if (only === undefined || others.length > 0) return undefined;
  return { ...call, callee: { ...callee, object: { ...param, name: parts.slice(0, -1).join('.'), type: only } } };
}

function classesWith(evaluation: Evaluation, file: CodeSummary, holder: string, method: string): readonly ValueOf<'class'>[] {
  const find = ({ scopes }: CodeSummary) => scopes.filter(scope => scope.kind === 'class' && isCalledAs(scope, holder));
  evaluation.edited.lookFor(file, `classes called as ${holder}`, find);
  return evaluation.records
    .shared(file, `classes called as ${holder}`, () => find(file))
    .filter(type => evaluation.lookup.methodsOf(file, type).some(({ name }) => name === method))
    .map(({ at, id }) => ({ kind: 'class', at, scope: id }));
}

/** `main_model`, `weak_model` and `model` are called as `Model` is. */
function isCalledAs({ name }: Scope, holder: string): boolean {
  const words = holder.toLowerCase().split('_');
  const called = name.toLowerCase();
  return isLikeModel(called) && words.some((_, first) => words.slice(first).join('') === called);
}
