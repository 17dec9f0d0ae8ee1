import type { CallSite } from '../request/call-site';

/** What a call asks, as windows say it: `openai-chat`, `openai-chat or anthropic-messages` where the program decides which. */
export function apiText({ api, otherApis = [] }: Pick<CallSite, 'api' | 'otherApis'>): string {
  return [api, ...otherApis].join(' or ');
}
