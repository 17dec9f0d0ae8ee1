import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const repository = path.resolve(__dirname, '../..');
/** Two levels below the repository, as the sources are: from there, token tables and grammars are found the same way. */
const folder = path.join(repository, 'test-results', 'bundles');

/**
 * Bundles a source file (its path from the repository's root) as the build does, and gives the path of the program `name`. What is
 * started from single sources loads and transpiles them for each process and each thread.
 */
async function bundle(source: string, name: string): Promise<string> {
  const program = path.join(folder, name);
  // Test files run side by side, each in a process of its own: what one of them starts must be whole.
  const own = path.join(folder, `${process.pid}-${name}`);
  await build({
    absWorkingDir: repository,
    entryPoints: [source],
    outfile: own,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Its CommonJS build hides its imports from a bundler.
    alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/main.js' },
    logLevel: 'warning',
  });
  await rename(own, program).catch(async error => {
    await rm(own, { force: true });
    throw error;
  });
  return program;
}

/** The command line and all threads, which start from one bundle and find it by this name. Once for all tests of a process. */
export const commandLineAndThreads = remembered(() => bundle('src/cli/bundle.ts', 'worker.js'));

/** The reader of usage files alone. */
export const usageReader = remembered(() => bundle('src/node/usage/read-usage.ts', 'read-usage.js'));

function remembered<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
