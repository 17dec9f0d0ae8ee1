import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Uri } from '../core/source/span';
import { WORKSPACE_FILE_NAME } from '../core/workspace-file/name';

export interface WorkspaceFileOnDisk {
  /** Full path. */
  readonly path: string;
  readonly folder: Uri;
  readonly text: string;
}

/**
 * The workspace files that hold for files or folders, each once: the nearest from a folder up to the root of its repository, or to the
 * working directory. Outside of both only a folder's own.
 */
export async function workspaceFilesOf(paths: readonly string[], workingDirectory: string): Promise<readonly WorkspaceFileOnDisk[]> {
  const found = new Map<string, WorkspaceFileOnDisk>();
  for (const given of paths) {
    const full = path.resolve(workingDirectory, given);
    const isFolder = (await stat(full)).isDirectory();
    const file = nearest(isFolder ? full : path.dirname(full), workingDirectory);
    if (file === undefined || found.has(file)) continue;
    const folder = pathToFileURL(path.dirname(file)).href;
    found.set(file, { path: file, folder, text: (await readFile(file, 'utf8')).replace(/^\uFEFF/, '') });
  }
  return [...found.values()];
}

function nearest(folder: string, workingDirectory: string): string | undefined {
  const found: string[] = [];
  for (let current = folder; ; current = path.dirname(current)) {
    const file = path.join(current, WORKSPACE_FILE_NAME);
    if (existsSync(file)) found.push(file);
    if (existsSync(path.join(current, '.git'))) return found[0];
    if (path.dirname(current) === current) break;
  }
  const isNear = (file: string) => path.dirname(file) === folder || !path.relative(workingDirectory, file).startsWith('..');
  return found.find(isNear);
}
