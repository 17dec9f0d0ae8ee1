import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import { buildUrl } from '../host/workbench-url';
import { repositoryRoot } from '../repository';
import type { CostScenario, HostCosts } from './host/cost-suite';
import { type Measurement, percentile } from './measurement';
import { pythonSample } from './python-sample';

const PATIENCE_MS = 180_000;
const WINDOWS = 3;
const LETTERS = 40;
/** What the extension consists of, besides its manifest. */
const PARTS = ['dist', 'media', 'syntaxes', 'schemas', 'docs/rules'];

/** What the extension's own code takes of the extension host, apart from the host and from other extensions. */
export async function measureHostCosts(browser: Browser, port: number): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'promptfare-costs-'));
  try {
    const extension = await timedExtension(path.join(folder, 'extension'));
    const { text, editAt } = pythonSample();
    const code: CostScenario = { extension, file: path.join(folder, 'code', 'support.py'), at: editAt, letters: LETTERS, lenses: 20 };
    const prose: CostScenario = { extension, file: path.join(folder, 'prose', 'notes.md'), at: 100, letters: LETTERS, lenses: 0 };
    const large: CostScenario = { extension, file: path.join(folder, 'large', 'large.py'), at: LARGE_HEAD, letters: 20, lenses: 1 };
    const window = (scenario: CostScenario, content: string) => costsIn(browser, port, scenario, content);
    const windows: HostCosts[] = [];
    for (let count = 0; count < WINDOWS; count++) windows.push(await window(code, text));
    const [ofProse, ofLarge] = [await window(prose, PROSE), await window(large, LARGE)];
    const median = (of: (costs: HostCosts) => number) => percentile(windows.map(of), 0.5);
    if (ofProse.times.threads !== 0) throw new Error('A file without prompts started a thread');
    return [
      { name: 'activation, own time: loading the bundle', value: median(({ times }) => times.load), unit: 'ms' },
      { name: 'activation, own time: activate()', value: median(({ times }) => times.activate), unit: 'ms' },
      {
        name: 'own time in the host for each letter in a prompt (2,000 lines, 20 calls)',
        value: median(({ perEdit }) => perEdit),
        unit: 'ms',
      },
      { name: 'Markdown without prompts: own time in the host to open it', value: ofProse.opening, unit: 'ms' },
      { name: 'Markdown without prompts: own time in the host for each letter', value: ofProse.perEdit, unit: 'ms' },
      { name: '5 MB of Python: own time in the host to open it', value: ofLarge.opening, unit: 'ms' },
      { name: '5 MB of Python: own time in the host for each letter', value: ofLarge.perEdit, unit: 'ms' },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const PROSE = Array.from({ length: 400 }, (_, line) => `Line ${line} of notes about the garden, the weather and the neighbours.`).join(
  '\n',
);
const LARGE_LINE = '# A line of a long file that says nothing of language models, ever.\n';
const LARGE_HEAD = LARGE_LINE.length * 20;
const LARGE = `${LARGE_LINE.repeat(77_000)}from openai import OpenAI\nOpenAI().responses.create(model="gpt-5.4", input="Hello", max_output_tokens=50)\n`;

/** A copy of the extension that notes its own times. */
async function timedExtension(folder: string): Promise<string> {
  for (const part of PARTS)
    await cp(path.join(repositoryRoot, part), path.join(folder, part), { recursive: true, filter: source => !source.endsWith('.map') });
  const manifest = JSON.parse(await readFile(path.join(repositoryRoot, 'package.json'), 'utf8')) as object;
  await writeFile(path.join(folder, 'package.json'), JSON.stringify({ ...manifest, main: './timed-main.js' }));
  await bundle('timed-main', folder);
  return folder;
}

async function costsIn(browser: Browser, port: number, scenario: CostScenario, content: string): Promise<HostCosts> {
  const folder = await mkdtemp(path.join(tmpdir(), 'promptfare-window-'));
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
  try {
    const workspace = path.dirname(scenario.file);
    await mkdir(workspace, { recursive: true });
    await writeFile(scenario.file, content);
    await bundle('cost-suite', folder);
    await writeFile(path.join(folder, 'scenario.json'), JSON.stringify(scenario));
    const extensionTestsPath = path.join(folder, 'cost-suite');
    await page.goto(buildUrl(port, { folder: workspace, extensionDevelopmentPath: scenario.extension, extensionTestsPath }));
    const file = path.join(folder, 'costs.json');
    for (const end = Date.now() + PATIENCE_MS; !existsSync(file); await wait(500))
      if (Date.now() > end) throw new Error('The extension host wrote no costs');
    return JSON.parse(await readFile(file, 'utf8')) as HostCosts;
  } finally {
    await page.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function bundle(name: string, folder: string): Promise<void> {
  const entryPoints = [path.join(__dirname, 'host', `${name}.ts`)];
  await build({
    entryPoints,
    outfile: path.join(folder, `${name}.js`),
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
}
