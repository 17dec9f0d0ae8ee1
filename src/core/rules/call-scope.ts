import type { Writers } from '../fixes/writers';
import { callAt } from '../link/calls-within';
import type { CallSite } from '../request/call-site';
import type { CodeSummary, Scope } from '../source/summary';

interface PlaceOfCall {
  readonly summary: CodeSummary;
  readonly scope: Scope;
}

/** The function that a call stands in. */
export function callScope(writers: Writers, { call, at }: CallSite): PlaceOfCall | undefined {
  const summary = writers.codeOf(at.uri);
  const place = summary && call && callAt(summary, call.at);
  const scope = place && summary?.scopes[place.scope];
  return summary === undefined || scope === undefined ? undefined : { summary, scope };
}
