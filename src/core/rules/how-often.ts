import { comesFrom } from '../link/labels';
import type { Hole } from '../source/values';

/** `changes with every call`, `may change with every call (comes from a parameter)`: what is said of values that were just named. */
export function changesText(hole: Hole | undefined, count = 1): string {
  const often = hole === undefined || hole.volatility === 'unknown' ? 'call' : hole.volatility;
  if (hole?.proven === true) return `${count > 1 ? 'change' : 'changes'} with every ${often}`;
  return `may change with every ${often}${hole === undefined ? '' : ` (${reasonText(hole, count)})`}`;
}

/** Without the name, which was just said. */
function reasonText({ label, reason }: Hole, count: number): string {
  if (reason !== comesFrom({ name: label })) return reason;
  return `${count > 1 ? 'the first ' : ''}comes from a parameter`;
}
