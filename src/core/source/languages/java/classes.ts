import type { SyntaxNode } from '../../syntax';
import { NOT_SET, type Value } from '../../values';
import { annotationNames, annotationsOf, settingIn } from './annotations';
import { generatedConstructor, recordConstructor } from './constructors';
import { dataOf } from './data-types';
import { enumConstants } from './enums';
import { expression } from './expressions';
import { bodyFrame, type Frame, hole, type OpenScope, openScope, partsOf, sourceOf, spanOf } from './frame';
import { isStatic, membersOf } from './members';
import { constructorDeclaration, initializer, method } from './methods';
import { classValue, typeValue } from './types';

const TYPES: ReadonlySet<string> = new Set([
  ...['class_declaration', 'record_declaration', 'enum_declaration', 'interface_declaration', 'annotation_type_declaration'],
]);

export function isType({ type }: SyntaxNode): boolean {
  return TYPES.has(type);
}

/** A class of any kind, bound to its name where it stands. */
export function typeDeclaration(frame: Frame, node: SyntaxNode): void {
  const nameNode = node.childForFieldName('name');
  if (nameNode === null) return;
  const name = sourceOf(frame, nameNode);
  const at = spanOf(frame, node);
  const scope = openScope(frame.file, { kind: 'class', name, at, parent: frame.scope.id });
  const target = { root: { name }, path: [] };
  frame.scope.effects.push({
    kind: 'assign',
    at,
    block: frame.block,
    target,
    value: { kind: 'class', at, scope: scope.id },
    declares: true,
  });
  if (frame.scope.kind === 'function') frame.locals.names.set(name, 'other');
  scope.decorators.push(...annotationsOf(frame, node));
  scope.bases.push(...basesOf(frame, node));
  body(frame, node, scope);
}

/** `new X() { … }`: a class without a name that extends X. */
export function anonymousClass(frame: Frame, node: SyntaxNode, base: Value, block: SyntaxNode): Value {
  const at = spanOf(frame, node);
  const scope = openScope(frame.file, { kind: 'class', name: '', at, parent: frame.scope.id });
  scope.bases.push(base);
  membersIn(typeFrame(frame, scope, block, true), block);
  return { kind: 'class', at, scope: scope.id };
}

function body(frame: Frame, node: SyntaxNode, scope: OpenScope): void {
  const block = node.childForFieldName('body');
  if (block === null) return;
  const inside = typeFrame(frame, scope, block, scope.bases.length > 0, node);
  const data = dataOf(inside, node, block);
  if (data !== undefined) scope.data = data;
  if (node.type === 'record_declaration') recordConstructor(inside, node);
  if (node.type === 'enum_declaration') enumConstants(inside, block);
  membersIn(inside, block);
  if (node.type === 'class_declaration') generatedConstructor(inside, block, annotationNames(frame, node));
}

function typeFrame(frame: Frame, scope: OpenScope, block: SyntaxNode, hasBase: boolean, node?: SyntaxNode): Frame {
  const type = { scope: scope.id, at: scope.at, ...membersOf(frame, block, node), hasBase, outer: frame.type };
  return { ...bodyFrame(frame, scope), type };
}

function basesOf(frame: Frame, node: SyntaxNode): readonly Value[] {
  const clauses = partsOf(frame, node).filter(
    ({ type }) => type === 'superclass' || type === 'super_interfaces' || type === 'extends_interfaces',
  );
  const types = clauses.flatMap(clause =>
    partsOf(frame, clause).flatMap(each => (each.type === 'type_list' ? partsOf(frame, each) : [each])),
  );
  return types.flatMap(type => classValue(frame, type) ?? []);
}

function membersIn(frame: Frame, block: SyntaxNode): void {
  for (const node of partsOf(frame, block)) member(frame, node);
}

function member(frame: Frame, node: SyntaxNode): void {
  switch (node.type) {
    case 'field_declaration':
    case 'constant_declaration':
      field(frame, node);
      return;
    case 'method_declaration':
    case 'annotation_type_element_declaration':
      method(frame, node);
      return;
    case 'constructor_declaration':
    case 'compact_constructor_declaration':
      constructorDeclaration(frame, node);
      return;
    case 'static_initializer':
    case 'block':
      initializer(frame, node);
      return;
    case 'enum_body_declarations':
      membersIn(frame, node);
      return;
    default:
      if (isType(node)) typeDeclaration(frame, node);
      else if (node.type === 'ERROR') membersIn(frame, node);
  }
}

/** Static fields are names of the class, others are the object's own. */
function field(frame: Frame, node: SyntaxNode): void {
  const typeNode = node.childForFieldName('type');
  const type = typeNode === null ? undefined : typeValue(frame, typeNode);
  const isNamed = node.type === 'constant_declaration' || isStatic(frame, node);
  for (const declarator of node.childrenForFieldName('declarator')) {
    const nameNode = declarator?.childForFieldName('name') ?? null;
    if (declarator === null || nameNode === null) continue;
    const valueNode = declarator.childForFieldName('value');
    const value = valueNode === null ? (settingIn(frame, node) ?? hole(frame, declarator, NOT_SET)) : expression(frame, valueNode);
    const name = sourceOf(frame, nameNode);
    const target = isNamed ? { root: { name }, path: [] } : { root: 'self' as const, path: [name] };
    const at = spanOf(frame, declarator);
    frame.scope.effects.push({ kind: 'assign', at, block: -1, target, value, declares: isNamed, ...(type && { type }) });
  }
}
