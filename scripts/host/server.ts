import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { runCommand } from '../run-command';
import { freePort } from './free-port';
import { hostFolder, serverFolder } from './install';
import { serverNode } from './node-runtime';
import { cleanUserSettings, type UserSettings } from './user-settings';

const START_SECONDS = 60;
const STOP_SECONDS = 5;

export interface HostOptions {
  /** Folder of installed extensions; an empty one when left out. */
  readonly extensionsDir?: string;
  /** Laid over the settings of a clean window. */
  readonly userSettings?: UserSettings;
  /** With trust on, a folder that nobody has trusted opens in restricted mode. Off when left out: every folder is trusted. */
  readonly workspaceTrust?: boolean;
}

export interface Host {
  readonly url: string;
  readonly port: number;
  /** The server's log so far is in this file. */
  readonly logFile: string;
  /** Settles when the server ends, whoever ended it. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const serverMain = path.join(serverFolder, 'out', 'server-main.js');

/** Starts a server on a free loopback port and waits until it answers. It must have been installed (`installHost`). */
export async function startHost(options: HostOptions = {}): Promise<Host> {
  const data = await mkdtemp(path.join(tmpdir(), 'promptfare-host-'));
  const extensionsDir = options.extensionsDir ?? path.join(data, 'extensions');
  await mkdir(extensionsDir, { recursive: true });
  const trustSettings: UserSettings = options.workspaceTrust ? { 'security.workspace.trust.startupPrompt': 'never' } : {};
  await writeUserSettings(data, { ...cleanUserSettings, ...trustSettings, ...options.userSettings });

  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const logFile = path.join(data, 'server.log');
  const args = [serverMain, '--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'];
  args.push('--enable-smoke-test-driver', '--telemetry-level', 'off', '--server-data-dir', data, '--extensions-dir', extensionsDir);
  if (!options.workspaceTrust) args.push('--disable-workspace-trust');
  // Without a gallery the window asks no marketplace anything, so tests give the same result with and without a network.
  const env = { ...process.env, EXTENSIONS_GALLERY: '{}' };
  const server = spawn(serverNode(hostFolder), args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()));
  const log = createWriteStream(logFile);
  server.stdout.pipe(log, { end: false });
  server.stderr.pipe(log, { end: false });
  const endWithThisProcess = () => server.kill('SIGKILL');
  process.once('exit', endWithThisProcess);

  const stop = async () => {
    await endServer(server);
    process.removeListener('exit', endWithThisProcess);
    log.end();
    await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    await waitUntilReady(server, url, logFile);
  } catch (error) {
    await endServer(server);
    throw error;
  }
  return { url, port, logFile, ended, stop };
}

/** Installs a packaged extension into an extensions folder, as a user's "Install from VSIX" does. */
export async function installVsix(extensionsDir: string, vsixFile: string): Promise<void> {
  const data = await mkdtemp(path.join(tmpdir(), 'promptfare-install-'));
  const args = [serverMain, '--accept-server-license-terms', '--server-data-dir', data, '--extensions-dir', extensionsDir];
  const { exitCode, output } = await runCommand(serverNode(hostFolder), [...args, '--install-extension', vsixFile], { output: 'capture' });
  await rm(data, { recursive: true, force: true });
  if (exitCode !== 0 || !output.includes('successfully installed')) throw new Error(`Installing ${vsixFile} failed:\n${output}`);
}

async function writeUserSettings(data: string, settings: UserSettings): Promise<void> {
  const folder = path.join(data, 'data', 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), JSON.stringify(settings, undefined, 2));
}

async function waitUntilReady(server: ChildProcess, url: string, logFile: string): Promise<void> {
  const deadline = performance.now() + START_SECONDS * 1000;
  while (performance.now() < deadline) {
    if (hasEnded(server))
      throw new Error(`The VS Code server ended at once with ${server.exitCode ?? server.signalCode}. Its log: ${logFile}`);
    // Refused connections are what "not ready yet" looks like.
    const status = await fetch(url).then(
      response => response.status,
      () => undefined,
    );
    if (status === 200) return;
    await delay(100);
  }
  throw new Error(`The VS Code server did not answer within ${START_SECONDS} s. Its log: ${logFile}`);
}

async function endServer(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return;
  const ended = new Promise<void>(resolve => server.once('exit', () => resolve()));
  server.kill('SIGTERM');
  const timer = setTimeout(() => server.kill('SIGKILL'), STOP_SECONDS * 1000);
  await ended;
  clearTimeout(timer);
}

function hasEnded(server: ChildProcess): boolean {
  return server.exitCode !== null || server.signalCode !== null;
}
