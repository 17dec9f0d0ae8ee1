import { execFile } from 'node:child_process';
import path from 'node:path';
import { commandLineAndThreads } from '../bundle';

const repository = path.resolve(__dirname, '../../..');

export interface CliRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Away from the caches of whoever runs the tests. */
const caches = path.join(repository, 'test-results', 'caches');

/** Runs the command line as it is shipped, made of the sources. */
export async function runCli(args: readonly string[], options: { readonly cwd?: string; readonly input?: string } = {}): Promise<CliRun> {
  const program = await commandLineAndThreads();
  return new Promise(resolve => {
    const child = execFile(
      process.execPath,
      [program, ...args],
      { cwd: options.cwd ?? repository, env: { ...process.env, XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, HOME: caches } },
      (_error, stdout, stderr) => resolve({ exitCode: child.exitCode ?? -1, stdout, stderr }),
    );
    child.stdin?.end(options.input ?? '');
  });
}
