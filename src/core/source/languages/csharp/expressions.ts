import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { assignment } from './assignments';
import { invocation } from './calls';
import { anonymousObject, arrayCreation, implicitCreation, initializer, objectCreation } from './creations';
import { hole, MAX_DEPTH, parts, type Site, sourceOf, spanOf } from './draft';
import { lambda } from './functions';
import { collection, tuple, withExpression } from './lists';
import { identifier } from './names';
import { binary, conditional, prefix, step } from './operators';
import { declaredName } from './patterns';
import { query } from './queries';
import { character, stringLiteral } from './strings';
import { switchExpression } from './switches';
import { typeValue } from './types';

/** The value of an expression; total: syntax that isn't read gives a hole. `target`: the type that it is declared to have. */
export function expression(node: SyntaxNode, site: Site, target?: Value): Value {
  const { file } = site;
  if (file.depth >= MAX_DEPTH) return hole(spanOf(node, site), site, 'nested too deeply to read');
  file.depth++;
  const value = lowered(node, site, target);
  file.depth--;
  return value;
}

function lowered(node: SyntaxNode, site: Site, target: Value | undefined): Value {
  const at = spanOf(node, site);
  switch (node.type) {
    case 'identifier':
      return identifier(node, site);
    case 'this_expression':
    case 'this':
    case 'base_expression':
    case 'base':
      return site.type === undefined ? hole(at, site, 'no object') : { kind: 'self', at, scope: site.type.scope };
    case 'member_access_expression':
      return member(node, site);
    case 'conditional_access_expression':
      return conditionalAccess(node, site);
    case 'invocation_expression':
      return invocation(node, site);
    case 'object_creation_expression':
      return objectCreation(node, site);
    case 'implicit_object_creation_expression':
      return implicitCreation(node, site, target);
    case 'array_creation_expression':
    case 'implicit_array_creation_expression':
      return arrayCreation(node, site, target);
    case 'anonymous_object_creation_expression':
      return anonymousObject(node, site);
    case 'initializer_expression':
      return initializer(node, site, target);
    case 'element_binding_expression':
    case 'collection_expression':
      return collection(node, site, target);
    case 'tuple_expression':
      return tuple(node, site);
    case 'with_expression':
      return withExpression(node, site);
    case 'string_literal':
    case 'verbatim_string_literal':
    case 'raw_string_literal':
    case 'interpolated_string_expression':
      return stringLiteral(node, site);
    case 'character_literal':
      return character(node, site);
    case 'integer_literal':
    case 'real_literal':
      return number(node, site);
    case 'boolean_literal':
      return { kind: 'scalar', at, value: file(site).startsWith('true', at.start) };
    case 'null_literal':
    case 'default_expression':
      return { kind: 'scalar', at, value: null };
    case 'parenthesized_expression':
    case 'await_expression':
    case 'postfix_unary_expression':
    case 'checked_expression':
    case 'ref_expression':
    case 'global_statement':
      return wrapped(node, site, target);
    case 'cast_expression':
      return behindType(node.childForFieldName('value'), node, site);
    case 'as_expression':
      return behindType(node.childForFieldName('left'), node, site);
    case 'binary_expression':
    case 'is_pattern_expression':
    case 'is_expression':
      return binary(node, site);
    case 'prefix_unary_expression':
      return prefix(node, site);
    case 'conditional_expression':
      return conditional(node, site, target);
    case 'assignment_expression':
      return assignment(node, site);
    case 'lambda_expression':
    case 'anonymous_method_expression':
      return lambda(node, site);
    case 'switch_expression':
      return switchExpression(node, site);
    case 'query_expression':
      return query(node, site);
    case 'element_access_expression':
      return elementAccess(node, site);
    case 'declaration_expression':
      return declaredName(node, site);
    case 'throw_expression':
      return opaque(node, site, 'an exception');
    case 'typeof_expression': {
      const type = node.childForFieldName('type');
      return type === null ? opaque(node, site, 'could not be parsed') : (typeValue(type, site) ?? hole(at, site, 'a type'));
    }
    case 'predefined_type':
    case 'generic_name':
    case 'qualified_name':
    case 'alias_qualified_name':
    case 'nullable_type':
      return typeValue(node, site) ?? { kind: 'name', at, name: predefined(sourceOf(node, site)), scope: 0 };
    case 'ERROR':
      return opaque(node, site, 'could not be parsed');
    default:
      return opaque(node, site, 'computed when the program runs');
  }
}

function file(site: Site): string {
  return site.file.text;
}

/** `string.Join` is `String.Join`. */
function predefined(name: string): string {
  return name === 'string' ? 'String' : name === 'object' ? 'Object' : name;
}

/** A hole for the whole; its parts are lowered for the calls and effects in them. */
export function opaque(node: SyntaxNode, site: Site, reason: string): Value {
  for (const child of parts(node, site)) expression(child, site);
  return hole(spanOf(node, site), site, reason);
}

/** Brackets, `await x`, `x!`; `x++` changes its variable. */
function wrapped(node: SyntaxNode, site: Site, target: Value | undefined): Value {
  const [inner, ...others] = parts(node, site);
  if (inner === undefined || others.some(part => part.type !== 'ERROR')) return opaque(node, site, 'could not be parsed');
  const sign = site.file.text.slice(node.endIndex - 2, node.endIndex);
  return node.type === 'postfix_unary_expression' && (sign === '++' || sign === '--')
    ? step(inner, sign, node, site)
    : expression(inner, site, target);
}

function behindType(inner: SyntaxNode | null, node: SyntaxNode, site: Site): Value {
  return inner === null ? opaque(node, site, 'could not be parsed') : expression(inner, site);
}

function member(node: SyntaxNode, site: Site): Value {
  const name = node.childForFieldName('name');
  const at = spanOf(node, site);
  if (name === null) return opaque(node, site, 'could not be parsed');
  const key = memberName(name, site);
  const object = node.childForFieldName('expression');
  // The grammar has no node for `this` and `base`.
  if (object === null) return site.type === undefined ? hole(at, site, 'no object') : ofSelf(key, node, site.type.scope, site);
  const value = expression(object, site);
  return { kind: 'member', at, object: value, key };
}

function ofSelf(key: string, node: SyntaxNode, scope: number, site: Site): Value {
  const at = spanOf(node, site);
  const word = /^\w*/.exec(site.file.text.slice(at.start, at.end))?.[0] ?? '';
  return { kind: 'member', at, object: { kind: 'self', at: { ...at, end: at.start + word.length }, scope }, key };
}

/** A member's name without type arguments. */
function memberName(name: SyntaxNode, site: Site): string {
  const plain = name.type === 'generic_name' ? (name.firstNamedChild ?? name) : name;
  return sourceOf(plain, site);
}

/** `x?.y`: of no object, nothing. */
function conditionalAccess(node: SyntaxNode, site: Site): Value {
  const condition = node.childForFieldName('condition');
  const binding = parts(node, site).find(part => part.startIndex !== condition?.startIndex);
  if (condition === null || binding === undefined) return opaque(node, site, 'could not be parsed');
  const object = expression(condition, site);
  const at = spanOf(node, site);
  const name = binding.type === 'member_binding_expression' ? binding.childForFieldName('name') : null;
  if (name !== null) return { kind: 'member', at, object, key: memberName(name, site) };
  if (binding.type === 'element_binding_expression') return indexed(object, binding, node, site);
  return bound(binding, object, node, site);
}

/** `x?.F(y)` where the grammar puts the call inside of the binding. */
function bound(binding: SyntaxNode, object: Value, node: SyntaxNode, site: Site): Value {
  const fn = binding.childForFieldName('function');
  const name = fn?.type === 'member_binding_expression' ? fn.childForFieldName('name') : null;
  if (binding.type !== 'invocation_expression' || name === null || fn === null)
    return opaque(binding, site, 'computed when the program runs');
  return invocation(binding, site, { kind: 'member', at: spanOf(fn, site), object, key: memberName(name, site) }, spanOf(node, site));
}

function elementAccess(node: SyntaxNode, site: Site): Value {
  const object = node.childForFieldName('expression');
  const subscript = node.childForFieldName('subscript');
  if (object === null || subscript === null) return opaque(node, site, 'could not be parsed');
  return indexed(expression(object, site), subscript, node, site);
}

function indexed(object: Value, subscript: SyntaxNode, node: SyntaxNode, site: Site): Value {
  const keys = parts(subscript, site).map(part => {
    const inner = part.type === 'argument' ? parts(part, site).at(-1) : part;
    return inner === undefined ? hole(spanOf(part, site), site, 'missing') : fromEnd(inner, site);
  });
  const [key, ...more] = keys;
  const at = spanOf(node, site);
  return key === undefined || more.length > 0 ? hole(at, site, 'computed when the program runs') : { kind: 'index', at, object, key };
}

/** `list[^1]` is the last one. */
function fromEnd(node: SyntaxNode, site: Site): Value {
  const [inner] = parts(node, site);
  const back = node.type === 'prefix_unary_expression' && site.file.text[node.startIndex] === '^' && inner !== undefined;
  const value = expression(back ? inner : node, site);
  if (!back) return value;
  return value.kind === 'scalar' && typeof value.value === 'number'
    ? { ...value, value: -value.value }
    : hole(value.at, site, 'a place from the end');
}

function number(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site);
  const digits = sourceOf(node, site).replaceAll('_', '');
  const value = Number(
    /^0[xb]/i.test(digits) ? digits.replace(/(?<![uUlL])[uUlL]+$/, '') : digits.replace(/(?<![uUlLfFdDmM])[uUlLfFdDmM]+$/, ''),
  );
  return Number.isFinite(value) ? { kind: 'scalar', at, value } : hole(at, site, 'a number that could not be read');
}
