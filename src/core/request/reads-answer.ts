import type { CallSite } from './call-site';

/**
 * Whether the code reads the answer itself as JSON, and not only the JSON around it in which it comes from a plain request. What a
 * wrapper around such a request gives isn't looked into.
 */
export function readsAnswerAsJson({ sdk, api, via, context }: CallSite): boolean {
  const comesInJson = /^http(?:-|$)/.test(sdk) || api === 'bedrock-invoke';
  if (comesInJson) return context?.parsesJson === 'inside' && via.length === 0;
  return context?.parsesJson === 'inside' || context?.parsesJson === true;
}
