import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { Missing } from '../missing';
import { repositoryRoot } from '../repository';
import { runNpm } from '../run-command';
import { requireServerPlatform } from './node-runtime';

/** Where the server lives between runs; ignored by git. */
export const hostFolder = path.join(repositoryRoot, '.host');
export const serverFolder = path.join(hostFolder, 'node_modules', 'code-server', 'lib', 'vscode');

const declarations = path.join(repositoryRoot, 'scripts', 'host');
const stampFile = path.join(hostFolder, 'installed.json');
const Stamp = z.object({ lockHash: z.string(), steps: z.array(z.string()) });
type Stamp = z.infer<typeof Stamp>;

interface Step {
  readonly name: string;
  readonly cwd: string;
  readonly npm: readonly string[];
}

const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
/** The server's own shrinkwraps do not match its manifests to the letter, so `npm ci` refuses them; `npm install` still follows them. */
const steps: readonly Step[] = [
  { name: 'VS Code server', cwd: hostFolder, npm: ['ci', ...quiet] },
  { name: "the server's packages", cwd: serverFolder, npm: ['install', '--omit=dev', ...quiet] },
  { name: "its built-in extensions' packages", cwd: path.join(serverFolder, 'extensions'), npm: ['install', '--omit=dev', ...quiet] },
];

async function readStamp(): Promise<Stamp | undefined> {
  const text = await readFile(stampFile, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return Stamp.parse(JSON.parse(text));
  } catch {
    // A run that was cut off while writing: its steps are done again.
    return undefined;
  }
}

/** Installs the server on first use, or again when its lock file changed. A run that was interrupted goes on at the step it was in. */
export async function installHost(say: (line: string) => void): Promise<void> {
  requireServerPlatform();
  const lockHash = createHash('sha256')
    .update(await readFile(path.join(declarations, 'package-lock.json')))
    .digest('hex');
  const stamp = await readStamp();
  const done = stamp?.lockHash === lockHash ? [...stamp.steps] : [];
  if (steps.every(step => done.includes(step.name))) return;

  say(
    `Installing a VS Code server into ${path.relative(repositoryRoot, hostFolder)}/ (first use only: about 800 MB, half a minute on a fast line)`,
  );
  if (done.length === 0) {
    await rm(stampFile, { force: true });
    await mkdir(hostFolder, { recursive: true });
    for (const file of ['package.json', 'package-lock.json']) await copyFile(path.join(declarations, file), path.join(hostFolder, file));
  }
  for (const [index, step] of steps.entries()) {
    if (done.includes(step.name)) continue;
    await runStep(step, `  ${index + 1}/${steps.length} ${step.name}`, say);
    done.push(step.name);
    await writeFile(stampFile, JSON.stringify({ lockHash, steps: done } satisfies Stamp));
  }
}

async function runStep(step: Step, label: string, say: (line: string) => void): Promise<void> {
  say(`${label} …`);
  const started = performance.now();
  const seconds = () => `${Math.round((performance.now() - started) / 1000)} s`;
  const heartbeat = setInterval(() => say(`${label} … ${seconds()}`), 5000);
  try {
    const { exitCode, output } = await runNpm(step.npm, { cwd: step.cwd, output: 'capture' });
    if (exitCode !== 0) {
      throw new Missing(
        `${output}\nCould not install ${step.name} (npm ${step.npm[0]} in ${step.cwd} ended with ${exitCode}). Check the network, then run the same command again.`,
      );
    }
  } finally {
    clearInterval(heartbeat);
  }
  say(`${label}: done in ${seconds()}`);
}
