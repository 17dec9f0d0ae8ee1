import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { assignment, increment } from './assignments';
import { invocation, newObject } from './calls';
import { DEEPEST, type Frame, hole, partsOf, scalar, sourceOf, spanOf } from './frame';
import { lambda, methodReference } from './lambdas';
import { numberLiteral, stringLiteral } from './literals';
import { isClassName, nameValue, qualifiedType } from './names';
import { binary, condition, ternary, unary } from './operators';
import { statement } from './statements';
import { switchValue } from './switches';
import { classValue } from './types';

/** Reads an expression: its value, and on the way every call, function and effect inside of it. */
export function expression(frame: Frame, node: SyntaxNode): Value {
  const { file } = frame;
  if (file.depth >= DEEPEST) return hole(frame, node, 'it is nested too deeply to be read');
  file.depth++;
  const value = lowered(frame, node);
  file.depth--;
  return value;
}

/** Reads a node for its calls, functions and effects alone. */
export function visit(frame: Frame, node: SyntaxNode): void {
  statement(frame, node);
}

function lowered(frame: Frame, node: SyntaxNode): Value {
  const { type } = node;
  switch (type) {
    case 'identifier':
      return node.endIndex > node.startIndex ? nameValue(frame, node) : hole(frame, node, 'a name is missing');
    case 'this':
      return frame.type === undefined ? hole(frame, node, 'no class is around it') : ownSelf(frame, node);
    case 'super':
      return frame.type === undefined ? hole(frame, node, 'no class is around it') : ownSelf(frame, node);
    case 'string_literal':
    case 'character_literal':
      return stringLiteral(frame, node);
    case 'decimal_integer_literal':
    case 'hex_integer_literal':
    case 'octal_integer_literal':
    case 'binary_integer_literal':
    case 'decimal_floating_point_literal':
    case 'hex_floating_point_literal':
      return numberLiteral(frame, node);
    case 'true':
    case 'false':
      return scalar(frame, node, type === 'true');
    case 'null_literal':
      return scalar(frame, node, null);
    case 'field_access':
    case 'scoped_identifier':
      return member(frame, node);
    case 'array_access':
      return element(frame, node);
    case 'method_invocation':
      return invocation(frame, node);
    case 'object_creation_expression':
      return newObject(frame, node);
    case 'array_creation_expression': {
      const value = node.childForFieldName('value');
      return value === null ? hole(frame, node, 'an array that is filled later') : expression(frame, value);
    }
    case 'array_initializer':
    case 'element_value_array_initializer':
      return { kind: 'list', at: spanOf(frame, node), items: partsOf(frame, node).map(item => expression(frame, item)) };
    case 'class_literal': {
      const [inner] = partsOf(frame, node);
      return (inner && classValue(frame, inner)) ?? hole(frame, node, 'a class');
    }
    case 'lambda_expression':
      return lambda(frame, node);
    case 'method_reference':
      return methodReference(frame, node);
    case 'parenthesized_expression': {
      const [inner] = partsOf(frame, node);
      return inner === undefined ? hole(frame, node, 'nothing stands here') : expression(frame, inner);
    }
    case 'cast_expression': {
      const value = node.childForFieldName('value');
      return value === null ? hole(frame, node, 'nothing stands here') : expression(frame, value);
    }
    case 'binary_expression':
      return binary(frame, node);
    case 'unary_expression':
      return unary(frame, node);
    case 'instanceof_expression':
      return condition(frame, node);
    case 'ternary_expression':
      return ternary(frame, node);
    case 'switch_expression':
      return switchValue(frame, node);
    case 'assignment_expression':
      return assignment(frame, node);
    case 'update_expression':
      return increment(frame, node);
    case 'type_identifier':
    case 'scoped_type_identifier':
    case 'generic_type':
      return classValue(frame, node) ?? hole(frame, node, 'a type');
    default:
      for (const child of partsOf(frame, node)) visit(frame, child);
      return hole(frame, node, type === 'ERROR' ? 'it could not be parsed' : 'this kind of expression is not read');
  }
}

function ownSelf(frame: Frame, node: SyntaxNode): Value {
  return { kind: 'self', at: spanOf(frame, node), scope: frame.type?.scope ?? 0 };
}

/** `a.b`, `Outer.this`, `com.acme.Prompts.SYSTEM`. */
function member(frame: Frame, node: SyntaxNode): Value {
  const written = sourceOf(frame, node);
  const at = spanOf(frame, node);
  const full = /^\p{Ll}[\w.$]*\.\p{Lu}[\w.$]*$/u.test(written) ? qualifiedType(frame, written, at) : undefined;
  if (full !== undefined) return full;
  const [object, key] = [node.childForFieldName('object') ?? node.childForFieldName('scope'), keyOf(node)];
  if (object === null || key === null) return hole(frame, node, 'it could not be parsed');
  if (key.type === 'this') return outerSelf(frame, object, node);
  return { kind: 'member', at, object: expression(frame, object), key: sourceOf(frame, key) };
}

function keyOf(node: SyntaxNode): SyntaxNode | null {
  return node.childForFieldName('field') ?? node.childForFieldName('name');
}

function outerSelf(frame: Frame, typeNode: SyntaxNode, node: SyntaxNode): Value {
  const name = sourceOf(frame, typeNode);
  for (let type = frame.type; type !== undefined; type = type.outer)
    if (frame.file.scopes[type.scope]?.name === name) return { kind: 'self', at: spanOf(frame, node), scope: type.scope };
  return isClassName(name) ? ownSelf(frame, node) : hole(frame, node, 'no such class is around it');
}

function element(frame: Frame, node: SyntaxNode): Value {
  const array = node.childForFieldName('array');
  const index = node.childForFieldName('index');
  if (array === null || index === null) return hole(frame, node, 'it could not be parsed');
  const object = expression(frame, array);
  return { kind: 'index', at: spanOf(frame, node), object, key: expression(frame, index) };
}
