import { jsonConfig, propertyOf, stringsOf } from '../source/json-config';
import { relativeUri } from '../source/relative-uri';
import type { Uri } from '../source/span';
import type { FileSummary } from '../source/summary';

/** A path that an import stands for, relative to a file: `./src/lib/client` of tsconfig.json. */
export interface AliasTarget {
  readonly path: string;
  readonly from: Uri;
}

type FileOf = (candidates: readonly Uri[]) => FileSummary | undefined;

/** Folders above a file in which its configuration is looked for: routes of a site are folders, a dozen deep. */
const MOST_ANCESTORS = 16;
/** Configurations that extend each other, or that a solution refers to. */
const DEEPEST_CONFIG = 4;

/**
 * What a name means that is no path: by the paths of tsconfig.json, by package.json of the own package or of the workspace's others.
 * `fileOf` gives a file's summary, undefined while that isn't known. `configs`: what was read of them before.
 */
export function createAliases(
  fileOf: FileOf,
  configs: WeakMap<FileSummary, unknown>,
): (module: string, from: Uri) => readonly AliasTarget[] {
  return (module, from) => {
    if (/^(?:\.|\/|node:|https?:)/.test(module)) return [];
    const byPaths = pathTargets(nearest(from, ['tsconfig.json', 'jsconfig.json']), module, 0);
    return [...byPaths, ...(byPaths.length === 0 ? conventional(module, from) : []), ...packageTargets(module, from)];
  };

  function nearest(from: Uri, names: readonly string[]): Uri | undefined {
    return fileOf(ancestors(from).flatMap(folder => names.map(name => `${folder}/${name}`)))?.uri;
  }

  function configOf(uri: Uri): unknown {
    const file = fileOf([uri]);
    if (file === undefined || file.kind === 'code' || file.kind === 'folder' || file.text === undefined) return undefined;
    if (!configs.has(file)) configs.set(file, jsonConfig(file.text));
    return configs.get(file);
  }

  function pathTargets(config: Uri | undefined, module: string, depth: number): readonly AliasTarget[] {
    if (config === undefined || depth > DEEPEST_CONFIG) return [];
    const content = configOf(config);
    const options = propertyOf(content, 'compilerOptions');
    const paths = propertyOf(options, 'paths');
    const baseUrl = propertyOf(options, 'baseUrl');
    const base = typeof baseUrl === 'string' ? (relativeUri(config, `${baseUrl}/.`) ?? config) : undefined;
    const from = base === undefined ? config : `${base}/tsconfig.json`;
    if (typeof paths === 'object' && paths !== null) {
      const found = Object.keys(paths).flatMap(pattern => matched(pattern, module, stringsOf(propertyOf(paths, pattern)), from));
      if (found.length > 0) return found;
    }
    if (base !== undefined && module.includes('/') && !module.startsWith('@')) return [{ path: `./${module}`, from }];
    const parents = [...[propertyOf(content, 'extends')].flat().filter(path => typeof path === 'string'), ...referencesOf(content)];
    for (const parent of parents) {
      const file = parent.startsWith('.') ? relativeUri(config, /\.json$/.test(parent) ? parent : `${parent}.json`) : undefined;
      const found = pathTargets(file, module, depth + 1);
      if (found.length > 0) return found;
    }
    return [];
  }

  function packageTargets(module: string, from: Uri): readonly AliasTarget[] {
    const own = nearest(from, ['package.json']);
    if (own === undefined) return [];
    const content = configOf(own);
    if (module.startsWith('#')) {
      const imports = propertyOf(content, 'imports');
      const keys = typeof imports === 'object' && imports !== null ? Object.keys(imports) : [];
      return keys.flatMap(pattern => matched(pattern, module, conditions(propertyOf(imports, pattern)), own));
    }
    const [, name = '', rest = ''] = /^((?:@[^/]+\/)?[^/]+)(.*)/s.exec(module) ?? [];
    if (propertyOf(content, 'name') === name) return entryOf(own, rest);
    if (!name.startsWith('@')) return [];
    for (const folder of workspaceFolders(own, name)) {
      const manifest = `${folder}/package.json`;
      if (propertyOf(configOf(manifest), 'name') === name) return entryOf(manifest, rest);
    }
    return [];
  }

  /** Where the workspace's packages of this name may be. */
  function workspaceFolders(own: Uri, name: string): readonly string[] {
    const last = name.slice(name.lastIndexOf('/') + 1);
    for (const folder of ancestors(own)) {
      const stated = propertyOf(configOf(`${folder}/package.json`), 'workspaces');
      const patterns = [...stringsOf(stated), ...stringsOf(propertyOf(stated, 'packages')), ...pnpmPackages(folder)];
      if (patterns.length === 0) continue;
      return patterns.flatMap(pattern => relativeUri(`${folder}/`, pattern.replace(/\*.*/s, last)) ?? []);
    }
    return [];
  }

  function pnpmPackages(folder: string): readonly string[] {
    const file = fileOf([`${folder}/pnpm-workspace.yaml`]);
    const text = file === undefined || file.kind === 'code' || file.kind === 'folder' ? undefined : file.text;
    return [...(text ?? '').matchAll(/^[ \t]*-[ \t]*['"]?([^'"!#\s]+)['"]?[ \t]*\r?$/gm)].flatMap(([, pattern]) => pattern ?? []);
  }

  /** A package's own code: what its manifest names, or else what such packages most often have. */
  function entryOf(manifest: Uri, rest: string): readonly AliasTarget[] {
    const content = configOf(manifest);
    const exported = propertyOf(content, 'exports');
    const key = rest === '' ? '.' : `.${rest}`;
    const stated = [...conditions(propertyOf(exported, key)), ...(rest === '' ? conditions(exported) : [])];
    const main = rest === '' ? ['source', 'module', 'main'].flatMap(field => conditions(propertyOf(content, field))) : [];
    const paths = [...stated, ...main, ...(rest === '' ? ['./src/index', './index'] : [`./src${rest}`, `.${rest}`])];
    // What is built isn't there; what it is built from is.
    const sources = paths.flatMap(path => (/^(?:\.\/)?(?:dist|lib|build)\//.test(path) ? [built(path)] : [path]));
    return [...new Set(sources)].map(path => ({ path: path.startsWith('.') ? path : `./${path}`, from: manifest }));
  }
}

function built(path: string): string {
  return path.replace(/^(?:\.\/)?(?:dist|lib|build)\//, './src/').replace(/\.d\.ts$|\.[mc]?js$/, '');
}

/** `"./src/x.ts"`, or the same under conditions. */
function conditions(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return ['source', 'import', 'default', 'require', 'types'].flatMap(key => {
    const inner = propertyOf(value, key);
    return typeof inner === 'string'
      ? [inner]
      : typeof propertyOf(inner, 'default') === 'string'
        ? [String(propertyOf(inner, 'default'))]
        : [];
  });
}

/** `@/*` with `./src/*` */
function matched(pattern: string, module: string, targets: readonly string[], from: Uri): readonly AliasTarget[] {
  const star = pattern.indexOf('*');
  const before = star === -1 ? pattern : pattern.slice(0, star);
  const after = star === -1 ? '' : pattern.slice(star + 1);
  const fits = star === -1 ? module === pattern : module.startsWith(before) && module.endsWith(after) && before !== '';
  if (!fits) return [];
  const rest = module.slice(before.length, module.length - after.length);
  return targets.map(target => {
    const path = target.replace('*', () => rest);
    return { path: path.startsWith('.') ? path : `./${path}`, from };
  });
}

/** `@/lib/x` where no tsconfig.json says what `@` is: bundlers' configurations are code, and nearly all of them say this. */
function conventional(module: string, from: Uri): readonly AliasTarget[] {
  const [, path] = /^[@~]\/(.+)$/.exec(module) ?? [];
  if (path === undefined) return [];
  return ancestors(from).flatMap(folder => [
    { path: `./src/${path}`, from: `${folder}/x` },
    { path: `./${path}`, from: `${folder}/x` },
  ]);
}

/** Configurations that files of this one's folder may have. One elsewhere has files of its own, and paths that count for those. */
function referencesOf(config: unknown): readonly string[] {
  const references = propertyOf(config, 'references');
  if (!Array.isArray(references)) return [];
  return references.flatMap(reference => stringsOf([propertyOf(reference, 'path')])).filter(path => /^\.\/(?!.*\.\.(?:\/|$))/.test(path));
}

function ancestors(file: Uri): readonly string[] {
  const folders: string[] = [];
  const root = file.indexOf('://') + 3;
  for (let end = file.lastIndexOf('/'); end >= root && folders.length < MOST_ANCESTORS; end = file.lastIndexOf('/', end - 1))
    folders.push(file.slice(0, end));
  return folders;
}
