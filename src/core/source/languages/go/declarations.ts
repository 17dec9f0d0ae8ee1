import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { classNamed, declare, fields, hole, listed, openScope, parts, type Site, scalar, sourceOf, spanOf } from './draft';
import { embeddedValue } from './embeds';
import { expression } from './expressions';
import { functionBody } from './functions';
import { importDeclaration } from './imports';
import { interfaceMethods, ownTypeName, renamedType, structFields, typeValue } from './types';
import { zeroValue } from './zero-values';

/** Types first: methods may stand before them, and literals anywhere. */
export function collectTypes(root: SyntaxNode, site: Site): void {
  for (const node of parts(root)) {
    if (node.type !== 'type_declaration') continue;
    for (const spec of parts(node)) {
      const type = spec.childForFieldName('type');
      const name = spec.childForFieldName('name');
      if (name === null || type === null) continue;
      const own = sourceOf(name, site);
      if (type.type === 'struct_type' || type.type === 'interface_type')
        site.file.classes.set(own, openScope(site.file, 'class', own, 0, spanOf(spec, site)));
      else site.file.renamed.add(own);
    }
  }
}

/** A declaration at the top of a file, or inside of a function. */
export function declaration(node: SyntaxNode, site: Site): void {
  switch (node.type) {
    case 'import_declaration':
      importDeclaration(node, site);
      return;
    case 'const_declaration':
      constants(node, site);
      return;
    case 'var_declaration':
      for (const spec of parts(node).flatMap(part => (part.type === 'var_spec_list' ? parts(part) : [part]))) variable(spec, node, site);
      return;
    case 'type_declaration':
      for (const spec of parts(node)) typeDeclaration(spec, site);
      return;
    case 'function_declaration':
      functionDeclaration(node, site);
      return;
    case 'method_declaration':
      methodDeclaration(node, site);
      return;
    case 'ERROR':
      for (const inner of parts(node)) declaration(inner, site);
  }
}

/** A line without a value repeats the one before, with the next `iota`. */
function constants(node: SyntaxNode, site: Site): void {
  let values: readonly SyntaxNode[] = [];
  parts(node).forEach((spec, iota) => {
    const own = listed(spec.childForFieldName('value'));
    if (own.length > 0) values = own;
    fields(spec, 'name').forEach((name, index) => {
      const value = values[index];
      const at = spanOf(spec, site);
      declare(
        site,
        sourceOf(name, site),
        value === undefined ? hole(name, site, 'it has no value') : expression(value, { ...site, iota }),
        at,
      );
    });
  });
}

function variable(spec: SyntaxNode, node: SyntaxNode, site: Site): void {
  if (spec.type !== 'var_spec') return;
  const typeNode = spec.childForFieldName('type');
  const type = typeValue(typeNode, site);
  const values = listed(spec.childForFieldName('value')).map(each => expression(each, site));
  const names = fields(spec, 'name');
  const at = spanOf(spec, site);
  names.forEach((name, index) => {
    const embedded = embeddedValue(spec, node, site);
    const value = embedded ?? values[index] ?? (values.length === 1 ? partOfResult(values[0], index, names.length, name, site) : undefined);
    declare(site, sourceOf(name, site), value ?? zeroValue(typeNode, name, site), at, embedded === undefined ? type : undefined);
  });
}

/** `a, err := f()`: functions of one result and an error give the result; of more, a list. */
export function partOfResult(value: Value | undefined, index: number, count: number, name: SyntaxNode, site: Site): Value | undefined {
  const last = sourceOf(name, site);
  if (value === undefined) return undefined;
  if (count === 2) return index === 0 ? value : hole(name, site, last === 'ok' ? 'whether it is there' : 'what else a function returns');
  return { kind: 'index', at: value.at, object: value, key: scalar(name, site, index) };
}

function typeDeclaration(spec: SyntaxNode, site: Site): void {
  const name = spec.childForFieldName('name');
  const type = spec.childForFieldName('type');
  if (name === null || type === null) return;
  const own = sourceOf(name, site);
  const at = spanOf(name, site);
  if (type.type !== 'struct_type' && type.type !== 'interface_type') {
    const alias = spec.type === 'type_alias' ? typeValue(type, site) : undefined;
    if (alias !== undefined) declare(site, own, alias, at);
    else renamedType(spec, name, site);
    return;
  }
  // One inside of a function is a class of its own.
  const isTop = site.scope.kind === 'module';
  const scope = (isTop ? site.file.classes.get(own) : undefined) ?? openScope(site.file, 'class', own, site.scope.id, spanOf(spec, site));
  if (type.type === 'struct_type') structFields(type, scope, site);
  else interfaceMethods(type, scope, site);
  declare(site, own, { kind: 'class', at, scope: scope.id }, at);
}

function functionDeclaration(node: SyntaxNode, site: Site): void {
  const name = node.childForFieldName('name');
  if (name === null) return;
  const scope = functionBody(node, sourceOf(name, site), site.scope.id, site);
  const at = spanOf(name, site);
  declare(site, scope.name, { kind: 'function', at, scope: scope.id }, at);
}

function methodDeclaration(node: SyntaxNode, site: Site): void {
  const name = node.childForFieldName('name');
  const [receiver] = parts(node.childForFieldName('receiver'));
  const owner = receiver === undefined ? undefined : ownTypeName(receiver.childForFieldName('type'), site);
  if (name === null || receiver === undefined || owner === undefined) return;
  const type = classNamed(site.file, owner, spanOf(receiver, site));
  const object = { name: sourceOf(fields(receiver, 'name')[0] ?? null, site), scope: type.id };
  const scope = functionBody(node, sourceOf(name, site), type.id, { ...site, receiver: object });
  const at = spanOf(name, site);
  declare({ ...site, scope: type, block: -1 }, scope.name, { kind: 'function', at, scope: scope.id }, at);
}
