import type { DataDeclaration, DataField, DataType } from '../../data-type';
import type { SyntaxNode } from '../../syntax';
import { fields, parts, type Site, sourceOf } from './draft';
import { typeValue } from './types';

const SCALARS: Readonly<Record<string, DataType>> = {
  string: { kind: 'text' },
  bool: { kind: 'boolean' },
  ...Object.fromEntries(['float32', 'float64'].map(name => [name, { kind: 'number' }])),
  ...Object.fromEntries(
    ['int', 'int8', 'int16', 'int32', 'int64', 'uint', 'uint8', 'uint16', 'uint32', 'uint64'].map(name => [name, { kind: 'integer' }]),
  ),
};

/** What `encoding/json` makes of a type. */
export function dataType(node: SyntaxNode, site: Site): DataType {
  const written = sourceOf(node, site);
  switch (node.type) {
    case 'type_identifier': {
      const known = Object.hasOwn(SCALARS, written) ? SCALARS[written] : undefined;
      const type = typeValue(node, site);
      if (known !== undefined) return known;
      return type === undefined || /^(?:any|error|byte|rune|uintptr|complex\d+)$/.test(written)
        ? { kind: 'other', written }
        : { kind: 'named', type };
    }
    case 'qualified_type': {
      const type = typeValue(node, site);
      return type === undefined ? { kind: 'other', written } : { kind: 'named', type };
    }
    case 'pointer_type':
    case 'parenthesized_type': {
      const [inner] = parts(node);
      return inner === undefined ? { kind: 'other', written } : dataType(inner, site);
    }
    case 'slice_type': {
      const element = node.childForFieldName('element');
      // Bytes are written as one text of base64.
      if (element === null || /^(?:byte|uint8)$/.test(sourceOf(element, site))) return { kind: 'other', written };
      return { kind: 'list', item: dataType(element, site) };
    }
    default:
      return { kind: 'other', written };
  }
}

export function structData(type: SyntaxNode, site: Site): DataDeclaration {
  const list = parts(parts(type)[0] ?? null).filter(({ type: kind }) => kind === 'field_declaration');
  return { kind: 'fields', fields: list.flatMap(field => fieldData(field, site)) };
}

/** Only what begins with a capital letter goes into JSON. */
function fieldData(field: SyntaxNode, site: Site): readonly DataField[] {
  const node = field.childForFieldName('type');
  const tag = sourceOf(field.childForFieldName('tag'), site);
  const [name = '', ...options] = (/json:"([^"]*)"/.exec(tag)?.[1] ?? '').split(',');
  const own = fields(field, 'name').map(each => sourceOf(each, site));
  if (node === null || (name === '-' && options.length === 0)) return [];
  const isOptional = node.type === 'pointer_type' || options.includes('omitempty') || options.includes('omitzero');
  const type: DataType = options.includes('string') ? { kind: 'text' } : dataType(node, site);
  const description = /jsonschema_description:"((?:[^"\\]|\\.)*)"/.exec(tag)?.[1];
  const more = { nullable: isOptional, ...(description === undefined ? {} : { description }) };
  // An embedded struct's fields stand among the others.
  if (own.length === 0) return [{ name, named: name !== '', type: { kind: 'other', written: sourceOf(field, site) }, ...more }];
  const exported = own.filter(each => /^\p{Lu}/u.test(each));
  return exported.map(each => ({ name: name === '' ? each : name, named: name !== '', type, ...more }));
}
