import { relativeUri } from '../../relative-uri';
import type { Uri } from '../../span';

/** In the order in which a bare path is tried. */
const endings = ['.ts', '.tsx', '.js', '.jsx', '.mjs', '.mts', '.cjs', '.cts'];

/** TypeScript sources are imported by the name of the JavaScript that they become. */
const sourceEndings: Readonly<Record<string, readonly string[]>> = {
  '.js': ['.ts', '.tsx', '.js', '.jsx'],
  '.jsx': ['.tsx', '.jsx'],
  '.mjs': ['.mts', '.mjs'],
  '.cjs': ['.cts', '.cjs'],
};

/** The files that a relative import may mean, best first; none for packages. */
export function importCandidates(module: string, from: Uri): readonly Uri[] {
  if (!/^\.{1,2}(\/|$)/.test(module)) return [];
  const base = relativeUri(from, module);
  if (base === undefined) return [];
  const directory = module.endsWith('/') || /(^|\/)\.{1,2}$/.test(module);
  const index = endings.map(ending => `${base}/index${ending}`);
  if (directory) return index;
  const bare = [...endings.map(ending => base + ending), ...index];
  const ending = /\.[^./]+$/.exec(base)?.[0] ?? '';
  const stem = base.slice(0, base.length - ending.length);
  const named = sourceEndings[ending]?.map(each => stem + each);
  if (named !== undefined) return [...named, ...bare];
  return endings.includes(ending) || ending === '.json' ? [base, ...bare] : bare;
}
