import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { callExpression, convertedType } from './calls';
import { hole, MAX_DEPTH, nameValue, parts, type Site, scalar, sourceOf, spanOf } from './draft';
import { functionBody } from './functions';
import { compositeLiteral } from './literals';
import { binary, unary } from './operators';
import { slice } from './slices';
import { decodeLiteral } from './strings';

export function expression(node: SyntaxNode, site: Site): Value {
  const { file } = site;
  if (file.depth >= MAX_DEPTH) return hole(node, site, 'nested too deeply');
  file.depth++;
  const value = lowered(node, site);
  file.depth--;
  return value;
}

function lowered(node: SyntaxNode, site: Site): Value {
  switch (node.type) {
    case 'identifier':
    case 'type_identifier':
    case 'package_identifier':
      return identifier(node, site);
    case 'nil':
      return scalar(node, site, null);
    case 'true':
    case 'false':
      return scalar(node, site, node.type === 'true');
    case 'iota':
      return scalar(node, site, site.iota ?? 0);
    case 'int_literal':
    case 'float_literal':
      return number(node, site);
    case 'interpreted_string_literal':
    case 'raw_string_literal':
    case 'rune_literal':
      return text(node, site);
    case 'parenthesized_expression': {
      const [inner] = parts(node);
      return inner === undefined ? hole(node, site, 'nothing stands here') : expression(inner, site);
    }
    case 'selector_expression':
      return selector(node, site);
    case 'index_expression':
      return index(node, site);
    case 'slice_expression':
      return slice(node, operandOf(node, site), site);
    case 'call_expression':
      return callExpression(node, site);
    case 'type_conversion_expression':
      return convertedType(node, site);
    case 'type_assertion_expression':
      return operandOf(node, site);
    case 'composite_literal':
      return compositeLiteral(node, site);
    case 'func_literal': {
      const scope = functionBody(node, '', site.scope.id, site);
      return { kind: 'function', at: spanOf(node, site), scope: scope.id };
    }
    case 'unary_expression':
      return unary(node, site);
    case 'binary_expression':
      return binary(node, site);
    case 'literal_element':
    case 'expression_list': {
      const [inner] = parts(node);
      return inner === undefined ? hole(node, site, 'nothing stands here') : expression(inner, site);
    }
    default:
      for (const part of parts(node)) expression(part, site);
      return hole(node, site, 'not read');
  }
}

function identifier(node: SyntaxNode, site: Site): Value {
  const name = sourceOf(node, site);
  if (name === site.receiver?.name) return { kind: 'self', at: spanOf(node, site), scope: site.receiver.scope };
  return nameValue(node, site, name);
}

function number(node: SyntaxNode, site: Site): Value {
  const source = sourceOf(node, site).replaceAll('_', '');
  const value = Number(/^0[0-7]+$/.test(source) ? `0o${source.slice(1)}` : source);
  return Number.isFinite(value) ? scalar(node, site, value) : hole(node, site, 'a number that is not read');
}

function text(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site);
  const source = sourceOf(node, site).slice(1, -1);
  return { kind: 'text', at, text: decodeLiteral(site.file.uri, source, at.start + 1, node.type === 'raw_string_literal') };
}

function selector(node: SyntaxNode, site: Site): Value {
  const key = sourceOf(node.childForFieldName('field'), site);
  return { kind: 'member', at: spanOf(node, site), object: operandOf(node, site), key };
}

function operandOf(node: SyntaxNode, site: Site): Value {
  const operand = node.childForFieldName('operand');
  return operand === null ? hole(node, site, 'it could not be parsed') : expression(operand, site);
}

function index(node: SyntaxNode, site: Site): Value {
  const key = node.childForFieldName('index');
  const object = operandOf(node, site);
  if (key === null) return hole(node, site, 'it could not be parsed');
  return { kind: 'index', at: spanOf(node, site), object, key: expression(key, site) };
}
