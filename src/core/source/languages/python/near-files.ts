import { filesNear } from '../../files-near';
import type { FilesNear, ProjectFiles } from '../../language';
import type { Uri } from '../../span';

/** Folders between a file and the program that puts its parts together. */
const MOST_ABOVE = 4;

export function mayImplement(folder: Uri, project: ProjectFiles): FilesNear {
  return filesNear(folder, project, isSource);
}

export function mayPass(folder: Uri, project: ProjectFiles): FilesNear {
  return filesNear(folder, project, isSource, MOST_ABOVE);
}

function isSource(uri: Uri): boolean {
  return uri.endsWith('.py') && !/\/(?:test_[^/]*|[^/]*_test|conftest)\.py$/.test(uri);
}
