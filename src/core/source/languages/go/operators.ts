import { ordering } from '../../ordering';
import { contains } from '../../span';
import type { SyntaxNode } from '../../syntax';
import type { Value, ValueOf } from '../../values';
import { hole, type Site, scalar, sourceOf, spanOf } from './draft';
import { expression } from './expressions';

const ARITHMETIC: Readonly<Record<string, ValueOf<'operation'>['operator']>> = { '-': '-', '*': '*', '/': '/', '%': '%' };

export function testValue(test: ValueOf<'test'>['test'], operands: readonly Value[], node: SyntaxNode, site: Site): Value {
  return { kind: 'test', at: spanOf(node, site), test, operands, label: hole(node, site, 'a condition').label };
}

export function binary(node: SyntaxNode, site: Site): Value {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const operator = sourceOf(node.childForFieldName('operator'), site);
  if (left === null || right === null) return hole(node, site, 'it could not be parsed');
  if (operator === '+') return sum(node, site);
  const operands = [expression(left, site), expression(right, site)] as const;
  switch (operator) {
    case '==':
      return testValue('equal', operands, node, site);
    case '!=':
      return testValue('not', [testValue('equal', operands, node, site)], node, site);
    case '&&':
      return testValue('and', operands, node, site);
    case '||':
      return testValue('or', operands, node, site);
    default: {
      const order = ordering(operator, ...operands);
      if (order !== undefined) {
        const less = testValue('less', order.operands, node, site);
        return order.denied ? testValue('not', [less], node, site) : less;
      }
      const known = ARITHMETIC[operator];
      if (known === undefined) return hole(node, site, 'a condition');
      return { kind: 'operation', at: spanOf(node, site), operator: known, left: operands[0], right: operands[1] };
    }
  }
}

/**
 * `a + b + c`. From the first operand that surely is text, everything is joined as text, so the chain becomes one flat
 * template: long prompts are written as sums of many lines. Operands before it may still be numbers: they stay a sum.
 */
function sum(node: SyntaxNode, site: Site): Value {
  const terms = termsOf(node, site).map(term => expression(term, site));
  const first = terms.findIndex(term => term.kind === 'text' || term.kind === 'template');
  const from = Math.max(1, first === -1 ? terms.length : first);
  const head = terms.slice(0, from).reduce((left, right) => ({
    kind: 'operation',
    at: contains(left.at, right.at) ? left.at : { ...left.at, end: right.at.end },
    operator: '+',
    left,
    right,
  }));
  const all = [head, ...terms.slice(from)];
  return all.length === 1 ? head : { kind: 'template', at: spanOf(node, site), parts: all, literal: false };
}

/** The operands of a left-leaning chain of `+`, read in a loop, as a chain can be thousands long. */
function termsOf(node: SyntaxNode, site: Site): readonly SyntaxNode[] {
  const reversed: SyntaxNode[] = [];
  let rest = node;
  while (rest.type === 'binary_expression' && sourceOf(rest.childForFieldName('operator'), site) === '+') {
    const left = rest.childForFieldName('left');
    const right = rest.childForFieldName('right');
    if (left === null || right === null) break;
    reversed.push(right);
    rest = left;
  }
  return [...reversed, rest].map((_, index, all) => all[all.length - 1 - index] as SyntaxNode);
}

/** `&x` and `*x` are x: what a pointer points at is what matters. */
export function unary(node: SyntaxNode, site: Site): Value {
  const operand = node.childForFieldName('operand');
  if (operand === null) return hole(node, site, 'it could not be parsed');
  const operator = site.file.text[node.startIndex];
  const value = expression(operand, site);
  if (operator === '&' || operator === '*') return value;
  if (operator === '!') return testValue('not', [value], node, site);
  if (value.kind === 'scalar' && typeof value.value === 'number') {
    if (operator === '-') return scalar(node, site, -value.value);
    if (operator === '+') return scalar(node, site, value.value);
  }
  return hole(node, site, operator === '<' ? 'received from a channel' : 'the result of an operator is not read');
}
