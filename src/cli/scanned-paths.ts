import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import path from 'node:path';
import { formatSelector } from '../core/source/formats/index';
import { kindByName } from '../node/scan/kind-by-name';
import { workspaceFiles } from '../node/workspace-files';
import { UsageError } from './usage-error';
import { whyUnread } from './why-unread';

/** A file or folder below one that was asked for. Names have forward slashes. */
export interface Located {
  readonly full: string;
  /** Relative to `folder`. */
  readonly file: string;
  /** As it was asked for; '.' for a file that was named itself. */
  readonly folder: string;
  /** As people read it: of several folders, each may have a file of that name. */
  readonly shown: string;
}

export interface FoundFile extends Located {
  readonly named: boolean;
}

export interface UnreadFolder extends Located {
  readonly why: string;
}

/** All files below the paths that may be read, as far as their names tell, and the folders that can't be. */
export async function filesUnder(
  paths: readonly string[],
  promptFiles: readonly string[],
): Promise<{ readonly found: readonly FoundFile[]; readonly unread: readonly UnreadFolder[] }> {
  const formatOf = formatSelector(promptFiles);
  const found = new Map<string, FoundFile>();
  const unread = new Map<string, UnreadFolder>();
  for (const given of paths) {
    const root = path.resolve(given);
    if (!(await isFolder(given))) {
      const file = slashed(path.relative(process.cwd(), root));
      if (kindByName(root, formatOf) === 'other') throw notRead(file);
      if (!found.has(root)) found.set(root, { full: root, file, folder: '.', shown: file, named: true });
      continue;
    }
    const locate = (full: string): Located => {
      const file = slashed(path.relative(root, full));
      return { full, file, folder: slashed(given), shown: paths.length === 1 ? file : slashed(path.relative(process.cwd(), full)) };
    };
    for (const full of workspaceFiles(root, ({ folder, why }) => unread.set(folder, { ...locate(folder), why }))) {
      if (!found.has(full) && kindByName(full, formatOf) !== 'other') found.set(full, { ...locate(full), named: false });
    }
  }
  return { found: [...found.values()], unread: [...unread.values()] };
}

async function isFolder(given: string): Promise<boolean> {
  try {
    await access(given, constants.R_OK);
    return (await stat(given)).isDirectory();
  } catch (error) {
    throw new UsageError(whyUnread(given, error, 'file or folder'));
  }
}

export function notRead(file: string): UsageError {
  const way = /\.(?:md|mdx|txt)$/i.test(file) ? ` (it counts as a prompt by --prompt-files "**/${path.posix.basename(file)}")` : '';
  return new UsageError(`not a kind of file that is read: ${file}${way}`);
}

export function slashed(file: string): string {
  return file.split(path.sep).join('/');
}
