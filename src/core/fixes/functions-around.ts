import { callAt } from '../link/calls-within';
import type { CallSite } from '../request/call-site';
import type { CodeSummary, Scope } from '../source/summary';

/** The functions that a call stands in, innermost first. */
export function functionsAround(summary: CodeSummary, { call }: CallSite): readonly Scope[] {
  const place = call && callAt(summary, call.at);
  const functions: Scope[] = [];
  for (let scope = summary.scopes[place?.scope ?? -1]; scope !== undefined; scope = summary.scopes[scope.parent ?? -1])
    if (scope.kind === 'function') functions.push(scope);
  return functions;
}
