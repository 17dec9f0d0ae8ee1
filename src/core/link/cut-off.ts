import type { Call, Value } from '../source/values';

/** Why a value that takes too many steps is left open. */
export const TOO_INTRICATE = 'too intricate to follow';

/** How methods are called that ask for a part of their object: told nothing, they send nothing. */
const ASKING = /^(?:get|is|has|can|to)[A-Z_]/;
/** How methods are called that end something, for whatever reason they are told. */
const ENDING = /^(?:abort|cancel|stop|close|shutdown|shut_down|dispose|destroy|kill)$/;

/** A call of which nobody knows what is called, because it takes too many steps to find out, and which may send something. */
export function isMissed({ callee: written, args }: Call, callee: Value): boolean {
  if (!isCutOff(callee)) return false;
  return written.kind !== 'member' || !(ENDING.test(written.key) || (args.length === 0 && ASKING.test(written.key)));
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
