import type { Api, CallSite } from './call-site';

/** Whether a call asks an API, or may: it can be one of several. */
export function mayAsk({ api, otherApis = [] }: Pick<CallSite, 'api' | 'otherApis'>, asked: Api): boolean {
  return api === asked || otherApis.includes(asked);
}
