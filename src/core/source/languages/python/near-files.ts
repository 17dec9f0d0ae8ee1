import { filesNear } from '../../files-near';
import type { FilesNear, ProjectFiles } from '../../language';
import type { Uri } from '../../span';

export function mayImplement(from: Uri, project: ProjectFiles): FilesNear {
  return filesNear(from, project, uri => uri.endsWith('.py') && !/\/(?:test_[^/]*|[^/]*_test|conftest|setup)\.py$/.test(uri));
}
