import { cp, mkdtemp, realpath, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { repositoryRoot } from './repository';

export interface WorkspaceCopy {
  /** Absolute path of the copy; its last part is the original's name, which is what VS Code shows. */
  readonly folder: string;
  remove(): Promise<void>;
}

/** A copy that tests may edit. */
export async function copyWorkspace(original: string): Promise<WorkspaceCopy> {
  // The real path, or VS Code's addresses would differ from ours where the temporary folder is a link.
  const parent = await realpath(await mkdtemp(path.join(tmpdir(), 'promptfare-workspace-')));
  const folder = path.join(parent, path.basename(original));
  await cp(original, folder, { recursive: true });
  // Beside the copy, as in the repository, so that the packages which the examples import are found.
  await symlink(path.join(repositoryRoot, 'node_modules'), path.join(parent, 'node_modules'), 'junction');
  return { folder, remove: () => rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}
