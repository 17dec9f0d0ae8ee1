import type { SyntaxNode } from '../../syntax';
import { parts, type Site, sourceOf, spanOf } from './draft';
import { declareFunctions, statement } from './statements';
import { typeDeclaration } from './type-declarations';
import { isTypeDeclaration } from './type-members';
import { typeValue } from './types';

/** All of a file, or of a namespace in it: types of any namespace are names of the file. */
export function fileMembers(node: SyntaxNode, site: Site): void {
  const children = parts(node, site).flatMap(child => (child.type === 'global_statement' ? parts(child, site) : [child]));
  declareFunctions(children, site);
  let inside = site;
  for (const child of children) {
    // `namespace A.B;` holds for all that follows.
    const name = child.type === 'file_scoped_namespace_declaration' ? child.childForFieldName('name') : null;
    if (name !== null) inside = ownNamespace(name, site);
    fileMember(child, inside);
  }
}

function fileMember(node: SyntaxNode, site: Site): void {
  if (isTypeDeclaration(node)) {
    typeDeclaration(node, site);
    return;
  }
  switch (node.type) {
    case 'using_directive':
      usingDirective(node, site);
      return;
    case 'file_scoped_namespace_declaration':
      fileMembers(node, site);
      return;
    case 'namespace_declaration': {
      const name = node.childForFieldName('name');
      if (name === null) return;
      const body = node.childForFieldName('body');
      if (body !== null) fileMembers(body, ownNamespace(name, site));
      return;
    }
    case 'identifier':
    case 'qualified_name':
    case 'extern_alias_directive':
    case 'global_attribute':
      return;
    default:
      if (node.type.startsWith('preproc_') || node.type === 'ERROR' || node.type === 'declaration_list') fileMembers(node, site);
      else statement(node, site);
  }
}

/** A file sees the types of its own namespace and of those around it. */
function ownNamespace(name: SyntaxNode, site: Site): Site {
  const steps = (site.namespace + sourceOf(name, site).replace(/\s+/g, '')).split('.');
  for (let length = steps.length; length > 0; length--)
    site.file.exportAll.push({ module: steps.slice(0, length).join('.'), at: spanOf(name, site) });
  return { ...site, namespace: `${steps.join('.')}.` };
}

/** `using A.B;`, `using static A.B;`, `using X = A.B;` */
function usingDirective(node: SyntaxNode, site: Site): void {
  const source = sourceOf(node, site);
  const at = spanOf(node, site);
  const alias = node.childForFieldName('name');
  const target = parts(node, site).at(-1);
  if (target === undefined) return;
  const path = sourceOf(target, site)
    .replace(/\s+/g, '')
    .replace(/^global::/, '')
    .replace(/<.*/, '');
  if (alias !== null && alias.startIndex !== target.startIndex) aliased(sourceOf(alias, site), target, at, site);
  else if (/^(?:global\s+)?using\s+static\b/.test(source)) {
    const [namespace, type] = split(path);
    site.file.imports.push({ local: '', module: namespace, name: type, at, scope: 0, typeOnly: true });
  } else site.file.exportAll.push({ module: path, at });
}

function aliased(local: string, target: SyntaxNode, at: ReturnType<typeof spanOf>, site: Site): void {
  const value = typeValue(target, site);
  if (value !== undefined)
    site.scope.effects.push({ kind: 'assign', at, block: -1, target: { root: { name: local }, path: [] }, value, declares: true });
}

function split(path: string): readonly [string, string] {
  const at = path.lastIndexOf('.');
  return at < 0 ? ['', path] : [path.slice(0, at), path.slice(at + 1)];
}
