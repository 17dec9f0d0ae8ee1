// Opens a VS Code on examples/ with the extension loaded: `npm start` serves one for the browser, `npm start -- --desktop` starts the local one.
// `npm start -- FOLDER` opens another folder.
import { once } from 'node:events';
import { statSync } from 'node:fs';
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

interface Opened {
  readonly folder: string;
  readonly file?: string;
}

/** `asked`: as typed in the folder where npm was started. */
function openedBy(asked: string | undefined): Opened {
  if (asked === undefined) return { folder: examplesFolder, file: firstFile };
  const folder = path.resolve(process.env.INIT_CWD ?? '.', asked);
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) throw new Missing(`There is no folder ${folder}.`);
  return { folder };
}

async function startDesktop({ folder, file }: Opened): Promise<number> {
  const code = findOnPath(process.platform === 'win32' ? ['code.cmd'] : ['code']);
  if (code === undefined) {
    throw new Missing(
      'VS Code\'s command "code" is not on the PATH. In VS Code run "Shell Command: Install \'code\' command in PATH", or use npm start.',
    );
  }
  const { exitCode } = await runCommand(
    code,
    [`--extensionDevelopmentPath=${repositoryRoot}`, folder, ...(file === undefined ? [] : [file])],
    {
      output: 'show',
    },
  );
  return exitCode;
}

async function startServer({ folder, file }: Opened): Promise<number> {
  await installHost(console.log);
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(process, 'SIGHUP')]);
  const host = await startHost();
  const address = buildUrl(host.port, {
    ...{ folder, extensionDevelopmentPath: repositoryRoot },
    ...(file === undefined ? {} : { openFile: file }),
  });
  console.log(`\nVS Code is ready with Promptfare loaded. Open this address in a browser:\n\n  ${address}\n\nPress Ctrl+C to stop it.`);
  const who = await Promise.race([stopped.then(() => 'user'), host.ended.then(() => 'server')]);
  await host.stop();
  console.log(who === 'user' ? '\nStopped.' : 'The server ended by itself.');
  return who === 'user' ? 0 : 1;
}

runScript(async () => {
  const { values, positionals } = parseArgs({ options: { desktop: { type: 'boolean', default: false } }, allowPositionals: true });
  const opened = openedBy(positionals[0]);
  if (!(await build())) return 1;
  return values.desktop ? startDesktop(opened) : startServer(opened);
});
