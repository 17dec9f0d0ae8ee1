import type { DataDeclaration, DataField, DataType } from '../../data-type';
import type { SyntaxNode } from '../../syntax';
import { parts, type Site, sourceOf } from './draft';
import { modifiersOf } from './type-members';
import { typeValue } from './types';

const SCALARS: Readonly<Record<string, DataType>> = {
  ...Object.fromEntries(['string', 'String'].map(name => [name, { kind: 'text' }])),
  ...Object.fromEntries(['bool', 'Boolean'].map(name => [name, { kind: 'boolean' }])),
  ...Object.fromEntries(['double', 'float', 'decimal', 'Double', 'Single', 'Decimal'].map(name => [name, { kind: 'number' }])),
  ...Object.fromEntries(
    ['int', 'long', 'short', 'byte', 'uint', 'ulong', 'ushort', 'sbyte', 'Int32', 'Int64'].map(name => [name, { kind: 'integer' }]),
  ),
};
const LISTS = /^(?:(?:I|IReadOnly)?(?:List|Collection)|IEnumerable|HashSet|ISet|ImmutableArray|ImmutableList|Collection)$/;

/** What System.Text.Json makes of a record, class or struct; undefined for interfaces. */
export function dataOf(node: SyntaxNode, primary: SyntaxNode | undefined, site: Site): DataDeclaration | undefined {
  if (node.type === 'interface_declaration') return undefined;
  const isRecord = node.type.startsWith('record');
  const body = node.childForFieldName('body');
  const properties = body === null ? [] : parts(body, site).filter(each => isData(each, site));
  const positional = isRecord && primary !== undefined ? parts(primary, site) : [];
  return { kind: 'fields', fields: [...positional, ...properties].flatMap(each => fieldData(each, site)) };
}

/** A public property that is read and set as it is. */
function isData(node: SyntaxNode, site: Site): boolean {
  const modifiers = node.type === 'property_declaration' ? modifiersOf(node, site) : [];
  const accessors = node.childForFieldName('accessors');
  if (!modifiers.includes('public') || modifiers.includes('static') || accessors === null) return false;
  return parts(accessors, site).every(each => each.childForFieldName('body') === null);
}

function fieldData(node: SyntaxNode, site: Site): readonly DataField[] {
  const nameNode = node.childForFieldName('name');
  const typeNode = node.childForFieldName('type');
  const attributes = parts(node, site)
    .filter(({ type }) => type === 'attribute_list')
    .map(each => sourceOf(each, site))
    .join('\n');
  if (nameNode === null || typeNode === null || /\bJsonIgnore\b/.test(attributes)) return [];
  const stated = /\bJsonProperty(?:Name)?(?:Attribute)?\(\s*(?:PropertyName\s*=\s*)?"((?:[^"\\]|\\.)*)"/.exec(attributes)?.[1];
  const description = /\bDescription(?:Attribute)?\(\s*"((?:[^"\\]|\\.)*)"/.exec(attributes)?.[1];
  const nullable = typeNode.type === 'nullable_type';
  // Without a converter that is named, nobody sees what is written.
  const isConverted = /\bJsonConverter\b/.test(attributes);
  const type: DataType = isConverted ? { kind: 'other', written: 'a converter' } : dataType(typeNode, site);
  const name = stated ?? sourceOf(nameNode, site);
  return [{ name, named: stated !== undefined, type, nullable, ...(description === undefined ? {} : { description }) }];
}

function dataType(node: SyntaxNode, site: Site): DataType {
  const written = sourceOf(node, site);
  const other: DataType = { kind: 'other', written };
  switch (node.type) {
    case 'nullable_type':
    case 'array_type': {
      const inner = node.childForFieldName('type') ?? node.firstNamedChild;
      if (inner === null) return other;
      if (node.type === 'nullable_type') return dataType(inner, site);
      return /^byte\b/.test(written) || /\[,/.test(written) ? other : { kind: 'list', item: dataType(inner, site) };
    }
    case 'generic_name': {
      const [head, list] = parts(node, site);
      const [only, ...others] = list === undefined ? [] : parts(list, site);
      const isList = head !== undefined && LISTS.test(sourceOf(head, site)) && only !== undefined && others.length === 0;
      return isList ? { kind: 'list', item: dataType(only, site) } : other;
    }
    default: {
      const known = Object.hasOwn(SCALARS, written) ? SCALARS[written] : undefined;
      const type = known === undefined ? typeValue(node, site) : undefined;
      return known ?? (type === undefined ? other : { kind: 'named', type });
    }
  }
}
