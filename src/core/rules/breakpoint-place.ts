import type { CallSite } from '../request/call-site';
import type { Segment } from '../request/request';

/** OpenAI's `instructions` is one string without content blocks, so no cache breakpoint can stand in it. Source: openai 7.55.0, types. */
export function canHoldBreakpoint({ api, parameters, request }: CallSite, segment: Segment): boolean {
  const at = api === 'openai-responses' ? parameters.instructions?.value.at : undefined;
  // It comes before the messages of `input`.
  const first = request.segments.find(({ kind }) => kind === 'system');
  return at === undefined || segment !== first || at.uri !== segment.at.uri || at.start !== segment.at.start || at.end !== segment.at.end;
}
