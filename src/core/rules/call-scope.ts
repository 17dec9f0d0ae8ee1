import type { Writers } from '../fixes/writers';
import type { CallSite } from '../request/request';
import type { CodeSummary, Scope } from '../source/summary';

interface PlaceOfCall {
  readonly summary: CodeSummary;
  readonly scope: Scope;
}

/** The function that a call stands in. */
export function callScope(writers: Writers, { call, at }: CallSite): PlaceOfCall | undefined {
  const summary = writers.codeOf(at.uri);
  const place = summary?.calls.find(each => each.call.at.start === call?.at.start && each.call.at.end === call.at.end);
  const scope = place && summary?.scopes[place.scope];
  return summary === undefined || scope === undefined ? undefined : { summary, scope };
}
