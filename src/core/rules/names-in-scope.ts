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

/** What a function is handed, and what the functions around it are. */
export function namesIn(summary: CodeSummary, scope: Scope): readonly string[] {
  const names: string[] = [];
  for (let each: Scope | undefined = scope; each !== undefined; each = each.parent === undefined ? undefined : summary.scopes[each.parent])
    if (each.kind === 'function')
      names.push(...each.params.flatMap(({ name, fields = [] }) => [...(name === '' ? [] : [name]), ...fields.map(field => field.name)]));
  return [...new Set(names)];
}
