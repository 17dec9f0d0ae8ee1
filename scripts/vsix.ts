import { mkdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { z } from 'zod';
import { build } from './build';
import { repositoryRoot } from './repository';

const Manifest = z.object({ name: z.string(), version: z.string() });

export interface Package {
  /** Absolute path. */
  readonly file: string;
  readonly megabytes: number;
}

/** Makes a production build and packs it. */
export async function packVsix(folder: string): Promise<Package> {
  if (!(await build({ production: true }))) throw new Error('Nothing was packed: the build failed.');
  return packBuilt(folder);
}

/** Packs what lies in dist/. Everything is bundled, so no node_modules go in; .vscodeignore lists what does. */
export async function packBuilt(folder: string): Promise<Package> {
  const { name, version } = Manifest.parse(JSON.parse(await readFile(path.join(repositoryRoot, 'package.json'), 'utf8')));
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${name}-${version}.vsix`);
  await createVSIX({ cwd: repositoryRoot, packagePath: file, dependencies: false });
  const { size } = await stat(file);
  return { file, megabytes: size / 1e6 };
}
