/** Something the machine lacks. Its message is one line that says what is missing and how to get it, and is shown without a stack. */
export class Missing extends Error {}

/** Runs a script's main function: its result is the exit code, a `Missing` is one line, any other error keeps its stack. */
export async function runScript(main: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Missing ? error.message : error);
    process.exitCode = 1;
  }
}
