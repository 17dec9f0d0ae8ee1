import { filesNear } from '../../files-near';
import type { FilesNear, ProjectFiles } from '../../language';
import type { Uri } from '../../span';

/** Folders between a file and the program that puts its parts together: `src/app/api/chat/tools`. */
const MOST_ABOVE = 5;

export function mayImplement(folder: Uri, project: ProjectFiles): FilesNear {
  return filesNear(folder, project, isSource);
}

export function mayPass(folder: Uri, project: ProjectFiles): FilesNear {
  return filesNear(folder, project, isSource, MOST_ABOVE);
}

/** Files of the project's own code: no declarations, no tests. */
function isSource(uri: Uri): boolean {
  return /\.[cm]?[jt]sx?$/.test(uri) && !/\.d\.[cm]?ts$|(?:\.(?:test|spec|stories)|(?<!\/inversify)\.config)\.[cm]?[jt]sx?$/.test(uri);
}
