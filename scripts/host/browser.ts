import { chromium } from 'playwright-core';
import { findOnPath, isProgram } from '../find-program';
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

const programNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const installedPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of a Chromium or Chrome: CHROME_PATH, else one on the PATH, an installed application, or Playwright's own download. */
export function findBrowser(): string {
  const chosen = process.env.CHROME_PATH;
  if (chosen) {
    if (isProgram(chosen)) return chosen;
    throw new Missing(`CHROME_PATH names ${chosen}, which is no program. Set it to the path of Chromium or Chrome, or unset it.`);
  }
  const found = findOnPath(programNames) ?? [...installedPlaces, chromium.executablePath()].find(isProgram);
  if (found !== undefined) return found;
  throw new Missing(
    'No Chromium or Chrome was found. Install one (Debian, Ubuntu: sudo apt-get install chromium) or set CHROME_PATH to its path.',
  );
}
