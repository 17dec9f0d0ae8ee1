import type { FilesNear, ProjectFiles } from './language';
import type { Uri } from './span';

/** What is looked through around one interface; projects keep what implements it closer. */
const MOST_FOLDERS = 60;
const MOST_FILES = 150;
/** Holds nothing that a program runs, or nothing of the project's own. */
const ASIDE =
  /\/(?:node_modules|site-packages|vendor|dist|build|out|target|coverage|tests?|__\w+__|testing|mocks?|fixtures|examples?|docs?|migrations|public|static|assets|v?env|\.[^/]*)\/$/;
/** A folder with one of these is a project's; what is above it belongs to others. */
const ROOT = /\/(?:package\.json|pyproject\.toml|setup\.py|setup\.cfg|requirements\.txt|Pipfile|README[^/]*|\.git\/?)$/i;

/** The files of a file's folder, of the one above, and of those within, the nearest first. */
export function filesNear(from: Uri, project: ProjectFiles, isSource: (uri: Uri) => boolean): FilesNear {
  const own = from.slice(0, from.lastIndexOf('/') + 1);
  const above = own.slice(0, own.lastIndexOf('/', own.length - 2) + 1);
  const isRoot = above.endsWith('//') || project.entriesOf(own).some(entry => ROOT.test(entry));
  const folders = new Set(isRoot ? [own] : [own, above]);
  const files: Uri[] = [];
  let all = true;
  for (const folder of folders) {
    for (const entry of project.entriesOf(folder)) {
      if (entry.endsWith('/')) {
        if (ASIDE.test(entry)) continue;
        if (folders.size < MOST_FOLDERS) folders.add(entry);
        else all = false;
      } else if (isSource(entry)) files.push(entry);
    }
  }
  return { files: files.slice(0, MOST_FILES), all: all && files.length <= MOST_FILES };
}
