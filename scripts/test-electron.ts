// `npm run test:electron`: test/host inside a desktop VS Code of the oldest version that package.json promises, or the one given: -- 1.100.0
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { z } from 'zod';
import { build } from './build';
import { Missing, runScript } from './missing';
import { editorModelExtension, examplesFolder, hostTestsFolder, repositoryRoot } from './repository';
import { followEvents } from './suites/follow-events';
import { hostEventsFile } from './suites/host-events';
import { copyWorkspace } from './workspace-copy';

const Manifest = z.object({ engines: z.object({ vscode: z.string() }) });

async function oldestVersion(): Promise<string> {
  const manifest = Manifest.parse(JSON.parse(await readFile(path.join(repositoryRoot, 'package.json'), 'utf8')));
  return manifest.engines.vscode.replace(/^\D+/, '');
}

/** Path of the program, downloaded where it isn't kept from an earlier run. */
async function downloaded(version: string): Promise<string> {
  try {
    return await downloadAndUnzipVSCode(version);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Missing(`VS Code ${version} could not be downloaded (${why}). npm test -- host runs the same tests in a server's VS Code.`);
  }
}

runScript(async () => {
  const version = process.argv[2] ?? (await oldestVersion());
  const vscodeExecutablePath = await downloaded(version);
  if (!(await build({ tests: true }))) return 1;
  const eventsFile = path.join(hostTestsFolder, hostEventsFile);
  await rm(eventsFile, { force: true });
  const workspace = await copyWorkspace(examplesFolder);
  try {
    const launchArgs = [workspace.folder, '--disable-extensions', '--disable-workspace-trust'];
    const extensionTestsPath = path.join(hostTestsFolder, 'index.js');
    const extensionDevelopmentPath = [repositoryRoot, editorModelExtension];
    const exitCode = await runTests({ vscodeExecutablePath, extensionDevelopmentPath, extensionTestsPath, launchArgs }).catch(error => {
      console.error(`Visual Studio Code ${version} did not run the tests through: ${error}`);
      return 1;
    });
    // The run is over: what it reported is complete, or it never came to an end.
    const outcome = await followEvents(eventsFile, { firstSeconds: 1, nextSeconds: 1 }, console.log);
    console.log(`${outcome.passed} passed, ${outcome.failed} failed`);
    return exitCode !== 0 || outcome.failed > 0 || outcome.passed === 0 ? 1 : 0;
  } finally {
    await workspace.remove();
  }
});
