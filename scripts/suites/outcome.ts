/** What came of a suite. A suite that ran nothing has failed: its outcome says so itself (`nothingRan`). */
export interface Outcome {
  readonly passed: number;
  readonly failed: number;
  readonly skipped?: number;
  /** One line for the table: why it failed, or what it measured. */
  readonly note?: string;
  /** A line each: what failed, and what it said. */
  readonly failures?: readonly string[];
}

export interface Suite {
  readonly name: string;
  /** Runs at the same time as the suites next to it that say so, too: each of them leaves a core idle for part of its time. */
  readonly besideOthers?: boolean;
  run(): Promise<Outcome>;
}

export function brokenSuite(note: string): Outcome {
  return { passed: 0, failed: 1, note };
}

/** Counts as one failure what ran no test at all: an empty suite must not look like a green one. */
export function orNothingRan(outcome: Outcome): Outcome {
  return outcome.passed + outcome.failed === 0 ? { ...outcome, failed: 1, note: 'no test was run' } : outcome;
}

/** A failure in one line: an error's first line is what says most. */
export function failureLine(title: string, error: string): string {
  return `${title} — ${error.trim().split('\n', 1)[0] ?? ''}`;
}
