import type { Packages, ProjectFiles } from '../../language';
import type { Uri } from '../../span';
import { PREDECLARED } from './predeclared';

/** How many folders above a file may hold its project. */
const MOST_ANCESTORS = 8;
/** More folders than a project is looked through for. */
const MOST_FOLDERS = 600;
/** Files that are read to find one name. */
const MOST_FILES = 40;

/** A type is known by its namespace, which any file of the project, or of one that it refers to, may declare. */
export const packages: Packages = {
  filesAround: partsAround,
  filesOf: (root, project) => projectFiles(root, project, new Set()),
  projectOf,
  mayDeclare,
  predeclared: PREDECLARED,
};

/** Parts of a class stand side by side: `Service.cs`, `Service.Prompts.cs`. */
function partsAround(from: Uri, project: ProjectFiles): readonly Uri[] {
  const folder = folderOf(from);
  const [own = ''] = nameOf(from).split('.');
  return project.entriesOf(folder).filter(entry => entry !== from && entry.endsWith('.cs') && nameOf(entry).split('.')[0] === own);
}

/** The nearest folder with a project's file; without one, the folders of a solution, a repository or a game are one. */
function projectOf(from: Uri, project: ProjectFiles, wide: boolean): Uri | undefined {
  let fallback: Uri | undefined;
  let nearest: Uri | undefined;
  let folder = folderOf(from);
  for (let level = 0; level < MOST_ANCESTORS && folder.length > folder.indexOf('://') + 3; level++) {
    const entries = project.entriesOf(folder);
    if (entries.some(entry => /\.csproj$/i.test(entry))) {
      if (!wide) return folder;
      nearest ??= folder;
    }
    if (entries.some(entry => /\.slnx?$|\/\.git\/?$|\.asmdef$|\/Assets\/$/i.test(entry))) fallback ??= folder;
    folder = folderOf(folder);
  }
  return fallback ?? nearest ?? folderOf(from);
}

/** All C# files of a project, those that its file links from elsewhere, and those of the projects that it refers to. */
function projectFiles(root: Uri, project: ProjectFiles, seen: Set<Uri>): readonly Uri[] {
  if (seen.has(root)) return [];
  seen.add(root);
  const found: Uri[] = [];
  const waiting: Uri[] = [root];
  for (let index = 0; index < waiting.length && index < MOST_FOLDERS; index++) {
    for (const entry of project.entriesOf(waiting[index] ?? '')) {
      if (entry.endsWith('.cs')) found.push(entry);
      else if (entry.endsWith('/') && !/\/(?:bin|obj|node_modules|packages|wwwroot|Library|Temp|\.[^/]*)\/$/.test(entry))
        waiting.push(entry);
    }
  }
  const file = project.entriesOf(root).find(entry => /\.csproj$/i.test(entry));
  const text = file === undefined ? undefined : project.textOf([file])?.text;
  for (const [, path = ''] of (text ?? '').matchAll(/<Compile\s+Include="([^"*?]+\.cs)"/g)) {
    const linked = resolved(root, path.replaceAll('\\', '/'));
    if (linked !== undefined && !found.includes(linked)) found.push(linked);
  }
  for (const [, path = ''] of (text ?? '').matchAll(/<ProjectReference\s+Include="([^"]+)"/g)) {
    const other = resolved(root, path.replaceAll('\\', '/'));
    if (other !== undefined) found.push(...projectFiles(folderOf(other), project, seen));
  }
  return found;
}

function resolved(root: Uri, path: string): Uri | undefined {
  const steps = root.slice(0, -1).split('/');
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(encodeURIComponent(step));
  }
  return steps.length < 4 ? undefined : steps.join('/');
}

/** The file of that name first, then those that may hold several types: of the same folder, and of the folders that a namespace names. */
function mayDeclare(name: string, from: Uri, files: readonly Uri[], namespaces: readonly string[]): readonly Uri[] {
  if (name.startsWith('this.'))
    return files.filter(file => file !== from && /(?:Extensions?|Helpers?|Utils?|Utilities)\.cs$/.test(file)).slice(0, MOST_FILES);
  if (!/^\p{Lu}/u.test(name)) return [];
  const own = new Set([name, name.replace(/^I(?=\p{Lu})/u, '')]);
  const folders = new Set(namespaces.map(namespace => namespace.slice(namespace.lastIndexOf('.') + 1)));
  const here = folderOf(from);
  const rank = (file: Uri): number => {
    const [first = ''] = nameOf(file).split('.');
    if (first === name) return 0;
    if (own.has(first) || first === `${name}s`) return 1;
    if (folderOf(file) === here) return 2;
    const folder = folderOf(file).slice(0, -1);
    return folders.has(folder.slice(folder.lastIndexOf('/') + 1)) ? 3 : 4;
  };
  const ranked = files.flatMap(file => (file === from || rank(file) === 4 ? [] : [{ file, place: rank(file), near: shared(file, from) }]));
  return ranked
    .sort((a, b) => a.place - b.place || b.near - a.near)
    .slice(0, MOST_FILES)
    .map(({ file }) => file);
}

/** How much of two addresses is the same. */
function shared(a: Uri, b: Uri): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

function folderOf(uri: Uri): Uri {
  return uri.slice(0, uri.lastIndexOf('/', uri.length - 2) + 1);
}

function nameOf(uri: Uri): string {
  return uri.slice(uri.lastIndexOf('/') + 1);
}
