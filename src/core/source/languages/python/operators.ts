import type { Block } from '../../summary';
import type { SyntaxNode } from '../../syntax';
import type { Value, ValueOf } from '../../values';
import { hole, nextGroup, openBlock, parts, type Site, spanOf } from './draft';
import { expression, opaque } from './expressions';
import { testValue } from './tests';

type Operator = ValueOf<'operation'>['operator'];
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
  ['%', '%'],
  ['|', '|'],
]);

export function binary(node: SyntaxNode, site: Site): Value {
  const [left, right] = parts(node, site);
  const operator = left && right && OPERATORS.get(between(left, right, site));
  if (left === undefined || right === undefined || operator === undefined) return opaque(node, site, 'computed when the program runs');
  return { kind: 'operation', at: spanOf(node, site.file), operator, left: expression(left, site), right: expression(right, site) };
}

/** The operator between two operands. */
export function between(left: SyntaxNode, right: SyntaxNode, { file }: Site): string {
  return file.text
    .slice(left.endIndex, right.startIndex)
    .replace(/#.*|\\\r?\n/g, '')
    .trim();
}

/** `a or b` is one of them, `a and b` a condition. */
export function boolean(node: SyntaxNode, site: Site): Value {
  const [first, second] = parts(node, site);
  if (first === undefined || second === undefined) return opaque(node, site, 'could not be parsed');
  const at = spanOf(node, site.file);
  const left = expression(first, site);
  const right = expression(second, maybe(site));
  if (between(first, second, site) !== 'or') return testValue('and', [left, right], node, site);
  return { kind: 'operation', at, operator: 'or', left, right };
}

/** `x if condition else y` */
export function conditional(node: SyntaxNode, site: Site): Value {
  const [first, condition, second] = parts(node, site);
  if (first === undefined || condition === undefined || second === undefined) return opaque(node, site, 'could not be parsed');
  const group = nextGroup(site);
  const chosen = inBranch(first, 'then', group, site);
  const test = expression(condition, site);
  // Its calls come in the order in which they are written, which is not that in which they run.
  if (chosen.block !== undefined) site.scope.blocks[chosen.block.id] = { ...chosen.block, condition: test };
  const options = [chosen.value, inBranch(second, 'else', group, site).value];
  return { kind: 'choice', at: spanOf(node, site.file), options, condition: test };
}

/** A part of an expression that doesn't always run; its block stays only if something happens in it. */
function inBranch(node: SyntaxNode, kind: 'then' | 'else', group: number, site: Site): { readonly value: Value; readonly block?: Block } {
  const { scope, file } = site;
  const [effects, calls] = [scope.effects.length, file.calls.length];
  const inside = openBlock(maybe(site), kind, node, group, true);
  const value = expression(node, inside);
  const isIdle = scope.effects.length === effects && file.calls.length === calls && scope.blocks.length === inside.block + 1;
  if (isIdle) scope.blocks.pop();
  const block = isIdle ? undefined : scope.blocks[inside.block];
  return { value, ...(block && { block }) };
}

/** Signed numbers; other unary operators are holes. */
export function negative(node: SyntaxNode, site: Site): Value {
  const operand = parts(node, site)[0];
  const sign = site.file.text[node.startIndex];
  if (operand === undefined || sign === '~') return opaque(node, site, 'computed when the program runs');
  const value = expression(operand, site);
  const at = spanOf(node, site.file);
  if (value.kind !== 'scalar' || typeof value.value !== 'number') return hole(at, site.file, 'computed when the program runs');
  return { kind: 'scalar', at, value: sign === '-' ? -value.value : value.value };
}

/** The same place, for a part that may not run. */
export function maybe(site: Site): Site {
  return site.unsure ? site : { ...site, unsure: true };
}
