import type { SyntaxNode } from '../../syntax';
import { PLACEHOLDER, type Value } from '../../values';
import { assignName } from './assignments';
import { lowerCall } from './calls';
import { dictionary, sequence } from './collections';
import { comprehension, dictionaryComprehension } from './comprehensions';
import { lambda } from './definitions';
import { hole, isAside, MAX_DEPTH, parts, type Site, sourceOf, spanOf } from './draft';
import { numberValue } from './numbers';
import { binary, boolean, conditional, negative } from './operators';
import { stringLiteral } from './strings';
import { subscript } from './subscripts';
import { comparison, negation } from './tests';

/** The value of any expression; what can't be read is a hole, and the calls inside of it are still recorded. */
export function expression(node: SyntaxNode, site: Site): Value {
  const { file } = site;
  if (file.depth >= MAX_DEPTH) return hole(spanOf(node, file), file, 'nested too deeply to read');
  file.depth++;
  const value = lowered(node, site);
  file.depth--;
  return value;
}

function lowered(node: SyntaxNode, site: Site): Value {
  switch (node.type) {
    case 'identifier':
      return identifier(node, site);
    case 'attribute':
      return attribute(node, site);
    case 'call':
      return lowerCall(node, site, 'used');
    case 'string':
      return stringLiteral(node, site);
    case 'concatenated_string':
      return {
        kind: 'template',
        at: spanOf(node, site.file),
        parts: parts(node, site).map(part => expression(part, site)),
        literal: false,
      };
    case 'integer':
    case 'float':
      return numberValue(node, site);
    case 'true':
    case 'false':
      return { kind: 'scalar', at: spanOf(node, site.file), value: node.type === 'true' };
    case 'none':
      return { kind: 'scalar', at: spanOf(node, site.file), value: null };
    case 'parenthesized_expression':
      return only(node, site);
    case 'await':
      return awaited(node, site);
    case 'subscript':
      return subscript(node, site);
    case 'binary_operator':
      return binary(node, site);
    case 'boolean_operator':
      return boolean(node, site);
    case 'unary_operator':
      return negative(node, site);
    case 'conditional_expression':
      return conditional(node, site);
    case 'named_expression':
      return named(node, site);
    case 'lambda':
      return lambda(node, site);
    case 'list':
    case 'tuple':
    case 'set':
    case 'expression_list':
    case 'pattern_list':
    case 'tuple_pattern':
    case 'list_pattern':
      return sequence(node, site);
    case 'list_splat':
    case 'dictionary_splat':
      return { kind: 'spread', at: spanOf(node, site.file), value: only(node, site) };
    case 'dictionary':
      return dictionary(node, site);
    case 'list_comprehension':
    case 'set_comprehension':
    case 'generator_expression':
      return comprehension(node, site);
    case 'dictionary_comprehension':
      return dictionaryComprehension(node, site);
    case 'yield':
      return yielded(node, site);
    case 'comparison_operator':
      return comparison(node, site);
    case 'not_operator':
      return negation(node, site);
    case 'ellipsis':
      return opaque(node, site, PLACEHOLDER);
    case 'ERROR':
      return opaque(node, site, 'could not be parsed');
    default:
      return opaque(node, site, 'computed when the program runs');
  }
}

/** A hole for the whole; its parts are lowered for the calls and effects in them. */
export function opaque(node: SyntaxNode, site: Site, reason: string): Value {
  for (const child of node.namedChildren) if (child !== null && !isAside(child, site.file)) expression(child, site);
  return hole(spanOf(node, site.file), site.file, reason);
}

function only(node: SyntaxNode, site: Site): Value {
  const inner = parts(node, site);
  const first = inner[0];
  return first === undefined || inner.length > 1 ? opaque(node, site, 'could not be parsed') : expression(first, site);
}

function awaited(node: SyntaxNode, site: Site): Value {
  const inner = parts(node, site)[0];
  return inner?.type === 'call' ? lowerCall(inner, site, 'awaited') : only(node, site);
}

/** `yield x` and `yield from xs`. */
function yielded(node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site.file);
  const [inner] = parts(node, site);
  const value: Value = inner === undefined ? { kind: 'scalar', at, value: null } : expression(inner, site);
  const all = /^yield\s+from\b/.test(sourceOf(node, site.file));
  site.scope.yielded.push(all ? { kind: 'spread', at, value } : value);
  return hole(at, site.file, 'sent into a generator');
}

function identifier(node: SyntaxNode, site: Site): Value {
  const { file, receiver } = site;
  const at = spanOf(node, file);
  const name = file.text.slice(at.start, at.end);
  if (name === '') return hole(at, file, 'missing');
  const looped = site.loopVariables?.get(name);
  if (looped !== undefined) return { ...looped, at };
  if (receiver?.name === name)
    return receiver.kind === 'class'
      ? { kind: 'class', at, scope: receiver.scope, receiver: true }
      : { kind: 'self', at, scope: receiver.scope };
  return { kind: 'name', at, name, scope: site.scope.id };
}

function attribute(node: SyntaxNode, site: Site): Value {
  const [object, key] = parts(node, site);
  if (object === undefined || key === undefined) return opaque(node, site, 'could not be parsed');
  return { kind: 'member', at: spanOf(node, site.file), object: expression(object, site), key: sourceOf(key, site.file) };
}

/** `(name := value)` */
function named(node: SyntaxNode, site: Site): Value {
  const [name, assigned] = parts(node, site);
  if (name === undefined || assigned === undefined) return opaque(node, site, 'could not be parsed');
  const at = spanOf(node, site.file);
  const value = expression(assigned, site);
  assignName(sourceOf(name, site.file), site.unsure ? hole(at, site.file, 'assigned under a condition') : value, at, site);
  return value;
}
