import type { Param } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { Entry, Value } from '../../values';
import { attributesOf } from './attributes';
import { argumentsOf, endOf } from './calls';
import { dataOf } from './data-types';
import { type EnclosingType, hole, openScope, parts, type ScopeDraft, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { enter, parameters } from './functions';
import { typeMember } from './members';
import { membersOf, modifiersOf } from './type-members';
import { typeValue } from './types';

/** A class, record, struct, interface or enum: a name of the file, wherever it stands in it. */
export function typeDeclaration(node: SyntaxNode, site: Site): void {
  const name = node.childForFieldName('name');
  if (name === null || node.type === 'delegate_declaration') return;
  const value = node.type === 'enum_declaration' ? enumRecord(node, site) : lowerType(node, sourceOf(name, site), site);
  const module = site.file.scopes[0];
  const written = sourceOf(name, site);
  site.file.exports.set(written, written).set(site.namespace + written, written);
  module?.effects.push({ kind: 'assign', at: value.at, block: -1, target: { root: { name: written }, path: [] }, value, declares: true });
}

function lowerType(node: SyntaxNode, name: string, site: Site): Value {
  const at = spanOf(node, site);
  const scope = openScope(site.file, 'class', name, 0, at);
  scope.decorators.push(...attributesOf(node, site));
  const children = parts(node, site);
  const bases = children.find(part => part.type === 'base_list');
  const isPartial = modifiersOf(node, site).includes('partial');
  scope.partial = isPartial;
  const members = membersOf(node, site);
  const own: EnclosingType = { scope: scope.id, members, open: bases !== undefined || isPartial, outer: site.type };
  const inside: Site = { ...site, scope, block: -1, type: own };
  const passed = bases === undefined ? undefined : baseTypes(bases, scope, inside);
  const list = children.find(part => part.type === 'parameter_list');
  const data = dataOf(node, list, inside);
  if (data !== undefined) scope.data = data;
  if (list !== undefined) primaryConstructor(list, passed, node.type === 'record_declaration', inside);
  const body = node.childForFieldName('body');
  if (body !== null) for (const child of parts(body, site)) typeMember(child, inside);
  return { kind: 'class', at, scope: scope.id };
}

/** What it extends, and what the primary constructor hands on to it. */
function baseTypes(bases: SyntaxNode, scope: ScopeDraft, site: Site): SyntaxNode | undefined {
  let passed: SyntaxNode | undefined;
  for (const part of parts(bases, site)) {
    if (part.type === 'argument_list') passed = part;
    else {
      const inner = part.type === 'primary_constructor_base_type' ? (part.firstNamedChild ?? part) : part;
      if (inner !== part) passed = parts(part, site).find(child => child.type === 'argument_list');
      const value = typeValue(inner, site);
      if (value !== undefined) scope.bases.push(value);
    }
  }
  return passed;
}

/** `class Service(ChatClient client)`: the parameters are fields that a constructor sets. */
function primaryConstructor(list: SyntaxNode, passed: SyntaxNode | undefined, isRecord: boolean, site: Site): void {
  const at = spanOf(list, site);
  const scope = openScope(site.file, 'function', 'constructor', site.scope.id, at);
  const params: readonly Param[] = parameters(list, site);
  const inside = enter(scope, site, params);
  for (const param of params) {
    const value: Value = { kind: 'name', at: param.at, name: param.name, scope: scope.id };
    const type = isRecord || param.type === undefined ? {} : { type: param.type };
    scope.effects.push({
      kind: 'assign',
      at: param.at,
      block: -1,
      target: { root: 'self', path: [param.name] },
      value,
      declares: false,
      ...type,
    });
  }
  if (passed !== undefined) superCall(passed, inside);
  site.scope.effects.push({
    ...{ kind: 'assign', at, block: -1, target: { root: { name: 'constructor' }, path: [] }, declares: true },
    value: { kind: 'function', at, scope: scope.id },
  });
}

/** `: base(a, b)` */
export function superCall(list: SyntaxNode, site: Site): void {
  const at = spanOf(list, site);
  const callee: Value = { kind: 'name', at: endOf(at), name: 'super', scope: site.scope.id };
  site.file.calls.push({
    call: { kind: 'call', at, callee, args: argumentsOf(list, site), argsAt: at },
    scope: site.scope.id,
    block: site.block,
  });
}

/** An enum is a record; members without a value count on from the one before. */
function enumRecord(node: SyntaxNode, site: Site): Value {
  const entries: Entry[] = [];
  let next: number | undefined = 0;
  const body = node.childForFieldName('body');
  for (const child of body === null ? [] : parts(body, site)) {
    const name = child.childForFieldName('name');
    const written = child.childForFieldName('value');
    const at = spanOf(child, site);
    const counted: Value = next === undefined ? hole(at, site, 'counts on from a computed member') : { kind: 'scalar', at, value: next };
    const value: Value = written === null ? counted : expression(written, site);
    next = value.kind === 'scalar' && typeof value.value === 'number' ? value.value + 1 : undefined;
    if (name !== null) entries.push({ key: sourceOf(name, site), keyAt: spanOf(name, site), value, at });
  }
  return { kind: 'record', at: spanOf(node, site), entries };
}
