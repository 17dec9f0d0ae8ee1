import type { ProjectFiles } from '../core/source/language';
import { languageFor, languageOfUri } from '../core/source/languages/index';
import type { Uri } from '../core/source/span';

/** One file, as far as it matters to which others can reach a model through it. */
export interface ReachFile {
  readonly path: string;
  /** It names a package of an SDK. */
  readonly traced: boolean;
  /** Paths of the files that its relative imports mean. */
  readonly files: readonly string[];
  /** See `Imports`. */
  readonly names: readonly string[];
  /** Where its classes have what they extend or implement: paths, and what other imports call the file. */
  readonly above: { readonly files: readonly string[]; readonly names: readonly string[] };
  /** A file that imports it may pass it what asks a model. */
  readonly takes: boolean;
}

export interface Imports {
  /** Modules that are written relative to the file: `./client`, `..llm.client`. */
  readonly relative: readonly string[];
  /** Every name that the other imports are made of: `from app.llm import ask` gives app, llm, ask; `'@acme/ai/client'` gives acme, ai, client. */
  readonly names: readonly string[];
  /** Of the modules, those that what its classes extend or implement is imported from. */
  readonly above: readonly string[];
}

/** What a text imports, also in ways that a look at the text alone can't tell from imports. */
export function importsOf(text: string): Imports {
  const relative = new Set<string>();
  const names = new Set<string>();
  const add = (module: string, imported: readonly string[]) => {
    const isRelative = module.startsWith('.');
    if (isRelative) relative.add(module);
    else for (const name of module.split(/[^\w-]+/)) if (name !== '') names.add(name);
    for (const name of imported) {
      if (isRelative) relative.add(module.endsWith('.') ? module + name : `${module}.${name}`);
      else names.add(name);
    }
  };
  for (const [, module = '', imported = ''] of text.matchAll(/^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]{0,10000}\)|[^\n#;]*)/gm))
    add(module, imported.match(/\w+/g) ?? []);
  for (const [, modules = ''] of text.matchAll(/^[ \t]*import[ \t]+([\w., \t]+)/gm))
    for (const module of modules.match(/[\w.]+/g) ?? []) add(module.replace(/^\.+/, ''), []);
  for (const [, module = ''] of text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*(?:\(\s*)?['"]([^'"\n]+)['"]/g)) add(module, []);
  // Go's lists of paths, C#'s namespaces.
  for (const [, module = ''] of text.matchAll(/^[ \t]*(?:import[ \t]+)?(?:[\w.]+[ \t]+)?"([\w./~-]+)"[ \t]*(?:;[ \t]*)?\r?$/gm))
    add(module, []);
  for (const [, module = ''] of text.matchAll(/^[ \t]*(?:global[ \t]+)?using[ \t]+(?:static[ \t]+)?(?:\w+[ \t]*=[ \t]*)?([\w.]+)[ \t]*;/gm))
    add(module, []);
  return { relative: [...relative], names: [...names], above: modulesAbove(text) };
}

function modulesAbove(text: string): readonly string[] {
  const heads = text.matchAll(/\bclass\s+\w+(?!\w)(?:\s*\(((?:(?!\bclass\s)[^)])*)\)|((?:(?!\bclass\s)[^{;])*)\{)/g);
  const types = new Set([...heads].flatMap(([, python = '', head = '']) => (python + basesIn(head)).match(/\w+/g) ?? []));
  if (types.size === 0) return [];
  const found = new Set<string>();
  for (const [, imported = '', module = ''] of text.matchAll(/\bimport\s((?:(?!\bimport\b)[^'";])*?)\bfrom\s*['"]([^'"\n]+)['"]/g))
    if (imported.match(/\w+/g)?.some(name => types.has(name))) found.add(module);
  for (const [, module = '', imported = ''] of text.matchAll(/^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]{0,10000}\)|[^\n#;]*)/gm))
    if (imported.match(/\w+/g)?.some(name => types.has(name))) found.add(module);
  return [...found];
}

/** What stands behind `extends` or `implements` in a class's head, which has no brackets before it. */
function basesIn(head: string): string {
  return /^[^}(]*?\b(?:extends|implements)\b(.*)/s.exec(head)?.[1] ?? '';
}

/** What a module that isn't written relative to a file may call that file. */
export function nameOfModule(module: string): string {
  return /(?<![\w-])[\w-]+$/.exec(module.replace(/\.[cm]?[jt]sx?$/, ''))?.[0] ?? '';
}

/** Relative paths need no other file to be understood. */
const NO_FILES: ProjectFiles = { textOf: () => undefined, entriesOf: () => [] };

/** The files that relative modules mean, as the link step follows them. */
export function resolveRelative(modules: readonly string[], from: Uri, exists: (uri: Uri) => boolean): readonly Uri[] {
  const { importCandidates } = languageFor(languageOfUri(from) ?? 'python');
  return modules.flatMap(module => importCandidates(module, from, NO_FILES).find(exists) ?? []);
}

/**
 * The files in which a call of a model can be seen: those that name an SDK, and those that import, over any number of steps, from
 * one that does (callers of a project's own wrapper) or from what one implements (callers of its interface), and those that one of
 * these imports and may pass a model. Imports that aren't relative go by names alone, so too many get in rather than too few.
 */
export function filesThatReach(files: readonly ReachFile[]): ReadonlySet<string> {
  const byFile = new Map<string, ReachFile[]>();
  const byName = new Map<string, ReachFile[]>();
  for (const file of files) {
    for (const imported of file.files) add(byFile, imported, file);
    for (const name of file.names) add(byName, name, file);
  }
  const byPath = new Map(files.map(file => [file.path, file]));
  const calledLike = new Map<string, ReachFile[]>();
  for (const file of files) for (const name of moduleNames(file.path)) add(calledLike, name, file);
  const reached = new Set<string>();
  const waiting = files.filter(file => file.traced);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file.path)) continue;
    reached.add(file.path);
    waiting.push(...(byFile.get(file.path) ?? []));
    for (const path of file.above.files) waiting.push(...[byPath.get(path) ?? []].flat());
    for (const name of file.above.names) waiting.push(...(calledLike.get(name) ?? []));
    for (const name of moduleNames(file.path)) {
      waiting.push(...(byName.get(name) ?? []));
      byName.delete(name);
    }
  }
  addTaking(reached, byPath, calledLike);
  return reached;
}

function addTaking(
  reached: Set<string>,
  byPath: ReadonlyMap<string, ReachFile>,
  calledLike: ReadonlyMap<string, readonly ReachFile[]>,
): void {
  for (const path of reached) {
    const file = byPath.get(path);
    if (file === undefined) continue;
    const imported = [...file.files.flatMap(each => byPath.get(each) ?? []), ...file.names.flatMap(name => calledLike.get(name) ?? [])];
    for (const each of imported) if (each.takes) reached.add(each.path);
  }
}

function add(importers: Map<string, ReachFile[]>, imported: string, file: ReachFile): void {
  const known = importers.get(imported);
  if (known === undefined) importers.set(imported, [file]);
  else known.push(file);
}

/** The package that a file belongs to without saying so, by the name of its folder: it sees the names of all files there. */
export function packageNames(path: string): readonly string[] {
  const language = languageOfUri(path);
  const adapter = language && languageFor(language);
  if (adapter?.packages === undefined) return [];
  return path.split(/[\\/]/).slice(-2, -1);
}

/** What an import may call a file: its own name, its package's, or that of a folder whose index it is (`packages/llm/src/index.ts`: src, llm). */
function moduleNames(path: string): readonly string[] {
  const segments = path.split(/[\\/]/);
  const own = (segments.pop() ?? '').replace(/\..*/s, '');
  const around = packageNames(path);
  if (around.length > 0) return [own, ...around];
  return own === 'index' || own === '__init__' ? [own, ...segments.slice(-2)] : [own];
}
