import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { annotationsOf } from './annotations';
import { lowerArguments } from './calls';
import { parameterData } from './data-types';
import { bodyFrame, type Frame, openScope, partsOf, sourceOf, spanOf } from './frame';
import { methodKey } from './names';
import { parameters } from './parameters';
import { statement, statements } from './statements';
import { typeValue } from './types';

/** A method; of several with one name the class has a choice, which each call decides by its arguments. */
export function method(frame: Frame, node: SyntaxNode): void {
  const nameNode = node.childForFieldName('name');
  if (nameNode === null) return;
  const name = sourceOf(frame, nameNode);
  const at = spanOf(frame, node);
  const scope = openScope(frame.file, { kind: 'function', name, at, parent: frame.scope.id });
  const inside = bodyFrame(frame, scope);
  scope.decorators.push(...annotationsOf(frame, node));
  const returned = node.childForFieldName('type');
  if (returned !== null) scope.returns = typeValue(frame, returned);
  parameters(inside, node.childForFieldName('parameters'));
  const data = parameterData(frame, node);
  if (data !== undefined) scope.data = data;
  const body = node.childForFieldName('body');
  // What has no body is done by another class.
  if (body === null) {
    frame.scope.requires.push(methodKey(frame.type, name));
    return;
  }
  statements(inside, body);
  bind(frame, methodKey(frame.type, name), { kind: 'function', at, scope: scope.id });
}

function bind(frame: Frame, name: string, value: Value): void {
  const { effects } = frame.scope;
  const index = effects.findIndex(
    effect => effect.kind === 'assign' && effect.target.root !== 'self' && effect.target.root.name === name && isMethod(effect.value),
  );
  const before = effects[index];
  const target = { root: { name }, path: [] };
  if (before?.kind !== 'assign') {
    effects.push({ kind: 'assign', at: value.at, block: -1, target, value, declares: true });
    return;
  }
  const options = before.value.kind === 'choice' ? [...before.value.options, value] : [before.value, value];
  effects[index] = { ...before, value: { kind: 'choice', at: before.at, options } };
}

function isMethod(value: Value): boolean {
  return value.kind === 'function' || (value.kind === 'choice' && value.options.every(isMethod));
}

/** What core calls a constructor. */
const CONSTRUCTOR = 'constructor';

export function constructorDeclaration(frame: Frame, node: SyntaxNode): void {
  if (node.type === 'compact_constructor_declaration') return;
  const scope = openScope(frame.file, { kind: 'function', name: CONSTRUCTOR, at: spanOf(frame, node), parent: frame.scope.id });
  const inside = bodyFrame(frame, scope);
  scope.decorators.push(...annotationsOf(frame, node));
  parameters(inside, node.childForFieldName('parameters'));
  const body = node.childForFieldName('body');
  for (const child of body === null ? [] : partsOf(frame, body)) {
    if (child.type === 'explicit_constructor_invocation') otherConstructor(inside, child);
    else statement(inside, child);
  }
}

/** `super(a)`, `this(a)`. */
function otherConstructor(frame: Frame, node: SyntaxNode): void {
  const which = node.childForFieldName('constructor');
  const list = node.childForFieldName('arguments');
  if (which === null || list === null) return;
  const at = spanOf(frame, node);
  const callee: Value = { kind: 'name', at: spanOf(frame, which), name: sourceOf(frame, which), scope: frame.scope.id };
  const call = { kind: 'call', at, callee, args: lowerArguments(frame, list), argsAt: spanOf(frame, list) } as const;
  frame.file.calls.push({ call, scope: frame.scope.id, block: frame.block });
}

/** `static { … }`, `{ … }`. */
export function initializer(frame: Frame, node: SyntaxNode): void {
  const scope = openScope(frame.file, { kind: 'function', name: '', at: spanOf(frame, node), parent: frame.scope.id });
  const inside = bodyFrame(frame, scope);
  for (const child of partsOf(frame, node)) {
    if (child.type === 'block') statements(inside, child);
    else statement(inside, child);
  }
}
