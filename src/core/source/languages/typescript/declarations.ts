import type { Effect } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { Entry, Value } from '../../values';
import { bindName, bindPattern } from './bindings';
import { lowerClass } from './classes';
import { requireAsImport } from './commonjs';
import { isCast } from './cut-types';
import { expectType } from './expected-types';
import { lowerValue } from './expressions';
import { bodyFrame, type Frame, openScope, sourceOf, spanOf } from './frame';
import { lowerFunction } from './functions';
import { hole, nameValue, scalar } from './holes';
import { keyOf, lowerObject } from './objects';
import { lowerStatements } from './statements';
import { typeValue } from './types';

/** `const a = 1, { b } = c`. Ambient: declared for a value that stands elsewhere. */
export function lowerVariables(frame: Frame, node: SyntaxNode, ambient = false): void {
  const { effects } = frame.scope;
  const before = effects.length;
  for (const child of node.namedChildren) if (child?.type === 'variable_declarator') lowerDeclarator(frame, child, ambient);
  if (node.type === 'variable_declaration' && frame.block !== -1) hoistDeclared(frame, effects.splice(before));
}

/** Names declared with `var` belong to the whole function: they are declared at its start, and set where they stand. */
export function hoistDeclared(frame: Frame, declared: readonly Effect[]): void {
  const { scope } = frame;
  for (const effect of declared) {
    if (effect.kind !== 'assign' || !effect.declares) {
      scope.effects.push(effect);
      continue;
    }
    const { target, at, value, type } = effect;
    const annotated = type === undefined ? {} : { type };
    const empty: Value = { kind: 'scalar', at, value: null };
    scope.effects.splice(scope.hoisted++, 0, { kind: 'assign', at, block: -1, target, value: empty, declares: true, ...annotated });
    scope.effects.push({ kind: 'assign', at, block: effect.block, target, value, declares: false });
  }
}

function lowerDeclarator(frame: Frame, node: SyntaxNode, ambient: boolean): void {
  const pattern = node.childForFieldName('name');
  const valueNode = node.childForFieldName('value');
  const typeNode = node.childForFieldName('type');
  if (pattern === null) return;
  if (valueNode !== null && requireAsImport(frame, pattern, valueNode)) return;
  const name = pattern.type === 'identifier' ? sourceOf(frame, pattern) : '';
  const stated = typeNode ?? castOf(valueNode);
  const type = stated ? typeValue(frame, stated) : undefined;
  const missing = ambient ? hole(frame, node, 'it is declared elsewhere') : scalar(frame, node, null);
  const literal = name === '' ? null : objectIn(valueNode);
  const held = () => (literal === null ? undefined : lowerObject(frame, literal, nameValue(frame, pattern, name)));
  const value = valueNode === null ? missing : (held() ?? lowerValue(frame, valueNode, name));
  if (type !== undefined) expectType(frame, value, { of: type, path: [] });
  bindPattern(frame, pattern, value, { at: spanOf(frame, node), declares: true, type });
}

/** The type that a value is said to have: `x as T`, `x satisfies T`, `new Proxy({} as T, handler)`. */
function castOf(node: SyntaxNode | null): SyntaxNode | null | undefined {
  if (node !== null && isCast(node)) return node.namedChildren[1];
  const isProxy = node?.type === 'new_expression' && node.childForFieldName('constructor')?.text === 'Proxy';
  return isProxy ? castOf(node.childForFieldName('arguments')?.firstNamedChild ?? null) : undefined;
}

/** `{ … } as const`, `{ … } satisfies T` */
function objectIn(node: SyntaxNode | null): SyntaxNode | null {
  if (node !== null && isCast(node)) return objectIn(node.firstNamedChild);
  return node?.type === 'object' ? node : null;
}

export function lowerAmbient(frame: Frame, node: SyntaxNode): void {
  for (const child of node.namedChildren) {
    if (child?.type === 'lexical_declaration' || child?.type === 'variable_declaration') lowerVariables(frame, child, true);
  }
}

/** Hoisted: in a body, the name is bound before anything else happens. */
export function lowerFunctionDeclaration(frame: Frame, node: SyntaxNode): void {
  const value = lowerFunction(frame, node);
  bindDeclared(frame, node, value);
  const { scope } = frame;
  const bound = frame.block === -1 ? scope.effects.pop() : undefined;
  if (bound !== undefined) scope.effects.splice(scope.hoisted++, 0, bound);
}

export function lowerClassDeclaration(frame: Frame, node: SyntaxNode): void {
  bindDeclared(frame, node, lowerClass(frame, node));
}

function bindDeclared(frame: Frame, node: SyntaxNode, value: Value): void {
  const name = node.childForFieldName('name');
  if (name !== null) bindName(frame, sourceOf(frame, name), value, { at: spanOf(frame, node), declares: true });
}

/** An enum is a record; members without a value count on from the one before. */
export function lowerEnum(frame: Frame, node: SyntaxNode): void {
  const entries: Entry[] = [];
  let next: number | undefined = 0;
  for (const child of node.childForFieldName('body')?.namedChildren ?? []) {
    if (child === null || child.type === 'comment') continue;
    const keyNode = child.type === 'enum_assignment' ? child.childForFieldName('name') : child;
    const valueNode = child.type === 'enum_assignment' ? child.childForFieldName('value') : null;
    const key = keyNode === null ? undefined : keyOf(frame, keyNode);
    const counted: Value = next === undefined ? hole(frame, child, 'it counts on from a computed member') : scalar(frame, child, next);
    const value: Value = valueNode === null ? counted : lowerValue(frame, valueNode);
    next = value.kind === 'scalar' && typeof value.value === 'number' ? value.value + 1 : undefined;
    if (key !== undefined && keyNode !== null) entries.push({ key, keyAt: spanOf(frame, keyNode), value, at: spanOf(frame, child) });
  }
  bindDeclared(frame, node, { kind: 'record', at: spanOf(frame, node), entries });
}

/** `namespace N { … }` is a record of what its body declares; `declare module 'x'` only tells types. */
export function lowerNamespace(frame: Frame, node: SyntaxNode): void {
  const name = node.childForFieldName('name');
  const body = node.childForFieldName('body');
  if (name === null || body === null || name.type !== 'identifier') return;
  const at = spanOf(frame, node);
  const scope = openScope(frame.file, { kind: 'function', name: sourceOf(frame, name), at, parent: frame.scope.id });
  lowerStatements(bodyFrame(frame.file, scope), body);
  const entries: Entry[] = [];
  for (const effect of scope.effects) {
    if (effect.kind !== 'assign' || !effect.declares || effect.target.root === 'self') continue;
    const key = effect.target.root.name;
    entries.push({ key, value: { kind: 'name', at: effect.at, name: key, scope: scope.id }, at: effect.at });
  }
  bindDeclared(frame, node, { kind: 'record', at, entries });
}
