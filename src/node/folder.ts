import { readdirSync } from 'node:fs';
import type { Uri } from '../core/source/span';
import type { FolderSummary } from '../core/source/summary';
import { pathOfAddress } from './file-address';

/** Whether an address is a folder's: those end in a slash. */
export function isFolder(uri: Uri): boolean {
  return uri.endsWith('/');
}

/** What a folder holds; null: there is none, or it may not be read. `before` where nothing has changed, so that answers that rest on it hold. */
export function readFolder(uri: Uri, before?: FolderSummary): FolderSummary | null {
  const path = pathOfAddress(uri);
  if (path === undefined) return null;
  try {
    const entries = readdirSync(path, { withFileTypes: true })
      .map(entry => `${uri}${encodeURIComponent(entry.name)}${entry.isDirectory() ? '/' : ''}`)
      .sort();
    const isSame = before?.entries.length === entries.length && entries.every((entry, index) => entry === before.entries[index]);
    return isSame ? before : { kind: 'folder', uri, entries, problems: [] };
  } catch {
    return null; // no folder, or one that may not be read: nothing can be imported from it
  }
}

/** The address of the folder that a file stands in. */
export function folderOf(uri: Uri): Uri {
  return uri.slice(0, uri.lastIndexOf('/', uri.length - 2) + 1);
}
