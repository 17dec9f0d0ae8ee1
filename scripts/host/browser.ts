import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { Missing } from '../missing';

/** Without a sandbox and GPU it also starts in containers; the rest keeps it from talking to anyone but the host. */
export const browserFlags: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macApplications = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium or Chrome: CHROME_PATH, else one on the PATH, an installed application, or Playwright's own download. */
export function findBrowser(): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isExecutable(chosen)) return chosen;
    throw new Missing(`CHROME_PATH names ${chosen}, which is no program. Set it to the path of Chromium or Chrome, or unset it.`);
  }
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter(folder => folder !== '');
  const onPath = [...folders, '/usr/bin'].flatMap(folder => names.map(name => path.join(folder, name)));
  const found = [...onPath, ...macApplications, chromium.executablePath()].find(isExecutable);
  if (found) return found;
  throw new Missing(`No Chromium or Chrome was found. Install one (Debian, Ubuntu: ${debianInstall}) or set CHROME_PATH to its path.`);
}

const debianInstall = 'sudo apt-get install chromium';

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
