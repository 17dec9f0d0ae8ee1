import { runNpm } from '../run-command';
import type { Outcome } from './outcome';

/** A check-only script of package.json: one test, passed when it exits with 0. */
export async function check(script: string, ...args: readonly string[]): Promise<Outcome> {
  const command = ['run', '--silent', script, ...(args.length > 0 ? ['--', ...args] : [])];
  const { exitCode, output } = await runNpm(command, { output: 'capture' });
  // Whole, since others may run at the same time.
  if (output.trim() !== '') console.log(output.trimEnd());
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, note: `npm run ${script} exited with ${exitCode}` };
}
