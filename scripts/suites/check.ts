import { runCommand } from '../run-command';
import type { Outcome } from './outcome';

/** A check-only command: one test, passed when it exits with 0. */
export async function check(program: string, args: readonly string[]): Promise<Outcome> {
  const { exitCode } = await runCommand(program, args, { output: 'show' });
  return exitCode === 0
    ? { passed: 1, failed: 0 }
    : { passed: 0, failed: 1, note: `${[program, ...args].join(' ')} exited with ${exitCode}` };
}
