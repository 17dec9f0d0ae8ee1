/** The command line can't be carried out as it was written: one line, exit code 2. */
export class UsageError extends Error {}
