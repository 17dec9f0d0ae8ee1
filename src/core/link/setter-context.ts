import type { CodeSummary, Scope } from '../source/summary';
import type { Call } from '../source/values';
import { evaluateArgs } from './arguments';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import type { ClassUse } from './fields';
import { contextOfCall } from './invoke';
import { lineageOf } from './lineage';
import { constructorOf } from './objects';

/** The context in which a constructor has a method of its object set fields by names: `self.set_params(**options)` in `__init__`. */
export function setterContext(evaluation: Evaluation, use: ClassUse, { uri }: CodeSummary, method: Scope): Context | undefined {
  if (!use.made) return undefined;
  const call = setterCall(evaluation, use, method)?.call;
  const type = evaluation.codeOf(use.uri)?.scopes[use.scope];
  if (call === undefined || type === undefined) return undefined;
  const fn = { kind: 'function', at: { ...method.at, uri }, scope: method.id } as const;
  const object = { kind: 'self', at: { ...type.at, uri: use.uri }, scope: use.scope } as const;
  return contextOfCall(evaluation, fn, () => evaluateArgs(evaluation, call.args, use.context), object, use.context);
}

/** Whether a method runs whenever an object is made: it is the constructor, or the constructor calls it in any case. */
export function runsWhenMade(evaluation: Evaluation, use: ClassUse, method: Scope): boolean {
  if (method.name === '__init__' || method.name === 'constructor') return true;
  return setterCall(evaluation, use, method)?.always === true;
}

function setterCall(evaluation: Evaluation, use: ClassUse, method: Scope): { readonly call: Call; readonly always: boolean } | undefined {
  const { classes } = lineageOf(evaluation, use.uri, use.scope, NO_CONTEXT);
  const [first] = classes.flatMap(type => {
    const file = evaluation.codeOf(type.uri);
    const own = file && constructorOf(file, type.scope);
    if (file === undefined || own === undefined || own === method) return [];
    return evaluation.lookup.callsRunBy(file, own.id).flatMap(({ call, block, scope }) => {
      const { callee } = call;
      const isSetter = callee.kind === 'member' && callee.object.kind === 'self' && callee.key === method.name;
      return isSetter ? [{ call, always: block === -1 && scope === own.id }] : [];
    });
  });
  return first;
}
