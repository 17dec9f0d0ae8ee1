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

/** Files that bundlers import as they are. */
const texts: ReadonlySet<string> = new Set([
  '.json',
  '.txt',
  '.md',
  '.mdx',
  '.prompt',
  '.hbs',
  '.mustache',
  '.j2',
  '.jinja',
  '.tmpl',
  '.xml',
]);

/** The files that a relative import may mean, best first; none for packages. */
export function importCandidates(written: string, from: Uri): readonly Uri[] {
  const module = withoutLoader(written);
  if (!/^\.{1,2}(\/|$)/.test(module)) return [];
  const base = relativeUri(from, module);
  if (base === undefined) return [];
  const directory = module.endsWith('/') || /(^|\/)\.{1,2}$/.test(module);
  const index = endings.map(ending => `${base}/index${ending}`);
  if (directory) return index;
  // Node.js and bundlers take data by its bare name as well, where there is no code of that name.
  const bare = [...endings.map(ending => base + ending), `${base}.json`, ...index];
  const ending = /\.[^./]+$/.exec(base)?.[0] ?? '';
  const stem = base.slice(0, base.length - ending.length);
  const named = sourceEndings[ending]?.map(each => stem + each);
  if (named !== undefined) return [...named, ...bare];
  return endings.includes(ending) || module !== written || texts.has(ending) ? [base, ...bare] : bare;
}

/** `raw-loader!./x.txt` and `./x.txt?raw` tell a bundler how to import a text. */
function withoutLoader(module: string): string {
  return module.slice(module.lastIndexOf('!') + 1).replace(/\?[^/?]*$/, '');
}
