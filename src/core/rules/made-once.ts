import type { CallSite } from '../request/call-site';

/** Whether a call is made once each time that its file is started: in no loop, and in no function that others may call again and again. */
export function isMadeOnce({ context, symbol }: CallSite): boolean {
  return context?.runsIn === 'script' && !context.inLoop && !context.agentLoop && (symbol === '' || symbol === 'main');
}
