import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { buildUrl } from '../host/workbench-url';
import { examplesFolder, repositoryRoot } from '../repository';
import type { ActivationMarks } from './activation-suite';
import type { Measurement } from './measurement';

const PATIENCE_MS = 120_000;

/**
 * What activating costs, by the marks of VS Code's extension host. Its list of running extensions says more: it counts from when the
 * first of all extensions of one event is asked to load, though they load one after the other.
 */
export async function measureActivation(browser: Browser, port: number, openFile: string): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'promptfare-activation-'));
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  try {
    const suite = path.join(folder, 'suite');
    const entryPoints = [path.join(__dirname, 'activation-suite.ts')];
    await build({ entryPoints, outfile: `${suite}.js`, bundle: true, platform: 'node', format: 'cjs', external: ['vscode'] });
    await page.goto(
      buildUrl(port, { folder: examplesFolder, extensionDevelopmentPath: repositoryRoot, extensionTestsPath: suite, openFile }),
    );
    const file = path.join(folder, 'activation.json');
    for (const end = Date.now() + PATIENCE_MS; !existsSync(file); ) {
      if (Date.now() > end) throw new Error('The extension host wrote no marks');
      await wait(500);
    }
    const all = JSON.parse(await readFile(file, 'utf8')) as readonly ActivationMarks[];
    const own = all.find(({ id }) => id === 'promptfare.promptfare');
    if (own === undefined) throw new Error('The extension was not activated');
    const others = all.filter(each => each !== own).map(({ load }) => load);
    const baseline = { name: 'the other extensions, on the average', value: others.reduce((sum, each) => sum + each, 0) / others.length };
    return [
      { name: 'activation: loading the code', value: own.load, unit: 'ms', baseline },
      { name: 'activation: activate(), until the host has seen its end', value: own.activate, unit: 'ms' },
    ];
  } finally {
    await page.close();
    await rm(folder, { recursive: true, force: true });
  }
}
