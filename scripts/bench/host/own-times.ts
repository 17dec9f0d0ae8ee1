/** What the extension's own code took to start, in milliseconds of the clock. */
export interface OwnTimes {
  /** Reading, compiling and running its bundle. */
  readonly load: number;
  /** The call of `activate()`. */
  readonly activate: number;
  /** Threads that it started so far. */
  readonly threads: number;
}

/** Name of the global under which they are noted. */
export const NOTED = 'promptfareOwnTimes';
