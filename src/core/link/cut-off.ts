import type { Value } from '../source/values';

/** Why a value that takes too many steps is left open. */
export const TOO_INTRICATE = 'too intricate to follow';

/** Whether nobody knows what is called, because it takes too many steps to find out. */
export function isCutOff(callee: Value): boolean {
  switch (callee.kind) {
    case 'hole':
      return callee.reason === TOO_INTRICATE;
    case 'member':
    case 'index':
      return isCutOff(callee.object);
    case 'call':
      return isCutOff(callee.callee);
    default:
      return false;
  }
}
