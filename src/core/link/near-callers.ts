import type { Uri } from '../source/span';
import type { CodeSummary, Param, Scope } from '../source/summary';
import type { Call, Value } from '../source/values';
import { bindParams, evaluateArgs, ownParams } from './arguments';
import { callsThat, type Evaluation, NO_CONTEXT } from './evaluation';
import { lastNameOf } from './labels';

/** What code calls: a class, by its constructor, or a function of a module. */
export interface Called {
  readonly scope: Scope;
  readonly uri: Uri;
  /** Without the object itself. */
  readonly params: readonly Param[];
}

export function calledAs(summary: CodeSummary, fn: Scope): Called | undefined {
  const around = fn.parent === undefined ? undefined : summary.scopes[fn.parent];
  const isConstructor = around?.kind === 'class' && fn.name === '__init__';
  if (fn.kind !== 'function' || (!isConstructor && around?.kind !== 'module')) return undefined;
  return { scope: isConstructor ? around : fn, uri: summary.uri, params: ownParams(fn.params, isConstructor, summary.language) };
}

/** What the calls in a file pass for a parameter. */
export function argumentsIn(evaluation: Evaluation, file: CodeSummary, { scope, uri, params }: Called, name: string): readonly Value[] {
  const isCalled = ({ callee }: Call) =>
    lastNameOf(callee) === scope.name || (callee.kind === 'class' && callee.scope === scope.id && callee.at.uri === uri);
  const places = callsThat(evaluation, file, `calls of ${uri}#${scope.id}`, ({ call }) => isCalled(call));
  return places.flatMap(({ call }) => {
    const target = evaluation.evaluate(call.callee, NO_CONTEXT);
    const isMeant = (target.kind === 'class' || target.kind === 'function') && target.at.uri === uri && target.scope === scope.id;
    if (!isMeant) return [];
    return bindParams(evaluation, params, evaluateArgs(evaluation, call.args, NO_CONTEXT), NO_CONTEXT).get(name) ?? [];
  });
}
