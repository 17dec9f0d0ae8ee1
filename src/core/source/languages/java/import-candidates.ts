import type { Uri } from '../../span';
import { isStandardPackage } from './java-lang';

/** Where a module's tests and its code lie beside each other. */
const SOURCE_ROOT = /\/src\/(\w+)\/java\//;
/** Folders above a file that may be the one its package begins in. */
const MOST_ANCESTORS = 12;

/** `util.Models`: a library's package begins with the name of a domain, or is in this list. */
function isShort([head = '', ...others]: readonly string[]): boolean {
  return others.length <= 2 && !/^(?:com|org|net|io|dev|java|javax|jakarta|lombok|reactor|kotlin|junit|\w\w)$/.test(head);
}

/**
 * The files that a class's full name may mean: below the folder in which the importing file's own package begins. A class of
 * another root package is a library's.
 */
export function importCandidates(module: string, from: Uri): readonly Uri[] {
  const steps = module.split('.');
  const [head = ''] = steps;
  if (!/^[\w$.]+$/.test(module) || isStandardPackage(module) || !/^\p{Lu}/u.test(steps.at(-1) ?? '')) return [];
  const path = `${steps.join('/')}.java`;
  const root = SOURCE_ROOT.exec(from);
  if (root !== null) {
    const start = root.index + root[0].length;
    const own = from.slice(start).split('/')[0];
    // A file without a package may use any of the project's.
    if (steps.length > 1 && own !== head && !own?.endsWith('.java') && !isShort(steps)) return [];
    const main = from.slice(0, start).replace(SOURCE_ROOT, '/src/main/java/');
    return [...new Set([from.slice(0, start) + path, main + path])];
  }
  if (steps.length === 1) return [from.slice(0, from.lastIndexOf('/') + 1) + path];
  const found: Uri[] = [];
  let end = from.lastIndexOf('/');
  for (let level = 0; level < MOST_ANCESTORS && end > from.indexOf('://') + 3; level++) {
    const before = from.lastIndexOf('/', end - 1);
    if (from.slice(before + 1, end) === head) found.push(`${from.slice(0, before + 1)}${path}`);
    end = before;
  }
  return found;
}
