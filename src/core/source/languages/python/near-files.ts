import { filesNear } from '../../files-near';
import type { FilesNear, ProjectFiles } from '../../language';
import type { Uri } from '../../span';

/** Folders between a file and the program that puts its parts together. */
const MOST_ABOVE = 4;

export function mayImplement(from: Uri, project: ProjectFiles): FilesNear {
  return filesNear(from, project, isSource);
}

export function mayPass(from: Uri, project: ProjectFiles): FilesNear {
  return filesNear(from, project, isSource, MOST_ABOVE);
}

function isSource(uri: Uri): boolean {
  return uri.endsWith('.py') && !/\/(?:test_[^/]*|[^/]*_test|conftest)\.py$/.test(uri);
}
