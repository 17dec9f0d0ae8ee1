import type { CodeSummary } from '../source/summary';
import type { ScopeId } from '../source/values';

/**
 * Whether those who call a function, or make its object, can tell it anything: it or one around it has a parameter, or a class is
 * around it. Of what stands in any other, as at the top of a file, they decide nothing, whatever parameter of elsewhere it needs.
 */
export function canBeTold({ scopes }: CodeSummary, scope: ScopeId): boolean {
  for (let current = scopes[scope]; current !== undefined && current.kind !== 'module'; ) {
    if (current.kind === 'class' || current.params.length > 0) return true;
    current = current.parent === undefined ? undefined : scopes[current.parent];
  }
  return false;
}
