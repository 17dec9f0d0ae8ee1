import { ordering } from '../../ordering';
import { placeOf } from '../../place-of';
import type { SyntaxNode } from '../../syntax';
import { NOT_HELD, type Value, type ValueOf } from '../../values';
import { hole, nextGroup, openBlock, parts, pushEffect, type Site, spanOf } from './draft';
import { expression, opaque } from './expressions';
import { patternTest } from './patterns';

type Operator = ValueOf<'operation'>['operator'];
const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['+', '+'],
  ['-', '-'],
  ['*', '*'],
  ['/', '/'],
  ['??', '??'],
]);

export function testValue(test: ValueOf<'test'>['test'], operands: readonly Value[], node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site);
  return { kind: 'test', at, test, operands, label: hole(at, site, 'a condition').label };
}

export function binary(node: SyntaxNode, site: Site): Value {
  if (node.type !== 'binary_expression') return patternTest(node, site);
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left === null || right === null) return opaque(node, site, 'could not be parsed');
  const sign = site.file.text
    .slice(left.endIndex, right.startIndex)
    .replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '')
    .trim();
  const first = expression(left, site);
  if (sign === '??' && right.type === 'throw_expression') {
    expression(right, maybe(right, site));
    return first;
  }
  const second = expression(right, sign === '??' || sign === '&&' || sign === '||' ? maybe(right, site) : site);
  if (sign === '&&') return testValue('and', [first, second], node, site);
  if (sign === '||') return testValue('or', [first, second], node, site);
  if (sign === '==') return testValue('equal', [first, second], node, site);
  if (sign === '!=') return testValue('not', [testValue('equal', [first, second], node, site)], node, site);
  const order = ordering(sign, first, second);
  if (order !== undefined) {
    const less = testValue('less', order.operands, node, site);
    return order.denied ? testValue('not', [less], node, site) : less;
  }
  const operator = OPERATORS.get(sign);
  const at = spanOf(node, site);
  return operator === undefined
    ? hole(at, site, 'computed when the program runs')
    : { kind: 'operation', at, operator, left: first, right: second };
}

/** `a ? b : c`; a branch that throws gives nothing. */
export function conditional(node: SyntaxNode, site: Site, target?: Value): Value {
  const [test, first, second] = ['condition', 'consequence', 'alternative'].map(field => node.childForFieldName(field));
  if (!test || !first || !second) return opaque(node, site, 'could not be parsed');
  const condition = expression(test, site);
  const options = [first, second].map(branch => expression(branch, maybe(branch, site), target));
  const at = spanOf(node, site);
  if (first.type === 'throw_expression') return options[1] ?? hole(at, site, NOT_HELD);
  if (second.type === 'throw_expression') return options[0] ?? hole(at, site, NOT_HELD);
  return { kind: 'choice', at, options, condition };
}

export function prefix(node: SyntaxNode, site: Site): Value {
  const [operand] = parts(node, site);
  if (operand === undefined) return opaque(node, site, 'could not be parsed');
  const sign = site.file.text.slice(node.startIndex, operand.startIndex).trim();
  if (sign === '++' || sign === '--') return step(operand, sign, node, site);
  const value = expression(operand, site);
  if (sign === '!') return testValue('not', [value], node, site);
  const at = spanOf(node, site);
  if (value.kind !== 'scalar' || typeof value.value !== 'number' || (sign !== '-' && sign !== '+'))
    return hole(at, site, 'computed when the program runs');
  return { kind: 'scalar', at, value: sign === '-' ? -value.value : value.value };
}

/** `i++` */
export function step(operand: SyntaxNode, how: string, node: SyntaxNode, site: Site): Value {
  const found = placeOf(expression(operand, site), site.file.scopes);
  const at = spanOf(node, site);
  if (found !== undefined) pushEffect(site, { kind: 'disturb', at, block: site.block, target: found.place, how });
  return hole(at, site, 'counted while the program runs');
}

/** A part of an expression that may not run: a block of its own, where something happens in it. */
export function maybe(node: SyntaxNode, site: Site): Site {
  return /[=(]/.test(site.file.text.slice(node.startIndex, node.endIndex)) ? openBlock(site, 'then', node, nextGroup(site), false) : site;
}
