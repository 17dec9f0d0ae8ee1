import type { CallSite } from './request';

/** Whether the code reads the answer itself as JSON, and not only the JSON around it in which it comes from a plain request. */
export function readsAnswerAsJson({ sdk, api, context }: CallSite): boolean {
  const comesInJson = /^http(?:-|$)/.test(sdk) || api === 'bedrock-invoke';
  return context?.parsesJson === 'inside' || (context?.parsesJson === true && !comesInJson);
}
