import type { CodeSummary, Scope } from '../source/summary';

/** The scope that a scope stands in; undefined for a module's. */
export function outerScope({ scopes }: CodeSummary, { parent }: Scope): Scope | undefined {
  return parent === undefined ? undefined : scopes[parent];
}
