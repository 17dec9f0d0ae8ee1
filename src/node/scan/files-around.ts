import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { languageOfUri } from '../../core/source/languages/index';
import { workspaceFiles } from '../workspace-files';
import type { FileToScan } from './scan-files';

/**
 * The code of the repositories that some folders are parts of, outside of them: a wrapper that all calls go through often stands there.
 * None where a folder is a repository itself or in none. What can't be read is left out.
 */
export function filesAround(folders: readonly string[]): readonly FileToScan[] {
  const inside = (file: string) => folders.some(folder => file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep));
  const repositories = new Set(folders.flatMap(folder => repositoryAbove(folder) ?? []));
  return [...repositories].flatMap(repository =>
    [...workspaceFiles(repository, () => {})].flatMap((file): readonly FileToScan[] =>
      languageOfUri(file) === undefined || inside(file) ? [] : [{ path: file, named: false, around: true }],
    ),
  );
}

/** Whoever keeps all of their home in one repository doesn't work on all of it. */
function repositoryAbove(folder: string): string | undefined {
  let current = path.resolve(folder);
  if (existsSync(path.join(current, '.git'))) return undefined;
  for (let parent = path.dirname(current); parent !== current; parent = path.dirname(current)) {
    current = parent;
    if (current === os.homedir()) return undefined;
    if (existsSync(path.join(current, '.git'))) return current;
  }
  return undefined;
}
