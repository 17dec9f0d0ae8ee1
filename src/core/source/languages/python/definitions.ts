import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { asGenerator } from '../generators';
import { annotation } from './annotations';
import { assignName } from './assignments';
import { lowerArguments, lowerCall } from './calls';
import { hole, openScope, parts, type ScopeDraft, type Site, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { fieldsOfNew } from './new-object';
import { parameters } from './parameters';
import { body } from './statements';

export function functionDefinition(node: SyntaxNode, site: Site, decorators: readonly Value[]): void {
  const { file } = site;
  const nameNode = node.childForFieldName('name');
  const list = node.childForFieldName('parameters');
  const block = node.childForFieldName('body');
  const name = nameNode === null ? '' : sourceOf(nameNode, file);
  const at = spanOf(node, file);
  const scope = openScope(file, 'function', name, site.scope.id, at, file.text.startsWith('async', at.start));
  scope.decorators = decorators;
  const returnType = node.childForFieldName('return_type');
  if (returnType !== null) scope.returns = annotation(returnType, site);
  const params = list === null ? [] : parameters(list, site);
  const inside = within(site, scope, methodKind(name, decorators, site), params);
  if (block !== null) body(block, inside);
  if (name === '__new__' && site.scope.kind === 'class') fieldsOfNew(scope);
  if (scope.yielded.length > 0) makeGenerator(scope, site);
  if (site.scope.kind === 'class') leaveOpen(site.scope.requires, name, block === null || isLeftOpen(block, site));
  if (name !== '' && !decorators.some(decorator => setsProperty(decorator, name)))
    assignName(name, { kind: 'function', at, scope: scope.id }, at, site);
}

/** `@llm.setter`: what is read stays what the property gives. */
function setsProperty(decorator: Value, name: string): boolean {
  if (decorator.kind !== 'member' || decorator.object.kind !== 'name') return false;
  return decorator.object.name === name && (decorator.key === 'setter' || decorator.key === 'deleter');
}

/** Of several definitions of one name (`@overload`) the last says what it is. */
function leaveOpen(requires: string[], name: string, isOpen: boolean): void {
  const before = requires.indexOf(name);
  if (before < 0 && isOpen) requires.push(name);
  if (before >= 0 && !isOpen) requires.splice(before, 1);
}

/** `...`, `pass`, `raise NotImplementedError`: what it does stands in other classes. */
function isLeftOpen(block: SyntaxNode, site: Site): boolean {
  const statements = parts(block, site).filter(
    ({ type, firstNamedChild }) => type !== 'expression_statement' || firstNamedChild?.type !== 'string',
  );
  const [only] = statements;
  if (only === undefined || statements.length > 1) return only === undefined;
  return /^(?:pass|\.\.\.|raise\s+NotImplementedError\b[^\n]*)$/.test(sourceOf(only, site.file).trim().replace(/\s+/g, ' '));
}

/** What the first parameter is: the object, its class, or an ordinary parameter. */
function methodKind(name: string, decorators: readonly Value[], site: Site): 'self' | 'class' | undefined {
  if (site.scope.kind !== 'class') return undefined;
  const marks = decorators.map(decorator =>
    decorator.kind === 'name' ? decorator.name : decorator.kind === 'member' ? decorator.key : '',
  );
  if (marks.some(mark => mark === 'staticmethod' || mark === 'abstractstaticmethod')) return undefined;
  const ofClass = ['__new__', '__init_subclass__', '__class_getitem__'].includes(name);
  return ofClass || marks.some(mark => mark === 'classmethod' || mark === 'abstractclassmethod') ? 'class' : 'self';
}

/** The site of a function's body. The receiver stays a parameter, as a call on the class itself passes it. */
function within(site: Site, scope: ScopeDraft, method: 'self' | 'class' | undefined, params: ScopeDraft['params']): Site {
  const [first] = params;
  const takesReceiver = method !== undefined && first !== undefined && first.collects === undefined;
  scope.params = params;
  const names = new Set(scope.params.map(param => param.name));
  const outer = site.receiver && !names.has(site.receiver.name) ? site.receiver : undefined;
  const loops = site.loopVariables && new Map([...site.loopVariables].filter(([name]) => !names.has(name)));
  return {
    ...site,
    scope,
    block: -1,
    receiver: takesReceiver ? { name: first.name, kind: method, scope: site.scope.id } : outer,
    loopVariables: loops,
    unsure: false,
  };
}

function makeGenerator(scope: ScopeDraft, site: Site): void {
  asGenerator(scope, { ...hole(scope.at, site.file, 'a generator'), label: `${scope.name}()` });
}

export function lambda(node: SyntaxNode, site: Site): Value {
  const { file } = site;
  const list = node.childForFieldName('parameters');
  const result = node.childForFieldName('body');
  const at = spanOf(node, file);
  const scope = openScope(file, 'function', '', site.scope.id, at);
  const inside = within(site, scope, undefined, list === null ? [] : parameters(list, site));
  if (result !== null) {
    const value = result.type === 'call' ? lowerCall(result, inside, 'discarded') : expression(result, inside);
    scope.effects.push({ kind: 'return', at: spanOf(result, file), block: -1, value });
    if (scope.yielded.length > 0) makeGenerator(scope, site);
  }
  return { kind: 'function', at, scope: scope.id };
}

export function classDefinition(node: SyntaxNode, site: Site, decorators: readonly Value[]): void {
  const { file } = site;
  const nameNode = node.childForFieldName('name');
  const superclasses = node.childForFieldName('superclasses');
  const block = node.childForFieldName('body');
  const name = nameNode === null ? '' : sourceOf(nameNode, file);
  const at = spanOf(node, file);
  const scope = openScope(file, 'class', name, site.scope.id, at);
  scope.decorators = decorators;
  const bases = superclasses === null ? [] : lowerArguments(superclasses, site);
  scope.bases = bases.filter(base => base.name === undefined && base.value.kind !== 'spread').map(base => base.value);
  if (block !== null && scope.bases.length > 0) scope.doc = docstring(block, site);
  if (block !== null) body(block, { ...site, scope, block: -1, unsure: false });
  if (name !== '') assignName(name, { kind: 'class', at, scope: scope.id }, at, site);
}

/** The text that a body begins with. */
function docstring(block: SyntaxNode, site: Site): Value | undefined {
  const [first] = parts(block, site);
  const text = first?.type === 'expression_statement' ? first.firstNamedChild : null;
  return text?.type === 'string' ? expression(text, site) : undefined;
}
