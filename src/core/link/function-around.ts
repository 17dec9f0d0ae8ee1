import { contains, type Span } from '../source/span';
import type { CodeSummary, Scope } from '../source/summary';

/** The innermost function that a place stands in. */
export function functionAround({ scopes }: CodeSummary, place: Span): Scope | undefined {
  const around = scopes.filter(({ kind, at }) => kind === 'function' && contains(at, place));
  return around.reduce<Scope | undefined>((inner, scope) => (inner && !contains(inner.at, scope.at) ? inner : scope), undefined);
}
