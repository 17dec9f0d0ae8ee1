import type { SyntaxNode } from '../../syntax';
import { type Frame, type Kind, partsOf, sourceOf, type TypeAround } from './frame';
import { kindOf } from './types';

/** The names that a class declares, found before its body is read: a bare name may be a member that stands further down. */
export function membersOf(frame: Frame, block: SyntaxNode, node?: SyntaxNode): Pick<TypeAround, 'fields' | 'methods' | 'types'> {
  const fields = new Map<string, Kind>();
  const methods = new Set<string>();
  const types = new Set<string>();
  const components = node?.type === 'record_declaration' ? node.childForFieldName('parameters') : null;
  for (const component of components === null ? [] : partsOf(frame, components)) {
    const name = component.childForFieldName('name');
    if (name === null) continue;
    fields.set(sourceOf(frame, name), 'other');
    methods.add(sourceOf(frame, name));
  }
  const add = (child: SyntaxNode): void => {
    const name = child.childForFieldName('name');
    const written = name === null ? '' : sourceOf(frame, name);
    if (child.type === 'enum_body_declarations') for (const inner of partsOf(frame, child)) add(inner);
    else if (child.type === 'field_declaration' || child.type === 'constant_declaration') addFields(frame, child, fields);
    else if (child.type === 'enum_constant') fields.set(written, 'other');
    else if (child.type === 'method_declaration') methods.add(written);
    else if (child.type.endsWith('_declaration') && !child.type.includes('constructor')) types.add(written);
  };
  for (const child of partsOf(frame, block)) add(child);
  return { fields, methods, types };
}

function addFields(frame: Frame, node: SyntaxNode, fields: Map<string, Kind>): void {
  const type = node.childForFieldName('type');
  for (const declarator of node.childrenForFieldName('declarator')) {
    const name = declarator?.childForFieldName('name') ?? null;
    if (name !== null) fields.set(sourceOf(frame, name), type === null ? 'other' : kindOf(sourceOf(frame, type)));
  }
}

export function isStatic(frame: Frame, node: SyntaxNode): boolean {
  return hasModifier(frame, node, 'static');
}

export function hasModifier(frame: Frame, node: SyntaxNode, word: string): boolean {
  const modifiers = partsOf(frame, node).find(child => child.type === 'modifiers');
  return modifiers?.children.some(child => child?.type === word) ?? false;
}
