import type { SyntaxNode } from '../../syntax';
import { NOT_SET, type Value } from '../../values';
import { hole, openScope, parts, pushEffect, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { enter, functionBody, lowerFunction, parameters } from './functions';
import { initialValue } from './statements';
import { superCall, typeDeclaration } from './type-declarations';
import { isTypeDeclaration, modifiersOf } from './type-members';
import { typeValue } from './types';

/** A member of a class: methods and what is static are names of the class, all else belongs to its objects. */
export function typeMember(node: SyntaxNode, site: Site): void {
  if (isTypeDeclaration(node)) {
    typeDeclaration(node, site);
    return;
  }
  switch (node.type) {
    case 'method_declaration':
      method(node, site);
      return;
    case 'constructor_declaration':
      constructorDeclaration(node, site);
      return;
    case 'property_declaration':
      property(node, site);
      return;
    case 'field_declaration':
    case 'event_field_declaration':
      fields(node, site);
      return;
    case 'indexer_declaration':
    case 'operator_declaration':
    case 'conversion_operator_declaration':
    case 'destructor_declaration':
      lowerFunction(node, '', site);
      return;
    default:
      for (const child of parts(node, site)) if (node.type.startsWith('preproc_') || node.type === 'ERROR') typeMember(child, site);
  }
}

/** One without a body (abstract, of an interface) is somebody else's. */
function method(node: SyntaxNode, site: Site): void {
  const name = node.childForFieldName('name');
  if (name === null) return;
  const written = sourceOf(name, site);
  if (node.childForFieldName('body') === null) {
    site.scope.requires.push(written);
    return;
  }
  const value = lowerFunction(node, written, site);
  bind(written, true, value, site);
  if (isExtension(node, site)) asExtension(written, value, site);
}

/** `static string Shorten(this string text)` */
function isExtension(node: SyntaxNode, site: Site): boolean {
  const list = node.childForFieldName('parameters');
  const [first] = list === null ? [] : parts(list, site);
  return first !== undefined && /^(?:\[[^\]]*\]\s*)?this\s/.test(sourceOf(first, site));
}

/** It is found by its name alone, whatever class it stands in. */
function asExtension(name: string, value: Value, site: Site): void {
  const exported = `this.${name}`;
  site.file.exports.set(exported, exported).set(site.namespace + exported, exported);
  const target = { root: { name: exported }, path: [] };
  site.file.scopes[0]?.effects.push({ kind: 'assign', at: value.at, block: -1, target, value, declares: true });
}

/** Several constructors are one function with several ways only where each could be told from the call; the longest says most. */
function constructorDeclaration(node: SyntaxNode, site: Site): void {
  const at = spanOf(node, site);
  const isStatic = modifiersOf(node, site).includes('static');
  const scope = openScope(site.file, 'function', isStatic ? '' : 'constructor', site.scope.id, at);
  const list = node.childForFieldName('parameters');
  const inside = enter(scope, site, list === null ? [] : parameters(list, site));
  const handsOn = parts(node, site).find(part => part.type === 'constructor_initializer');
  const args = handsOn === undefined ? undefined : parts(handsOn, site).find(part => part.type === 'argument_list');
  if (handsOn !== undefined && args !== undefined && /^:\s*base\b/.test(sourceOf(handsOn, site))) superCall(args, inside);
  const body = node.childForFieldName('body');
  if (body !== null) functionBody(body, inside);
  if (!isStatic) bind('constructor', true, { kind: 'function', at, scope: scope.id }, site);
}

/** `string Name { get; set; } = "…"`, `string Prompt => $"…"`, `string Text { get { … } }` */
function property(node: SyntaxNode, site: Site): void {
  const nameNode = node.childForFieldName('name');
  if (nameNode === null) return;
  const name = sourceOf(nameNode, site);
  const isStatic = modifiersOf(node, site).includes('static');
  const typeNode = node.childForFieldName('type');
  const type = typeNode === null ? undefined : typeValue(typeNode, site);
  const written = node.childForFieldName('value');
  const accessors = node.childForFieldName('accessors');
  const computed = written?.type === 'arrow_expression_clause' ? written : accessors === null ? undefined : getterBody(accessors, site);
  if (computed !== undefined) {
    bind(name, isStatic, getter(node, name, computed, type, site), site, type);
    return;
  }
  const value = written === null ? hole(spanOf(node, site), site, NOT_SET) : expression(written, site, type);
  bind(name, isStatic, value, site, type);
}

function getterBody(accessors: SyntaxNode, site: Site): SyntaxNode | undefined {
  const get = parts(accessors, site).find(part => /(?:^|\s)get\b/.test(sourceOf(part, site).slice(0, 40)));
  for (const part of parts(accessors, site)) {
    const body = part === get ? null : part.childForFieldName('body');
    if (body !== null) {
      const scope = openScope(site.file, 'function', '', site.scope.id, spanOf(part, site));
      functionBody(body, enter(scope, site, [{ name: 'value', at: spanOf(part, site) }]));
    }
  }
  return get?.childForFieldName('body') ?? undefined;
}

/** Reading it calls it. */
function getter(node: SyntaxNode, name: string, body: SyntaxNode, type: Value | undefined, site: Site): Value {
  const at = spanOf(node, site);
  const scope = openScope(site.file, 'function', name, site.scope.id, at);
  if (type !== undefined) scope.returns = type;
  functionBody(body, enter(scope, site, []));
  const callee: Value = { kind: 'function', at, scope: scope.id };
  return { kind: 'call', at, callee, args: [], argsAt: { ...at, start: at.end } };
}

function fields(node: SyntaxNode, site: Site): void {
  const isStatic = modifiersOf(node, site).some(modifier => modifier === 'static' || modifier === 'const');
  for (const declared of parts(node, site)) {
    if (declared.type !== 'variable_declaration') continue;
    const typeNode = declared.childForFieldName('type');
    const type = typeNode === null ? undefined : typeValue(typeNode, site);
    for (const declarator of parts(declared, site)) {
      const name = declarator.type === 'variable_declarator' ? declarator.childForFieldName('name') : null;
      if (name === null) continue;
      const written = initialValue(declarator, site);
      const value = written === undefined ? hole(spanOf(declarator, site), site, NOT_SET) : expression(written, site, type);
      bind(sourceOf(name, site), isStatic, value, site, type);
    }
  }
}

function bind(name: string, named: boolean, value: Value, site: Site, type?: Value): void {
  const target = named ? { root: { name }, path: [] } : { root: 'self' as const, path: [name] };
  pushEffect(site, { kind: 'assign', at: value.at, block: -1, target, value, declares: named, ...(type && { type }) });
}
