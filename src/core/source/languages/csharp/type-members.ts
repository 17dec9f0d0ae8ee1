import type { SyntaxNode } from '../../syntax';
import { parts, type Site, sourceOf } from './draft';

/** How a type's members are reached by their bare names. */
type MemberKind = 'instance' | 'static' | 'type';
export type TypeMembers = ReadonlyMap<string, MemberKind>;

const TYPES: ReadonlySet<string> = new Set([
  'class_declaration',
  'record_declaration',
  'record_struct_declaration',
  'struct_declaration',
  'interface_declaration',
  'enum_declaration',
  'delegate_declaration',
]);

export function isTypeDeclaration(node: SyntaxNode): boolean {
  return TYPES.has(node.type);
}

/** What a type's body and its primary constructor declare. */
export function membersOf(node: SyntaxNode, site: Pick<Site, 'file'>): TypeMembers {
  const members = new Map<string, MemberKind>();
  for (const child of parts(node, site))
    if (child.type === 'parameter_list')
      for (const parameter of parts(child, site)) addName(parameter.childForFieldName('name'), 'instance', site, members);
  const body = node.childForFieldName('body');
  if (body !== null) collect(body, site, members);
  return members;
}

function collect(body: SyntaxNode, site: Pick<Site, 'file'>, into: Map<string, MemberKind>): void {
  for (const child of parts(body, site)) {
    if (child.type.startsWith('preproc_')) collect(child, site, into);
    else if (isTypeDeclaration(child)) addName(child.childForFieldName('name'), 'type', site, into);
    else {
      const kind = modifiersOf(child, site).some(modifier => modifier === 'static' || modifier === 'const') ? 'static' : 'instance';
      if (child.type === 'method_declaration' || child.type === 'property_declaration')
        addName(child.childForFieldName('name'), kind, site, into);
      else if (child.type === 'field_declaration' || child.type === 'event_field_declaration')
        for (const declared of parts(child, site))
          if (declared.type === 'variable_declaration')
            for (const declarator of parts(declared, site))
              if (declarator.type === 'variable_declarator') addName(declarator.childForFieldName('name'), kind, site, into);
    }
  }
}

function addName(name: SyntaxNode | null, kind: MemberKind, site: Pick<Site, 'file'>, into: Map<string, MemberKind>): void {
  if (name !== null) into.set(sourceOf(name, site), kind);
}

export function modifiersOf(node: SyntaxNode, site: Pick<Site, 'file'>): readonly string[] {
  return parts(node, site).flatMap(child => (child.type === 'modifier' ? [sourceOf(child, site)] : []));
}
