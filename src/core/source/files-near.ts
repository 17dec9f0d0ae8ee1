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

/**
 * The files of a folder, of those above it (as many as `above`, and none above a project's), and of those within, the nearest
 * first.
 */
export function filesNear(own: Uri, project: ProjectFiles, isSource: (uri: Uri) => boolean, above = 1): FilesNear {
  const folders = new Set([own]);
  for (const last of folders) {
    const next = last.slice(0, last.lastIndexOf('/', last.length - 2) + 1);
    if (folders.size > above || next.endsWith('//') || project.entriesOf(last).some(entry => ROOT.test(entry))) break;
    folders.add(next);
  }
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
