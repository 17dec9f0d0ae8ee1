import path from 'node:path';
import { repositoryRoot } from './repository';
import { runCommand } from './run-command';

export interface BuildOptions {
  readonly production?: boolean;
  /** Also bundles the tests that run inside the extension host. */
  readonly tests?: boolean;
}

/** Builds into dist/; the build has printed its errors itself when this gives false. */
export async function build(options: BuildOptions = {}): Promise<boolean> {
  const flags = [...(options.production ? ['--production'] : []), ...(options.tests ? ['--tests'] : [])];
  const { exitCode } = await runCommand(process.execPath, [path.join(repositoryRoot, 'esbuild.mjs'), ...flags], { output: 'show' });
  return exitCode === 0;
}
