import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { browserFlags, findBrowser } from '../host/browser';
import { installHost } from '../host/install';
import { startHost } from '../host/server';
import { testUserSettings } from '../host/user-settings';
import { buildUrl } from '../host/workbench-url';
import { Missing } from '../missing';
import { editorModelExtension, examplesFolder, hostTestsFolder, repositoryRoot, testResultsFolder } from '../repository';
import { copyWorkspace } from '../workspace-copy';
import { followEvents } from './follow-events';
import { hostEventsFile } from './host-events';
import { type Outcome, orNothingRan } from './outcome';

const patience = { firstSeconds: 180, nextSeconds: 180 };

/** Runs test/host inside the extension host of a VS Code server: a headless browser opens the window that starts it. */
export async function runHostSuite(): Promise<Outcome> {
  const testsModule = path.join(hostTestsFolder, 'index.js');
  if (!existsSync(testsModule)) throw new Missing('The tests were not bundled: see what the build says.');
  const executablePath = findBrowser();
  await installHost(console.log);
  const eventsFile = path.join(hostTestsFolder, hostEventsFile);
  await rm(eventsFile, { force: true });
  await mkdir(testResultsFolder, { recursive: true });

  const workspace = await copyWorkspace(examplesFolder);
  // A window loads one extension from its sources; this one is there as an installed one is.
  const extensionsDir = await mkdtemp(path.join(tmpdir(), 'promptfare-extensions-'));
  await cp(editorModelExtension, path.join(extensionsDir, path.basename(editorModelExtension)), { recursive: true });
  const host = await startHost({ extensionsDir, userSettings: testUserSettings });
  const browser = await chromium.launch({ executablePath, args: [...browserFlags] });
  try {
    const page = await browser.newPage();
    await page.goto(
      buildUrl(host.port, { folder: workspace.folder, extensionDevelopmentPath: repositoryRoot, extensionTestsPath: testsModule }),
    );
    const outcome = orNothingRan(await followEvents(eventsFile, patience, console.log));
    if (outcome.failed > 0) {
      await page.screenshot({ path: path.join(testResultsFolder, 'host-failure.png') });
      await copyFile(host.logFile, path.join(testResultsFolder, 'host-server.log'));
    }
    return outcome;
  } finally {
    await browser.close();
    await host.stop();
    await workspace.remove();
    await rm(extensionsDir, { recursive: true, force: true });
  }
}
