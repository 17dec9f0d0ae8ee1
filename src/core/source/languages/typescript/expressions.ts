import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { lowerAssignment, lowerAugmented, lowerDelete, lowerUpdate } from './assignments';
import { lowerCall, lowerNew } from './calls';
import { lowerClass } from './classes';
import { isCast, isCutCast } from './cut-types';
import { deepest, type Frame, isComment, sourceOf, spanOf } from './frame';
import { lowerFunction } from './functions';
import { hole, nameValue, scalar } from './holes';
import { lowerArray, lowerObject } from './objects';
import { lowerBinary, lowerTernary, lowerUnary } from './operators';
import { lowerStatement } from './statements';
import { lowerString, lowerTemplate } from './templates';

/** Reads an expression: its value, and on the way every call, function and effect inside of it. `name`: what it is being bound to. */
export function lowerValue(frame: Frame, node: SyntaxNode, name = ''): Value {
  const { file } = frame;
  if (file.depth >= deepest) return hole(frame, node, 'it is nested too deeply to be read');
  file.depth++;
  const value = lowerExpression(frame, node, name);
  file.depth--;
  return value;
}

function lowerExpression(frame: Frame, node: SyntaxNode, name: string): Value {
  const type = node.type;
  switch (type) {
    case 'identifier':
    case 'shorthand_property_identifier':
    case 'type_identifier':
    case 'super':
    case 'import':
      return node.endIndex > node.startIndex ? nameValue(frame, node, sourceOf(frame, node)) : hole(frame, node, 'a name is missing');
    case 'this':
      return lowerThis(frame, node);
    case 'string':
      return lowerString(frame, node);
    case 'template_string':
      return lowerTemplate(frame, node);
    case 'number':
      return lowerNumber(frame, node);
    case 'true':
    case 'false':
      return scalar(frame, node, type === 'true');
    case 'null':
      return { ...scalar(frame, node, null), written: true };
    case 'undefined':
      return scalar(frame, node, null);
    case 'member_expression':
      return lowerMember(frame, node, name);
    case 'subscript_expression':
      return lowerSubscript(frame, node, name);
    case 'call_expression':
      return lowerCall(frame, node);
    case 'new_expression':
      return lowerNew(frame, node);
    case 'object':
      return lowerObject(frame, node);
    case 'array':
      return lowerArray(frame, node);
    case 'arrow_function':
    case 'function_expression':
    case 'generator_function':
      return lowerFunction(frame, node, name);
    case 'class':
      return lowerClass(frame, node, name);
    case 'parenthesized_expression':
    case 'as_expression':
    case 'satisfies_expression':
    case 'non_null_expression':
    case 'await_expression':
    case 'instantiation_expression':
      return throughFirst(frame, node, name);
    case 'type_assertion':
      return throughLast(frame, node, name);
    case 'sequence_expression':
      return throughLast(frame, node, name);
    case 'ternary_expression':
      return lowerTernary(frame, node);
    case 'binary_expression':
      return lowerBinary(frame, node);
    case 'unary_expression':
      return sourceOf(frame, node).startsWith('delete') ? lowerDelete(frame, node) : lowerUnary(frame, node);
    case 'assignment_expression':
      return lowerAssignment(frame, node);
    case 'augmented_assignment_expression':
      return lowerAugmented(frame, node);
    case 'update_expression':
      return lowerUpdate(frame, node);
    default:
      visitChildren(frame, node);
      return hole(frame, node, notRead[type] ?? 'this kind of expression is not read');
  }
}

const notRead: Readonly<Record<string, string>> = {
  yield_expression: 'whoever runs the generator sets it',
  regex: 'a regular expression is no text',
  meta_property: 'the runtime sets it',
  ERROR: 'it could not be parsed',
};

/** Reads a node for its calls, functions and effects alone. */
export function visit(frame: Frame, node: SyntaxNode): void {
  lowerStatement(frame, node);
}

export function visitChildren(frame: Frame, node: SyntaxNode): void {
  for (const child of node.namedChildren) if (child !== null) lowerStatement(frame, child);
}

/** The value of a wrapper that stands around its first part: `(x)`, `x as T`, `await x`. */
function throughFirst(frame: Frame, node: SyntaxNode, name: string): Value {
  const inner = node.namedChildren.find(child => child !== null && !isComment(frame, child));
  return inner ? lowerValue(frame, inner, name) : hole(frame, node, 'nothing stands here');
}

/** `a, b` and `<T>a`: all parts are read, the last one is the value. */
function throughLast(frame: Frame, node: SyntaxNode, name: string): Value {
  const parts = node.namedChildren.filter(child => child !== null && !isComment(frame, child));
  const last = parts.pop();
  for (const part of parts) if (part !== null) visit(frame, part);
  return last ? lowerValue(frame, last, name) : hole(frame, node, 'nothing stands here');
}

function lowerThis(frame: Frame, node: SyntaxNode): Value {
  const { self } = frame.scope;
  if (self === undefined) return hole(frame, node, 'the caller sets `this`');
  const at = spanOf(frame, node);
  return typeof self === 'number' ? { kind: 'self', at, scope: self } : { ...self, at };
}

function lowerNumber(frame: Frame, node: SyntaxNode): Value {
  const digits = sourceOf(frame, node).replace(/_/g, '').replace(/n$/, '');
  const value = /^0[0-7]+$/.test(digits) ? Number.parseInt(digits, 8) : Number(digits);
  return Number.isNaN(value) ? hole(frame, node, 'it is not a number') : scalar(frame, node, value);
}

function lowerMember(frame: Frame, node: SyntaxNode, name: string): Value {
  const object = node.childForFieldName('object');
  const property = node.childForFieldName('property');
  if (object === null || property === null) return hole(frame, node, 'it could not be parsed');
  if (isCast(object)) return lowerValue(frame, object, name);
  const value = lowerValue(frame, object);
  return { kind: 'member', at: spanOf(frame, node), object: value, key: sourceOf(frame, property) };
}

function lowerSubscript(frame: Frame, node: SyntaxNode, name: string): Value {
  const object = node.childForFieldName('object');
  const index = node.childForFieldName('index');
  if (object === null || index === null) return hole(frame, node, 'it could not be parsed');
  if (isCutCast(object)) return lowerValue(frame, object, name);
  const value = lowerValue(frame, object);
  return { kind: 'index', at: spanOf(frame, node), object: value, key: lowerValue(frame, index) };
}
