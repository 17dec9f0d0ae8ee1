import type { SyntaxNode } from '../../syntax';
import { NOT_SET, type Value } from '../../values';
import { dataType, structData } from './data-types';
import { declare, fields, hole, listed, nameValue, openScope, parts, type ScopeDraft, type Site, sourceOf, spanOf } from './draft';
import { tagDefault } from './tag-defaults';

/** A type as a value: a name, a member of a package, a list of its elements. Undefined: it names nothing. */
export function typeValue(node: SyntaxNode | null, site: Site): Value | undefined {
  switch (node?.type) {
    case 'type_identifier':
    case 'identifier':
      return nameValue(node, site);
    case 'qualified_type': {
      const from = node.childForFieldName('package');
      const key = sourceOf(node.childForFieldName('name'), site);
      return from === null ? undefined : { kind: 'member', at: spanOf(node, site), object: nameValue(from, site), key };
    }
    case 'generic_type':
      return typeValue(node.childForFieldName('type'), site);
    case 'pointer_type':
    case 'parenthesized_type':
      return typeValue(parts(node)[0] ?? null, site);
    case 'slice_type':
    case 'array_type': {
      const element = typeValue(node.childForFieldName('element'), site);
      return { kind: 'list', at: spanOf(node, site), items: element === undefined ? [] : [element] };
    }
    default:
      return undefined;
  }
}

/** The name of a type of the package, without a pointer or type arguments. */
export function ownTypeName(node: SyntaxNode | null, site: Site): string | undefined {
  const value = typeValue(node, site);
  return value?.kind === 'name' ? value.name : undefined;
}

/** The fields of a struct, as a class's. */
export function structFields(type: SyntaxNode, scope: ScopeDraft, around: Site): void {
  const site: Site = { ...around, scope, block: -1 };
  scope.jsonNames = jsonNames(type, around);
  scope.data = structData(type, around);
  for (const field of parts(parts(type)[0] ?? null)) {
    if (field.type !== 'field_declaration') continue;
    const node = field.childForFieldName('type');
    // Names in it mean what they mean around the struct.
    const stated = typeValue(node, around);
    const names = fields(field, 'name');
    if (names.length === 0 && stated !== undefined) scope.bases.push(stated);
    const embedded = stated?.kind === 'name' ? stated.name : stated?.kind === 'member' ? stated.key : '';
    for (const name of names.length === 0 ? [embedded] : names.map(each => sourceOf(each, site))) {
      const at = spanOf(field, site);
      declare(
        site,
        name,
        tagDefault(field, name, site) ?? { ...hole(field, site, NOT_SET), label: name },
        at,
        stated ?? hole(node ?? field, site, 'a type that is not read'),
      );
    }
  }
}

/** `Model string `json:"model,omitempty"``: what a struct's fields are called in JSON. */
export function jsonNames(type: SyntaxNode, site: Site): Readonly<Record<string, string>> {
  const named = parts(parts(type)[0] ?? null).flatMap((field): readonly (readonly [string, string])[] => {
    if (field.type !== 'field_declaration') return [];
    const tag = /json:"([^",]*)/.exec(sourceOf(field.childForFieldName('tag'), site))?.[1] ?? '';
    return tag === '' ? [] : fields(field, 'name').map(name => [sourceOf(name, site), tag] as const);
  });
  return Object.fromEntries(named);
}

/** The methods of an interface; another interface in it is what it extends. */
export function interfaceMethods(type: SyntaxNode, scope: ScopeDraft, around: Site): void {
  scope.requires = parts(type).flatMap(part => {
    const name = part.childForFieldName('name');
    if (name !== null) return [sourceOf(name, around)];
    const embedded = typeValue(parts(part)[0] ?? null, around);
    if (embedded !== undefined) scope.bases.push(embedded);
    return [];
  });
}

/** `type Model string`: called, it gives what it is handed. */
export function renamedType(node: SyntaxNode, name: SyntaxNode, site: Site): void {
  const scope = openScope(site.file, 'function', sourceOf(name, site), site.scope.id, spanOf(node, site));
  const at = spanOf(name, site);
  const type = node.childForFieldName('type');
  if (type !== null) scope.data = { kind: 'renames', type: dataType(type, site) };
  scope.params.push({ name: 'value', at });
  const value: Value = { kind: 'name', at: { ...at, start: at.end }, name: 'value', scope: scope.id };
  scope.effects.push({ kind: 'return', at, block: -1, value });
  declare(site, sourceOf(name, site), { kind: 'function', at, scope: scope.id }, at);
}

interface Parameter {
  readonly name: SyntaxNode | undefined;
  readonly type: Value | undefined;
  readonly rest: boolean;
  /** The struct of the package that it is a pointer to. */
  readonly pointsTo: string | undefined;
}

/** `a, b string`, `opts ...Option`; a result's parameters may have no names. */
export function parameters(list: SyntaxNode | null, site: Site): readonly Parameter[] {
  return parts(list).flatMap((part): readonly Parameter[] => {
    const node = part.childForFieldName('type');
    const type = typeValue(node, site);
    const pointsTo = node?.type === 'pointer_type' ? ownTypeName(node, site) : undefined;
    const rest = part.type === 'variadic_parameter_declaration';
    const names = fields(part, 'name').flatMap(listed);
    return names.length === 0 ? [{ name: undefined, type, rest, pointsTo }] : names.map(name => ({ name, type, rest, pointsTo }));
  });
}
