import type { FilesNear, ProjectFiles } from '../../language';
import { relativeUri } from '../../relative-uri';
import type { Uri } from '../../span';

/** Folders above a file in which its `go.mod` is looked for. */
const MOST_ANCESTORS = 12;
/** Files of one package; nobody writes more by hand. */
const MOST_FILES = 200;
/** Folders near an interface in which types are looked for that implement it. */
const MOST_FOLDERS = 60;

/** The folder of an import that is of the file's own module, or of one that its `go.mod` replaces by a folder. */
export function importCandidates(module: string, from: Uri, project: ProjectFiles): readonly Uri[] {
  // The standard library's first segment has no dot; modules of a program by itself may have none, either.
  const found = project.textOf(ancestors(from).map(folder => `${folder}go.mod`));
  if (found === undefined) return [];
  const folder = found.uri.slice(0, found.uri.lastIndexOf('/') + 1);
  const own = /^module\s+"?([^\s"]+)/m.exec(found.text)?.[1];
  const local = [...found.text.matchAll(/^[ \t]*(?:replace[ \t]+)?(\S+)(?:[ \t]+v\S+)?[ \t]+=>[ \t]+(\.{1,2}\/\S*|\.{1,2})[ \t]*\r?$/gm)];
  const roots: readonly (readonly [string, Uri])[] = [
    ...(own === undefined ? [] : [[own, folder] as const]),
    ...local.flatMap(([, path = '', target = '']) => {
      const uri = relativeUri(found.uri, `${target}/.`);
      return uri === undefined ? [] : [[path, uri.endsWith('/') ? uri : `${uri}/`] as const];
    }),
  ];
  return roots.flatMap(([path, root]) => {
    if (module === path) return [root];
    return module.startsWith(`${path}/`) ? [`${root}${module.slice(path.length + 1)}/`] : [];
  });
}

/** The other files of a package are those of its folder; only tests see what tests declare. */
export function filesAround(from: Uri, project: ProjectFiles): readonly Uri[] {
  const files = goFiles(from.slice(0, from.lastIndexOf('/') + 1), project);
  return files.filter(file => file !== from && (isTest(from) || !isTest(file)));
}

export function filesOf(folder: Uri, project: ProjectFiles): readonly Uri[] {
  return goFiles(folder, project).filter(file => !isTest(file));
}

/** An interface stands in the package of its types, above their packages, beside them, or beside what is above them. */
export function mayImplement(own: Uri, project: ProjectFiles): FilesNear {
  const above = own.slice(0, own.lastIndexOf('/', own.length - 2) + 1);
  const within = (folder: Uri) =>
    project.entriesOf(folder).filter(entry => entry.endsWith('/') && !/\/(?:vendor|testdata|mocks?|\.[^/]*)\/$/.test(entry));
  const folders = new Set([own, ...within(own), ...within(above)]);
  const files = [...folders].slice(0, MOST_FOLDERS).flatMap(folder => filesOf(folder, project));
  // `core/model.go` and `provider/openai/client.go`: as many of these as there is room for.
  const further = folders.size >= MOST_FOLDERS ? [] : [...folders].flatMap(within).filter(folder => !folders.has(folder));
  const found = further.slice(0, MOST_FOLDERS - folders.size).flatMap(folder => filesOf(folder, project));
  return { files: [...files, ...found].slice(0, MOST_FILES), all: folders.size <= MOST_FOLDERS && files.length <= MOST_FILES };
}

function goFiles(folder: Uri, project: ProjectFiles): readonly Uri[] {
  return project
    .entriesOf(folder)
    .filter(entry => entry.endsWith('.go'))
    .slice(0, MOST_FILES);
}

function isTest(uri: Uri): boolean {
  return uri.endsWith('_test.go');
}

function ancestors(uri: Uri): readonly Uri[] {
  const folders: Uri[] = [];
  const root = uri.indexOf('://') + 3;
  for (let end = uri.lastIndexOf('/'); end >= root && folders.length < MOST_ANCESTORS; end = uri.lastIndexOf('/', end - 1))
    folders.push(uri.slice(0, end + 1));
  return folders;
}
