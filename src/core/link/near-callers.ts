import type { Uri } from '../source/span';
import type { CodeSummary, Param, Scope } from '../source/summary';
import type { Value } from '../source/values';
import { bindParams, evaluateArgs, ownParams } from './arguments';
import { type Evaluation, NO_CONTEXT } from './evaluation';
import { constructorArgument } from './field-arguments';
import { hole } from './hole';
import { lastNameOf } from './labels';

/** What code calls: a class, by its constructor, a function of a module or one that a class holds (`@staticmethod`, `@classmethod`). */
export interface Called {
  readonly scope: Scope;
  readonly uri: Uri;
  /** Without the object itself. */
  readonly params: readonly Param[];
}

/** What code around calls to run a function, and with which parameters; undefined: it is a method of objects, or stands in another function. */
export function calledAs(summary: CodeSummary, fn: Scope): Called | undefined {
  const around = fn.parent === undefined ? undefined : summary.scopes[fn.parent];
  const isConstructor = around?.kind === 'class' && (fn.name === '__init__' || fn.name === 'constructor');
  const marks = fn.decorators.map(lastNameOf);
  const isHeld = marks.includes('staticmethod') || marks.includes('classmethod');
  if (fn.kind !== 'function' || (!isConstructor && around?.kind !== 'module' && !isHeld)) return undefined;
  const takesObject = isConstructor || marks.includes('classmethod');
  return { scope: isConstructor ? around : fn, uri: summary.uri, params: ownParams(fn.params, takesObject, summary.language) };
}

/** A class without a constructor, whose fields are what calls name (a dataclass, a pydantic model). */
export function calledByFields(summary: CodeSummary, scope: Scope): Called | undefined {
  return scope.kind === 'class' && summary.language === 'python' ? { scope, uri: summary.uri, params: [] } : undefined;
}

/** What the calls in a file pass for a parameter, or for a field of a class without a constructor. */
export function argumentsIn(evaluation: Evaluation, file: CodeSummary, { scope, uri, params }: Called, name: string): readonly Value[] {
  const named = evaluation.lookup.callsEndingIn(file, scope.name);
  const asWritten = scope.name === '' || file.uri !== uri ? [] : evaluation.lookup.callsEndingIn(file, scope.id);
  const places = [...named, ...asWritten];
  return places.flatMap(({ call }) => {
    const target = evaluation.evaluate(call.callee, NO_CONTEXT);
    const isMeant = (target.kind === 'class' || target.kind === 'function') && target.at.uri === uri && target.scope === scope.id;
    if (!isMeant) return [];
    const args = evaluateArgs(evaluation, call.args, NO_CONTEXT);
    const isSpread = args.some(({ value }) => value.kind === 'spread');
    if (params.length === 0 && isSpread) return [hole(call.at, name, 'may be in what is passed on')];
    if (params.length === 0) return constructorArgument(evaluation, { kind: 'instance', at: target.at, scope: scope.id, args }, name) ?? [];
    return bindParams(evaluation, params, args, NO_CONTEXT).get(name) ?? [];
  });
}
