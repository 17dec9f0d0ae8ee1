import type { Levers } from './scenario';

export type LeverName = keyof Levers;

/** Calls avoided, then the price of the calls that remain, then the tokens in them, then the price of those tokens. */
export const LEVER_ORDER = [
  'semanticCache',
  'retries',
  'routing',
  'dynamicRouting',
  'cascade',
  'batch',
  'flex',
  'compression',
  'retrieval',
  'history',
  'output',
  'caching',
] as const satisfies readonly LeverName[];

/** Only the first levers of the order, down to and including one. */
export function leversUpTo(levers: Levers, last: LeverName): Levers {
  const kept = LEVER_ORDER.slice(0, LEVER_ORDER.indexOf(last) + 1);
  return Object.fromEntries(kept.flatMap(name => (levers[name] === undefined ? [] : [[name, levers[name]]])));
}
