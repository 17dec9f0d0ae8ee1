import { isNotebook } from '../../notebook/read-notebook';
import type { Uri } from '../../span';
import { PACKAGES } from './packages';

/** How many folders above a file may be the root that its absolute imports start from. */
const MOST_ANCESTORS = 8;

/** Relative dots count from the file's folder; an absolute module may start in any folder above, the nearest first. */
export function importCandidates(module: string, from: Uri): readonly Uri[] {
  const [, dots = '', dotted = ''] = /^(\.*)(.*)/s.exec(module) ?? [];
  const names = dotted === '' ? [] : dotted.split('.');
  if (names.some(name => name === '')) return [];
  const folders = ancestors(from);
  if (dots !== '') {
    const folder = folders[dots.length - 1];
    return folder === undefined ? [] : filesOf(folder, names, isNotebook(from));
  }
  if (names.length === 0 || PACKAGES.has(names[0] ?? '')) return [];
  const above = folders.slice(0, MOST_ANCESTORS);
  return above.flatMap(root => ['', '/src', ...besideOf(names[0] ?? '')].flatMap(inside => filesOf(root + inside, names, false)));
}

/** Of several packages in one repository each has a folder, which its distribution's name calls: `acme_llm` stands in `acme-llm`. */
function besideOf(name: string): readonly string[] {
  const folder = name.replaceAll('_', '-');
  return folder === name ? [] : [`/${folder}`, `/${folder}/src`];
}

/** A package goes before a module of the same name. A notebook may run another one, as if it imported it. */
function filesOf(folder: string, names: readonly string[], fromNotebook: boolean): Uri[] {
  const path = [folder, ...names.map(encodeURIComponent)].join('/');
  if (names.length === 0) return [`${path}/__init__.py`];
  return [`${path}/__init__.py`, `${path}.py`, ...(fromNotebook ? [`${path}.ipynb`] : [])];
}

/** The file's folder, its parent and so on, without a closing slash; the last is the root of the path. */
function ancestors(file: Uri): readonly string[] {
  const address = file.replace(/[?#].*/s, '');
  const root = /^[^/]*:(?:\/\/[^/]*)?(?=\/)/.exec(address)?.[0];
  if (root === undefined) return [];
  const folders: string[] = [];
  for (let end = address.lastIndexOf('/'); end >= root.length; end = address.lastIndexOf('/', end - 1)) {
    folders.push(address.slice(0, end));
    if (end === root.length) break;
  }
  return folders;
}
