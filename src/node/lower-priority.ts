import os from 'node:os';

/**
 * Lets everything else go before the calling thread, and before those that it starts. Only Linux has priorities of threads; elsewhere
 * the same call would slow down the whole process, the editor's extensions included.
 */
export function lowerPriority(): void {
  if (process.platform === 'linux') os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL);
}
