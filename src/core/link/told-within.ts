import type { CallPlace, CodeSummary } from '../source/summary';
import type { ScopeId } from '../source/values';
import { ownParams } from './arguments';
import { type Evaluation, NO_CONTEXT } from './evaluation';

/**
 * Whether a call passes nothing to a function that takes nothing, and that stands in the same function or class: `self.review()` in
 * another method, `(async () => { … })()`. Of its own it says nothing that the calls inside of that don't say.
 */
export function isToldWithin(evaluation: Evaluation, { uri, scopes, language }: CodeSummary, { call, scope }: CallPlace): boolean {
  const { callee, args } = call;
  if (args.length > 0 || (callee.kind !== 'function' && callee.kind !== 'name' && callee.kind !== 'member')) return false;
  if (callee.kind === 'member' && callee.object.kind !== 'self') return false;
  const called = evaluation.evaluate(callee, NO_CONTEXT);
  if (called.kind !== 'function' || called.at.uri !== uri) return false;
  const inner = scopes[called.scope];
  if (inner?.parent === undefined || !isAround(inner.parent, scope)) return false;
  return ownParams(inner.params, scopes[inner.parent]?.kind === 'class', language).length === 0;

  function isAround(around: ScopeId, within: ScopeId): boolean {
    for (let current = scopes[within]; current !== undefined; current = current.parent === undefined ? undefined : scopes[current.parent])
      if (current.id === around) return current.kind !== 'module';
    return false;
  }
}
