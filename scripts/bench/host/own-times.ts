/** What the extension's own code took to start: milliseconds for which this thread was on a processor, where the host's Node tells. */
export interface OwnTimes {
  /** Reading, compiling and running its bundle. */
  readonly load: number;
  /** The call of `activate()`. */
  readonly activate: number;
  /** Threads that it started so far. */
  readonly threads: number;
}

interface ThreadTimes {
  /** From Node 23.9 on. */
  threadCpuUsage?(): { readonly user: number; readonly system: number };
}

/** In milliseconds, from some beginning. */
export function threadTime(): number {
  const used = (process as ThreadTimes).threadCpuUsage?.();
  return used === undefined ? performance.now() : (used.user + used.system) / 1000;
}

/** Name of the global under which they are noted. */
export const NOTED = 'promptfareOwnTimes';
