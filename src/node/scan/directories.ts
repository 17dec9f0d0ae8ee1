import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Whether there is a file of some path. Reads each folder once: imports may mean many files, of which one exists. */
export class Directories {
  readonly #entries = new Map<string, ReadonlySet<string>>();

  has(file: string): boolean {
    const folder = path.dirname(file);
    return folder !== file && this.#entriesOf(folder).has(path.basename(file));
  }

  #entriesOf(folder: string): ReadonlySet<string> {
    let entries = this.#entries.get(folder);
    if (entries === undefined) {
      const isRoot = path.dirname(folder) === folder;
      entries = isRoot || this.has(folder) ? entriesIn(folder) : new Set();
      this.#entries.set(folder, entries);
    }
    return entries;
  }
}

function entriesIn(folder: string): ReadonlySet<string> {
  try {
    return new Set(readdirSync(folder));
  } catch {
    return new Set(); // no folder, or one that may not be read: nothing can be imported from it
  }
}
