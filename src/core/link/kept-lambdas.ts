import type { CodeSummary, Scope } from '../source/summary';
import type { Evaluation } from './evaluation';
import { lastNameOf } from './labels';

/** What gives back the function that it is handed, called like before: traced, retried, its answers kept. */
const ADAPTERS = /^(?:traceable|wrapTraced|observe|cache|unstable_cache|(?:p?[mM]emoi[sz]e)\w*|useCallback|withRetry)$/;

/**
 * `const ask = traceable(async (model, text) => …)`: a function without a name that is called by the one that it is kept under, in this
 * file or, where what it is handed to is known for that, in any.
 */
export function isKeptLambda(evaluation: Evaluation, summary: CodeSummary, scope: Scope): boolean {
  return evaluation.records.shared(summary, `kept lambda ${scope.id}`, () => isKept(evaluation, summary, scope));
}

function isKept({ lookup }: Evaluation, summary: CodeSummary, scope: Scope): boolean {
  const [place] = lookup.callsTaking(summary, scope.id);
  if (place === undefined) return false;
  const { callee, args, at } = place.call;
  const [first] = args;
  if (first?.value.kind !== 'function' || first.value.scope !== scope.id) return false;
  const names = (summary.scopes[place.scope]?.effects ?? []).flatMap(effect => {
    if (effect.kind !== 'assign' || effect.target.root === 'self' || effect.target.path.length > 0) return [];
    return effect.value.at.start === at.start && effect.value.at.end === at.end ? [effect.target.root.name] : [];
  });
  return names.some(name => ADAPTERS.test(lastNameOf(callee)) || lookup.callsNamed(summary, name).length > 0);
}
