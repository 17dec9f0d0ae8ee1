import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A project on the disk, in a folder of its own. */
export interface ProjectFolder {
  readonly root: string;
  path(file: string): string;
  write(file: string, text: string): Promise<string>;
  remove(): Promise<void>;
}

export async function projectFolder(files: Readonly<Record<string, string>>): Promise<ProjectFolder> {
  const root = await mkdtemp(path.join(tmpdir(), 'promptfare-scan-'));
  const folder: ProjectFolder = {
    root,
    path: file => path.join(root, file),
    async write(file, text) {
      const full = path.join(root, file);
      await mkdir(path.dirname(full), { recursive: true });
      await writeFile(full, text);
      return full;
    },
    remove: () => rm(root, { recursive: true }),
  };
  for (const [file, text] of Object.entries(files)) await folder.write(file, text);
  return folder;
}
