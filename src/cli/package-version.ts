import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The version in the nearest package.json above: the same file for the bundle and for the sources. */
export function packageVersion(from = __dirname): string {
  const manifest = path.join(from, 'package.json');
  if (existsSync(manifest)) {
    const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version?: unknown };
    if (typeof version === 'string') return version;
  }
  const parent = path.dirname(from);
  if (parent === from) throw new Error('There is no package.json above the command line');
  return packageVersion(parent);
}
