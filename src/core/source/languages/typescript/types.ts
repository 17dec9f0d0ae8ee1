import type { SyntaxNode } from '../../syntax';
import { NOT_SET, type Value } from '../../values';
import { deepest, type Frame, type OpenScope, openScope, sourceOf, spanOf } from './frame';
import { hole, nameValue } from './holes';
import { signatureIn, signatureOf } from './signatures';
import { given, queried } from './type-queries';
import { alternativesOf, areFewNames } from './union-types';

/** Generic types that say of their argument only how it arrives. */
const wrappers: ReadonlySet<string> = new Set(['Promise', 'PromiseLike', 'Awaited', 'Readonly', 'Required', 'NonNullable']);

/** A type annotation as a value: the name or member of one class; undefined for types that name none. */
export function typeValue(frame: Frame, node: SyntaxNode): Value | undefined {
  const { file } = frame;
  if (file.depth >= deepest) return undefined;
  file.depth++;
  const value = lowerType(frame, node);
  file.depth--;
  return value;
}

function lowerType(frame: Frame, node: SyntaxNode): Value | undefined {
  switch (node.type) {
    case 'type_annotation':
    case 'parenthesized_type':
    case 'readonly_type':
      return node.firstNamedChild === null ? undefined : typeValue(frame, node.firstNamedChild);
    case 'type_identifier':
    case 'identifier':
      return nameValue(frame, node, sourceOf(frame, node));
    case 'nested_type_identifier':
      return memberOf(frame, node, node.childForFieldName('module'), node.childForFieldName('name'));
    case 'nested_identifier':
      return memberOf(frame, node, node.childForFieldName('object'), node.childForFieldName('property'));
    case 'generic_type':
      return genericOf(frame, node);
    case 'object_type':
    case 'interface_body':
      return shapeOf(frame, node, '');
    case 'function_type':
      return signatureOf(frame, node, '');
    case 'type_query':
      return queried(frame, node);
    case 'union_type':
      return oneOf(frame, node);
    default:
      return undefined;
  }
}

function memberOf(frame: Frame, node: SyntaxNode, object: SyntaxNode | null, key: SyntaxNode | null): Value | undefined {
  const value = object === null ? undefined : typeValue(frame, object);
  return value === undefined || key === null
    ? undefined
    : { kind: 'member', at: spanOf(frame, node), object: value, key: sourceOf(frame, key) };
}

function genericOf(frame: Frame, node: SyntaxNode): Value | undefined {
  const name = node.childForFieldName('name');
  const argument = node.childForFieldName('type_arguments')?.firstNamedChild ?? null;
  if (name === null) return undefined;
  const written = sourceOf(frame, name);
  if (argument !== null && wrappers.has(written)) return typeValue(frame, argument);
  // `InstanceType<typeof OpenAI>` is OpenAI.
  if (argument?.type === 'type_query' && written === 'InstanceType') return queried(frame, argument);
  if (argument?.type === 'type_query' && written === 'ReturnType') return given(frame, node, queried(frame, argument));
  return typeValue(frame, name);
}

/** The properties of an object type as fields of a class, so that a client can be found in them; undefined when none has a class's type. */
function shapeOf(frame: Frame, body: SyntaxNode, name: string, extend = false): Extract<Value, { kind: 'class' }> | undefined {
  const fields = body.namedChildren.flatMap(child => {
    const key = child?.type === 'property_signature' ? child.childForFieldName('name') : null;
    const typeNode = key === null ? null : (child?.childForFieldName('type') ?? null);
    const type = typeNode === null ? undefined : typeValue(frame, typeNode);
    return key === null || type === undefined ? [] : [{ key, type }];
  });
  const methods = body.namedChildren.flatMap(child => {
    const key = child !== null && isMethod(child) ? child.childForFieldName('name') : null;
    if (child === null || key === null) return [];
    // What need not be there has a default where it is called (`{ send = fetch }`), which counts more than what its type says.
    const needed = !child.children.some(part => part?.type === '?');
    return [{ key, needed, returns: needed ? resultOf(frame, child) : undefined, signature: signatureIn(frame, child) }];
  });
  const required = methods.filter(({ needed }) => needed);
  const isImplemented = name !== '' && required.length > 0;
  const says = fields.length > 0 || methods.some(({ returns, signature }) => returns !== undefined || signature !== undefined);
  if (!isImplemented && !extend && !says) return undefined;
  const at = spanOf(frame, body);
  const scope = openScope(frame.file, { kind: 'class', name, at, parent: frame.scope.id });
  if (isImplemented) scope.requires.push(...required.map(({ key }) => sourceOf(frame, key)));
  for (const { key, returns, signature } of methods) {
    if (returns !== undefined) declareMethod(frame, scope, key, returns);
    if (signature !== undefined) scope.signatures[sourceOf(frame, key)] = signature;
  }
  for (const { key, type } of fields) {
    if (type.kind === 'function') {
      scope.signatures[sourceOf(frame, key)] = type;
      continue;
    }
    const target = { root: 'self' as const, path: [sourceOf(frame, key)] };
    const value = hole(frame, key, NOT_SET);
    scope.effects.push({ kind: 'assign', block: -1, declares: false, at: value.at, target, value, type });
  }
  return { kind: 'class', at, scope: scope.id };
}

/** `ask(text: string): string`, `ask: (text: string) => string` */
function isMethod(member: SyntaxNode): boolean {
  if (member.type !== 'property_signature') return member.type === 'method_signature';
  return member.childForFieldName('type')?.firstNamedChild?.type === 'function_type';
}

/** What a method's signature, or a property that holds a function, says that it gives. */
function resultOf(frame: Frame, signature: SyntaxNode): Value | undefined {
  if (signature.type === 'method_signature' || signature.type === 'abstract_method_signature') {
    const type = signature.childForFieldName('return_type');
    return type === null ? undefined : typeValue(frame, type);
  }
  const type = signature.type === 'property_signature' ? signature.childForFieldName('type')?.firstNamedChild : undefined;
  const result = type?.type === 'function_type' ? type.childForFieldName('return_type') : null;
  return result === null ? undefined : typeValue(frame, result);
}

/** `abstract client(): OpenAI`: whatever implements it gives such an object. */
export function lowerSignature(frame: Frame, scope: OpenScope, signature: SyntaxNode): void {
  const key = signature.childForFieldName('name');
  if (key === null) return;
  scope.requires.push(sourceOf(frame, key));
  const returns = resultOf(frame, signature);
  if (returns !== undefined) declareMethod(frame, scope, key, returns);
}

function declareMethod(frame: Frame, type: OpenScope, key: SyntaxNode, returns: Value): void {
  const [name, at] = [sourceOf(frame, key), spanOf(frame, key)];
  const method = openScope(frame.file, { kind: 'function', name, at, parent: type.id });
  method.returns = returns;
  const value = { kind: 'function', at, scope: method.id } as const;
  type.effects.push({ kind: 'assign', block: -1, at, target: { root: { name }, path: [] }, declares: true, value });
}

/** `interface Deps { openai: OpenAI }`, `type Client = OpenAI`. It stands before all values, as one of the same name may be meant. */
export function lowerTypeDeclaration(frame: Frame, node: SyntaxNode): void {
  const nameNode = node.childForFieldName('name');
  const body = node.childForFieldName('body') ?? node.childForFieldName('value');
  if (nameNode === null || body === null) return;
  const name = sourceOf(frame, nameNode);
  const isShape = body.type === 'object_type' || body.type === 'interface_body';
  const extended = node.namedChildren.find(child => child?.type === 'extends_type_clause');
  const shape = isShape ? shapeOf(frame, body, name, extended !== undefined) : undefined;
  const value = isShape ? shape : typeValue(frame, body);
  if (value === undefined) return;
  for (const base of extended?.namedChildren ?? [])
    if (base !== null && shape !== undefined) frame.file.scopes[shape.scope]?.bases.push(...[typeValue(frame, base) ?? []].flat());
  const { scope } = frame;
  const target = { root: { name }, path: [] };
  scope.effects.splice(scope.hoisted++, 0, { kind: 'assign', at: spanOf(frame, node), block: frame.block, target, value, declares: true });
}

/** `OpenAI | AzureOpenAI`: one of several classes, if each of them is named. */
function oneOf(frame: Frame, node: SyntaxNode): Value | undefined {
  const alternatives = alternativesOf(node);
  const [only] = alternatives;
  if (only !== undefined && alternatives.length === 1) return typeValue(frame, only);
  if (!areFewNames(alternatives)) return undefined;
  const options = alternatives.flatMap(each => typeValue(frame, each) ?? []);
  return options.length === alternatives.length ? { kind: 'choice', at: spanOf(frame, node), options } : undefined;
}
