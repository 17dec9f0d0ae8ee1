// Opens a VS Code on examples/ with the extension loaded: `npm start` serves one for the browser, `npm start -- --desktop` starts the local one.
import { once } from 'node:events';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build';
import { findOnPath } from './find-program';
import { installHost } from './host/install';
import { startHost } from './host/server';
import { buildUrl } from './host/workbench-url';
import { Missing, runScript } from './missing';
import { examplesFolder, repositoryRoot } from './repository';
import { runCommand } from './run-command';

/** What a new user sees first: a call with a lens, a finding and a fix. */
const firstFile = path.join(examplesFolder, 'support/assistant.py');

async function startDesktop(): Promise<number> {
  const code = findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
  if (code === undefined) {
    throw new Missing(
      'VS Code\'s command "code" is not on the PATH. In VS Code run "Shell Command: Install \'code\' command in PATH", or use npm start.',
    );
  }
  const { exitCode } = await runCommand(code, [`--extensionDevelopmentPath=${repositoryRoot}`, examplesFolder, firstFile], {
    output: 'show',
  });
  return exitCode;
}

async function startServer(): Promise<number> {
  await installHost(console.log);
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')]);
  const host = await startHost();
  const address = buildUrl(host.port, { folder: examplesFolder, extensionDevelopmentPath: repositoryRoot, openFile: firstFile });
  console.log(`\nVS Code is ready with Promptfare loaded. Open this address in a browser:\n\n  ${address}\n\nPress Ctrl+C to stop it.`);
  const who = await Promise.race([stopped.then(() => 'user'), host.ended.then(() => 'server')]);
  await host.stop();
  console.log(who === 'user' ? '\nStopped.' : 'The server ended by itself.');
  return who === 'user' ? 0 : 1;
}

runScript(async () => {
  const { values } = parseArgs({ options: { desktop: { type: 'boolean', default: false } } });
  if (!(await build())) return 1;
  return values.desktop ? startDesktop() : startServer();
});
