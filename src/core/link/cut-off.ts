import type { Call, Value } from '../source/values';

/** Why a value that takes too many steps is left open. */
export const TOO_INTRICATE = 'too intricate to follow';

/** How methods are called that ask for a part of their object, or end it: told nothing, they send nothing. */
const ASKING = /^(?:(?:get|is|has|can|to)[A-Z_]|abort|stop|close|shutdown|dispose)/;

/** A call of which nobody knows what is called, because it takes too many steps to find out, and which may send something. */
export function isMissed({ callee: written, args }: Call, callee: Value): boolean {
  const isAsking = args.length === 0 && written.kind === 'member' && ASKING.test(written.key);
  return !isAsking && isCutOff(callee);
}

/** Whether nobody knows what is called, because it takes too many steps to find out. */
function isCutOff(callee: Value): boolean {
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
