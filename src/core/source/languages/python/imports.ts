import type { SyntaxNode } from '../../syntax';
import { parts, type Site, sourceOf, spanOf } from './draft';

/** `import a.b` binds `a`; `import a.b as x` binds the module a.b. */
export function plainImport(node: SyntaxNode, site: Site): void {
  for (const part of parts(node, site)) {
    const { name, alias } = named(part, site);
    const module = alias === undefined ? (name.split('.')[0] ?? name) : name;
    if (module !== '') add(site, part, alias ?? module, module, undefined);
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

function add(site: Site, node: SyntaxNode, local: string, module: string, name: string | undefined): void {
  site.file.imports.push({ local, module, name, at: spanOf(node, site.file), scope: site.scope.id, typeOnly: site.typeOnly });
}

function named(part: SyntaxNode, site: Site): { readonly name: string; readonly alias: string | undefined } {
  if (part.type !== 'aliased_import') return { name: withoutSpace(sourceOf(part, site.file)), alias: undefined };
  const [name, alias] = parts(part, site);
  return { name: name ? withoutSpace(sourceOf(name, site.file)) : '', alias: alias && sourceOf(alias, site.file) };
}

function withoutSpace(dotted: string): string {
  return dotted.replace(/\s+/g, '');
}
