import type { Uri } from '../../src/core/source/span';
import type { FolderSummary } from '../../src/core/source/summary';

/** What a folder of an in-memory project holds; null: there is none. */
export function folderIn(uris: Iterable<Uri>, folder: Uri): FolderSummary | null {
  const entries = new Set<Uri>();
  for (const uri of uris) {
    if (!uri.startsWith(folder)) continue;
    const [name = '', ...rest] = uri.slice(folder.length).split('/');
    entries.add(`${folder}${name}${rest.length > 0 ? '/' : ''}`);
  }
  return entries.size === 0 ? null : { kind: 'folder', uri: folder, entries: [...entries].sort(), problems: [] };
}
