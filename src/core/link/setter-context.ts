import type { CodeSummary, Scope } from '../source/summary';
import { evaluateArgs } from './arguments';
import { type Context, type Evaluation, NO_CONTEXT } from './evaluation';
import type { ClassUse } from './fields';
import { contextOfCall } from './invoke';
import { lineageOf } from './lineage';
import { constructorOf } from './objects';

/** The context in which a constructor has a method of its object set fields by names: `self.set_params(**options)` in `__init__`. */
export function setterContext(evaluation: Evaluation, use: ClassUse, { uri }: CodeSummary, method: Scope): Context | undefined {
  if (!use.made) return undefined;
  const { classes } = lineageOf(evaluation, use.uri, use.scope, NO_CONTEXT);
  const [call] = classes.flatMap(type => {
    const file = evaluation.codeOf(type.uri);
    const own = file && constructorOf(file, type.scope);
    if (file === undefined || own === undefined || own === method) return [];
    return evaluation.lookup.callsRunBy(file, own.id).flatMap(place => {
      const { callee } = place.call;
      return callee.kind === 'member' && callee.object.kind === 'self' && callee.key === method.name ? [place.call] : [];
    });
  });
  const type = evaluation.codeOf(use.uri)?.scopes[use.scope];
  if (call === undefined || type === undefined) return undefined;
  const fn = { kind: 'function', at: { ...method.at, uri }, scope: method.id } as const;
  const object = { kind: 'self', at: { ...type.at, uri: use.uri }, scope: use.scope } as const;
  return contextOfCall(evaluation, fn, () => evaluateArgs(evaluation, call.args, use.context), object, use.context);
}
