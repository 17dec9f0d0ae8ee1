import { withoutPlace } from '../../generated-modules';
import type { SyntaxNode } from '../../syntax';
import { parts, type Site, sourceOf, spanOf } from './draft';

/** `import a.b` binds `a`; `import a.b as x` binds the module a.b. */
export function plainImport(node: SyntaxNode, site: Site): void {
  for (const part of parts(node, site)) {
    const { name, alias } = named(part, site);
    const module = alias === undefined ? (name.split('.')[0] ?? name) : name;
    if (module !== '') add(site, part, alias ?? module, module, undefined, module === name ? undefined : name);
  }
}

export function fromImport(node: SyntaxNode, site: Site): void {
  const [from, ...names] = parts(node, site);
  if (from === undefined) return;
  const module = withoutSpace(sourceOf(from, site.file));
  for (const part of names) {
    if (part.type === 'wildcard_import') {
      site.file.exportAll.push({ module, at: spanOf(node, site.file) });
      continue;
    }
    const { name, alias } = named(part, site);
    if (name !== '') add(site, part, alias ?? name, module, name);
  }
}

/** `ollama = __import__("ollama")`, `genai = importlib.import_module("google.genai")`: imports by another name. */
export function importAsCall(target: SyntaxNode, value: SyntaxNode, site: Site): boolean {
  if (target.type !== 'identifier' || value.type !== 'call') return false;
  const [callee, given] = parts(value, site);
  if (callee === undefined || given?.type !== 'argument_list' || !IMPORTING.test(sourceOf(callee, site.file))) return false;
  const [module, ...others] = parts(given, site);
  const [, name] = (module?.type === 'string' && /^(["'])([\w.]+)\1$/.exec(sourceOf(module, site.file))?.slice(1)) || [];
  // `__import__("a.b")` gives a, as `import a.b` does.
  const isWhole = name !== undefined && (!name.includes('.') || sourceOf(callee, site.file) !== '__import__');
  if (!isWhole || name.startsWith('.') || others.length > 0) return false;
  add(site, target, sourceOf(target, site.file), name, undefined);
  return true;
}

const IMPORTING = /^(?:__import__|(?:importlib\.)?import_module)$/;

function add(site: Site, node: SyntaxNode, local: string, module: string, name: string | undefined, whole?: string): void {
  site.file.imports.push({
    local,
    module: withoutPlace(module),
    name,
    ...(whole === undefined ? {} : { whole }),
    at: spanOf(node, site.file),
    scope: site.scope.id,
    typeOnly: site.typeOnly,
  });
}

function named(part: SyntaxNode, site: Site): { readonly name: string; readonly alias: string | undefined } {
  if (part.type !== 'aliased_import') return { name: withoutSpace(sourceOf(part, site.file)), alias: undefined };
  const [name, alias] = parts(part, site);
  return { name: name ? withoutSpace(sourceOf(name, site.file)) : '', alias: alias && sourceOf(alias, site.file) };
}

function withoutSpace(dotted: string): string {
  return dotted.replace(/\s+/g, '');
}
