import type { Effect } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import { NOT_SET, type Value } from '../../values';
import { decoratorOf } from './decorators';
import { expectType } from './expected-types';
import { lowerValue, visit } from './expressions';
import { bodyFrame, type Frame, type OpenScope, openScope, sourceOf, spanOf } from './frame';
import { lowerFunction } from './functions';
import { hole } from './holes';
import { isClosed, modifiersOf } from './modifiers';
import { keyOf } from './objects';
import { isPlaceholder } from './placeholder-methods';
import { lowerStatements } from './statements';
import { lowerSignature, typeValue } from './types';

/** A class, read into a scope whose effects are its members. */
export function lowerClass(frame: Frame, node: SyntaxNode, name = ''): Value {
  const at = spanOf(frame, node);
  const ownName = node.childForFieldName('name');
  const scope = openScope(frame.file, {
    kind: 'class',
    name: name !== '' || ownName === null ? name : sourceOf(frame, ownName),
    at,
    parent: frame.scope.id,
  });
  for (const child of node.namedChildren) {
    if (child?.type === 'class_heritage') {
      scope.bases.push(...basesOf(frame, child));
      scope.implements.push(...interfacesOf(frame, child));
    } else if (child?.type === 'decorator') scope.decorators.push(decoratorOf(frame, child));
  }
  const members: Frame = { file: frame.file, scope, block: -1, names: frame.names };
  const body = node.childForFieldName('body');
  let decorators: Value[] = [];
  for (const child of body?.namedChildren ?? []) {
    if (child === null || child.type === 'comment') continue;
    if (child.type === 'decorator') decorators.push(decoratorOf(members, child));
    else {
      lowerClassMember(members, child, decorators);
      decorators = [];
    }
  }
  return { kind: 'class', at, scope: scope.id };
}

function basesOf(frame: Frame, heritage: SyntaxNode): readonly Value[] {
  const bases: Value[] = [];
  for (const child of heritage.namedChildren) {
    if (child === null || child.type === 'comment' || child.type === 'implements_clause') continue;
    // TypeScript's grammar has a clause around the class that is extended, JavaScript's has not.
    const base = child.type === 'extends_clause' ? child.childForFieldName('value') : child;
    if (base !== null) bases.push(lowerValue(frame, base));
  }
  return bases;
}

function interfacesOf(frame: Frame, heritage: SyntaxNode): readonly Value[] {
  const clause = heritage.namedChildren.find(child => child?.type === 'implements_clause');
  return (clause?.namedChildren ?? []).flatMap(child => (child === null ? [] : (typeValue(frame, child) ?? [])));
}

function lowerClassMember(frame: Frame, node: SyntaxNode, decorators: readonly Value[]): void {
  switch (node.type) {
    case 'method_definition':
      lowerMethod(frame, node, decorators);
      return;
    case 'public_field_definition':
    case 'field_definition':
      lowerField(frame, node);
      return;
    case 'class_static_block':
      lowerStaticBlock(frame, node);
      return;
    case 'abstract_method_signature':
      lowerSignature(frame, frame.scope, node);
      return;
    case 'method_signature':
    case 'index_signature':
      return;
    default:
      visit(frame, node);
      return;
  }
}

function lowerMethod(frame: Frame, node: SyntaxNode, decorators: readonly Value[]): void {
  const { file, scope } = frame;
  const nameNode = node.childForFieldName('name');
  const key = nameNode === null ? undefined : keyOf(frame, nameNode);
  const modifiers = modifiersOf(node);
  const id = file.scopes.length;
  const method = lowerFunction(frame, node, key ?? '', scope.id);
  file.scopes[id]?.decorators.push(...decorators);
  for (const child of node.childrenForFieldName('decorator'))
    if (child !== null) file.scopes[id]?.decorators.push(decoratorOf(frame, child));
  if (key === undefined || modifiers.has('set')) return;
  if (!modifiers.has('get')) {
    if (isPlaceholder(frame, node)) scope.requires.push(key);
    bind(scope, true, key, { at: method.at, value: method });
    return;
  }
  // Reading a getter calls it.
  const nowhere = { uri: method.at.uri, start: method.at.end, end: method.at.end };
  const value: Value = { kind: 'call', at: method.at, callee: method, args: [], argsAt: nowhere };
  bind(scope, modifiers.has('static'), key, { at: method.at, value });
}

function lowerField(frame: Frame, node: SyntaxNode): void {
  const nameNode = node.childForFieldName('name') ?? node.childForFieldName('property');
  const valueNode = node.childForFieldName('value');
  const typeNode = node.childForFieldName('type');
  for (const child of node.childrenForFieldName('decorator')) if (child !== null) decoratorOf(frame, child);
  const key = nameNode === null ? undefined : keyOf(frame, nameNode);
  const value = valueNode === null ? hole(frame, node, NOT_SET) : lowerValue(frame, valueNode, key ?? '');
  if (key === undefined) return;
  const type = typeNode === null ? undefined : typeValue(frame, typeNode);
  if (type !== undefined) expectType(frame, value, { of: type, path: [] });
  if (isClosed(node, key)) frame.scope.closedFields.push(key);
  bind(frame.scope, modifiersOf(node).has('static'), key, { at: spanOf(frame, node), value, ...(type === undefined ? {} : { type }) });
}

/** Methods and static members are names of the class, fields are the object's own. */
function bind(
  scope: OpenScope,
  named: boolean,
  key: string,
  effect: Pick<Extract<Effect, { kind: 'assign' }>, 'at' | 'value' | 'type'>,
): void {
  const target = named ? { root: { name: key }, path: [] } : { root: 'self' as const, path: [key] };
  scope.effects.push({ kind: 'assign', block: -1, target, declares: named, ...effect });
}

function lowerStaticBlock(frame: Frame, node: SyntaxNode): void {
  const scope = openScope(frame.file, {
    kind: 'function',
    name: '',
    at: spanOf(frame, node),
    parent: frame.scope.id,
    self: frame.scope.id,
  });
  const body = node.childForFieldName('body');
  if (body !== null) lowerStatements(bodyFrame(frame.file, scope), body);
}
