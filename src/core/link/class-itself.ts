import type { Value, ValueOf } from '../source/values';
import { type Context, type Evaluation, scopeOf } from './evaluation';
import { enclosingClass } from './file-index';

/** `cls` in a class method (Python): the class that it was called on, which may be one below, if that is known here. */
export function classItself(evaluation: Evaluation, written: ValueOf<'class'>, context: Context): ValueOf<'class'> {
  if (written.receiver === undefined) return written;
  const { at, scope } = written;
  return evaluation.reliances.look(context, `class ${at.uri}#${scope}`, within => calledOn(evaluation, written, within)) ?? written;
}

function calledOn(evaluation: Evaluation, { at, scope }: ValueOf<'class'>, context: Context): ValueOf<'class'> | undefined {
  const summary = evaluation.codeOf(at.uri);
  for (let index = context.length - 1; index >= 0; index--) {
    const frame = context[index];
    const method = frame?.uri === at.uri ? summary?.scopes[frame.scope] : undefined;
    if (summary === undefined || method === undefined || enclosingClass(summary, method) !== scope) continue;
    return frame?.self?.kind === 'class' ? frame.self : undefined;
  }
  return undefined;
}

/** The class that a class method is called on, as what it works on. */
export function classOf(evaluation: Evaluation, method: ValueOf<'function'>, object: Value | undefined): Value | undefined {
  if (object?.kind !== 'class') return undefined;
  const marks = scopeOf(evaluation, method.at.uri, method.scope)?.decorators ?? [];
  return marks.some(mark => mark.kind === 'name' && mark.name === 'classmethod') ? object : undefined;
}
