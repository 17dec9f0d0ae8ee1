import type { Uri } from '../source/span';
import type { CodeSummary, Scope } from '../source/summary';
import type { ScopeId } from '../source/values';
import { type Evaluation, NO_CONTEXT, scopeOf } from './evaluation';
import { lineageOf } from './lineage';
import { constructorOf, superCall } from './objects';

interface MethodsAbove {
  /** Those that run when an object is made, in order. */
  readonly constructors: readonly Scope[];
  readonly others: readonly Scope[];
}

/** A method, wherever it stands by now. */
interface Method {
  readonly uri: Uri;
  readonly id: ScopeId;
  readonly isConstructor: boolean;
}

const NONE: MethodsAbove = { constructors: [], others: [] };

/** Methods of the classes above one that run on its objects: what they set replaces what the class itself declares (Python). */
export function methodsAbove(evaluation: Evaluation, summary: CodeSummary, type: ScopeId): MethodsAbove {
  if (summary.language !== 'python') return NONE;
  const methods = evaluation.records.shared(summary, `methods above ${type}`, () => found(evaluation, summary, type));
  if (methods.length === 0) return NONE;
  const scopes = (isConstructor: boolean) =>
    methods.flatMap(method => (method.isConstructor === isConstructor ? (scopeOf(evaluation, method.uri, method.id) ?? []) : []));
  return { constructors: scopes(true), others: scopes(false) };
}

function found(evaluation: Evaluation, { uri }: CodeSummary, type: ScopeId): readonly Method[] {
  const constructors: Method[] = [];
  const others: Method[] = [];
  const known = new Set<string>();
  let isPassedOn = true;
  for (const [index, above] of lineageOf(evaluation, uri, type, NO_CONTEXT).classes.entries()) {
    const summary = evaluation.codeOf(above.uri);
    if (summary === undefined) continue;
    const methods = evaluation.lookup.methodsOf(summary, above.scope);
    const init = constructorOf(summary, above.scope);
    if (index > 0 && init !== undefined && isPassedOn) constructors.unshift({ uri: above.uri, id: init.id, isConstructor: true });
    const own = methods.filter(({ name }) => name !== '__init__' && name !== '__new__' && !known.has(name));
    if (index > 0) others.push(...own.map(({ id }) => ({ uri: above.uri, id, isConstructor: false })));
    isPassedOn &&= init === undefined || superCall(summary, init) !== undefined;
    for (const { name } of methods) known.add(name);
  }
  return [...constructors, ...others];
}
