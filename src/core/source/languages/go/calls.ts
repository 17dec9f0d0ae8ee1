import type { SyntaxNode } from '../../syntax';
import type { Argument, Call, Value } from '../../values';
import { hole, parts, type Site, scalar, sourceOf, spanOf } from './draft';
import { expression } from './expressions';
import { handedOver } from './pointers';
import { typeValue } from './types';
import { isBuilder, zeroValue } from './zero-values';

/** Functions that only give their operand another type. */
const CONVERSIONS = /^(?:string|u?int(?:8|16|32|64)?|float(?:32|64)|any|byte|rune)$/;

export function callExpression(node: SyntaxNode, site: Site): Value {
  const callee = node.childForFieldName('function');
  const list = node.childForFieldName('arguments');
  if (callee === null || list === null) return hole(node, site, 'it could not be parsed');
  const name = callee.type === 'identifier' ? sourceOf(callee, site) : '';
  const given = parts(list);
  const [first] = given;
  if (name === 'new') return made(node, first, site);
  if (name === 'make') return emptyOf(node, first, site);
  if (name === 'append') return appended(node, argumentsOf(list, site), site);
  if (CONVERSIONS.test(name) && first !== undefined && given.length === 1) return expression(first, site);
  return registered(node, callee, list, site);
}

function registered(node: SyntaxNode, callee: SyntaxNode, list: SyntaxNode, site: Site): Value {
  // `f[T](…)` is f.
  const target = callee.type === 'index_expression' && isTypeOnly(callee) ? (callee.childForFieldName('operand') ?? callee) : callee;
  const value = target.type === 'parenthesized_expression' ? typeInBrackets(target, site) : undefined;
  const called = value ?? expression(target, site);
  const call: Call = {
    ...{ kind: 'call', at: spanOf(node, site), callee: called.kind === 'member' ? { ...called, called: true } : called },
    ...{ args: argumentsOf(list, site), argsAt: spanOf(list, site) },
  };
  site.file.calls.push({ call, scope: site.scope.id, block: site.block });
  handedOver(list, call, site);
  return call;
}

function isTypeOnly(node: SyntaxNode): boolean {
  const index = node.childForFieldName('index');
  return index?.type === 'type_identifier' || index?.type === 'identifier';
}

/** `(*T)(x)` */
function typeInBrackets(node: SyntaxNode, site: Site): Value | undefined {
  const [inner] = parts(node);
  return inner === undefined ? undefined : typeValue(inner, site);
}

function argumentsOf(list: SyntaxNode, site: Site): readonly Argument[] {
  return parts(list).map((part): Argument => {
    const at = spanOf(part, site);
    if (part.type === 'variadic_argument') {
      const [inner] = parts(part);
      return {
        value: { kind: 'spread', at, value: inner === undefined ? hole(part, site, 'nothing stands here') : expression(inner, site) },
        at,
      };
    }
    return { value: expression(part, site), at };
  });
}

/** `[]byte(x)` is x; `f[int](x)` is a call, and so is `pkg.Type[int](x)`. */
export function convertedType(node: SyntaxNode, site: Site): Value {
  const type = node.childForFieldName('type');
  const operand = node.childForFieldName('operand');
  if (operand === null) return hole(node, site, 'it could not be parsed');
  const value = expression(operand, site);
  const callee = type?.type === 'generic_type' || type?.type === 'qualified_type' ? typeValue(type, site) : undefined;
  if (callee === undefined) return value;
  const at = spanOf(node, site);
  const argsAt = { ...at, start: type?.endIndex ?? at.start };
  const call: Call = { kind: 'call', at, callee, args: [{ value, at: value.at }], argsAt };
  site.file.calls.push({ call, scope: site.scope.id, block: site.block });
  return call;
}

/** `append(a, b, c...)` as a list by itself; what it does to `a` is an effect. */
function appended(node: SyntaxNode, args: readonly Argument[], site: Site): Value {
  const [first, ...rest] = args;
  if (first === undefined) return hole(node, site, 'nothing stands here');
  const start: Value = { kind: 'spread', at: first.at, value: first.value };
  const isEmpty = first.value.kind === 'scalar' && first.value.value === null;
  return { kind: 'list', at: spanOf(node, site), items: [...(isEmpty ? [] : [start]), ...rest.map(({ value }) => value)] };
}

function made(node: SyntaxNode, type: SyntaxNode | undefined, site: Site): Value {
  if (type === undefined || isBuilder(type, site)) return zeroValue(type ?? null, node, site);
  const callee = typeValue(type, site) ?? expression(type, site);
  return { kind: 'call', at: spanOf(node, site), callee, args: [], argsAt: { ...spanOf(node, site), start: node.endIndex }, literal: true };
}

/** `make([]T, 0, 4)`; a slice with a length holds that many empty ones, which somebody fills. */
function emptyOf(node: SyntaxNode, type: SyntaxNode | undefined, site: Site): Value {
  const at = spanOf(node, site);
  for (const size of parts(node.childForFieldName('arguments')).slice(1)) expression(size, site);
  if (type?.type === 'map_type') return { kind: 'record', at, entries: [] };
  return type?.type === 'slice_type' ? { kind: 'list', at, items: [] } : scalar(node, site, null);
}
