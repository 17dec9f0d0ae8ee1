/** One file's raw text, as far as it matters to which others can reach a model through it. */
export interface ReachFile {
  readonly path: string;
  /** It names a package of an SDK. */
  readonly traced: boolean;
  /** See `importedNames`. */
  readonly imports: ReadonlySet<string>;
}

/** Every name that a text's imports are made of: `from app.llm import ask` gives app, llm, ask; `'../lib/client.js'` gives lib, client. */
export function importedNames(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const add = (part: string) => {
    for (const name of part.split(/[^\w-]+/)) if (name !== '') names.add(name);
  };
  for (const [, module = '', imported = ''] of text.matchAll(/^[ \t]*from[ \t]+([.\w]+)[ \t]+import[ \t]+(\([^)]*\)|[^\n#;]*)/gm)) {
    add(module);
    add(imported);
  }
  for (const [, modules = ''] of text.matchAll(/^[ \t]*import[ \t]+([\w., \t]+)/gm)) add(modules);
  for (const [, module = ''] of text.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"\n]+)['"]/g)) add(module);
  return names;
}

/**
 * The files in which a call of a model can be seen: those that name an SDK, and those that import, over any number of steps, from
 * one that does (callers of a project's own wrapper). By names alone, so it lets in too many rather than too few.
 */
export function filesThatReach(files: readonly ReachFile[]): ReadonlySet<string> {
  const importers = new Map<string, ReachFile[]>();
  for (const file of files) {
    for (const name of file.imports) {
      const known = importers.get(name);
      if (known === undefined) importers.set(name, [file]);
      else known.push(file);
    }
  }
  const reached = new Set<string>();
  const waiting = files.filter(file => file.traced);
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file.path)) continue;
    reached.add(file.path);
    for (const name of moduleNames(file.path)) {
      waiting.push(...(importers.get(name) ?? []));
      importers.delete(name);
    }
  }
  return reached;
}

/** What an import may call a file: its own name, or that of a folder whose index it is (`packages/llm/src/index.ts`: src, llm). */
function moduleNames(path: string): string[] {
  const segments = path.split(/[\\/]/);
  const own = (segments.pop() ?? '').replace(/\..*$/, '');
  return own === 'index' || own === '__init__' ? [own, ...segments.slice(-2)] : [own];
}
