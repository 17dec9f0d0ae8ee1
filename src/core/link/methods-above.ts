import type { CodeSummary, Scope } from '../source/summary';
import type { ScopeId } from '../source/values';
import type { Context, Evaluation } from './evaluation';
import { lineageOf } from './lineage';
import { constructorOf, superCall } from './objects';

interface MethodsAbove {
  /** Those that run when an object is made, in order. */
  readonly constructors: readonly Scope[];
  readonly others: readonly Scope[];
}

const NONE: MethodsAbove = { constructors: [], others: [] };

/** Methods of the classes above one that run on its objects: what they set replaces what the class itself declares (Python). */
export function methodsAbove(evaluation: Evaluation, { language, uri }: CodeSummary, type: ScopeId, context: Context): MethodsAbove {
  if (language !== 'python') return NONE;
  const constructors: Scope[] = [];
  const others: Scope[] = [];
  const known = new Set<string>();
  let isPassedOn = true;
  for (const [index, above] of lineageOf(evaluation, uri, type, context).classes.entries()) {
    const summary = evaluation.codeOf(above.uri);
    if (summary === undefined) continue;
    const methods = evaluation.lookup.methodsOf(summary, above.scope);
    const init = constructorOf(summary, above.scope);
    if (index > 0 && init !== undefined && isPassedOn) constructors.unshift(init);
    if (index > 0) others.push(...methods.filter(({ name }) => name !== '__init__' && name !== '__new__' && !known.has(name)));
    isPassedOn &&= init === undefined || superCall(summary, init) !== undefined;
    for (const { name } of methods) known.add(name);
  }
  return { constructors, others };
}
