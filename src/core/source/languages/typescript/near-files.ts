import { filesNear } from '../../files-near';
import type { FilesNear, ProjectFiles } from '../../language';
import type { Uri } from '../../span';

/** Files of the project's own code: no declarations, no tests. */
export function mayImplement(from: Uri, project: ProjectFiles): FilesNear {
  return filesNear(
    from,
    project,
    uri => /\.[cm]?[jt]sx?$/.test(uri) && !/\.d\.[cm]?ts$|(?:\.(?:test|spec|stories)|(?<!\/inversify)\.config)\.[cm]?[jt]sx?$/.test(uri),
  );
}
