import { ordering } from '../../ordering';
import type { SyntaxNode } from '../../syntax';
import type { Value, ValueOf } from '../../values';
import { hole, parts, type Site, spanOf } from './draft';
import { expression, opaque } from './expressions';
import { between } from './operators';

export function testValue(test: ValueOf<'test'>['test'], operands: readonly Value[], node: SyntaxNode, site: Site): Value {
  const at = spanOf(node, site.file);
  return { kind: 'test', at, test, operands, label: hole(at, site.file, 'a condition').label };
}

/** `a == b`, `a is not None`, `a in b`; of longer chains and of sizes nothing is said. */
export function comparison(node: SyntaxNode, site: Site): Value {
  const [first, second, third] = parts(node, site);
  if (first === undefined || second === undefined || third !== undefined) return opaque(node, site, 'a condition');
  const operator = between(first, second, site).replace(/\s+/g, ' ');
  const operands = [expression(first, site), expression(second, site)] as const;
  switch (operator) {
    case '==':
    case 'is':
      return testValue('equal', operands, node, site);
    case '!=':
    case 'is not':
      return testValue('not', [testValue('equal', operands, node, site)], node, site);
    case 'in':
      return testValue('in', operands, node, site);
    case 'not in':
      return testValue('not', [testValue('in', operands, node, site)], node, site);
    default: {
      const order = ordering(operator, ...operands);
      if (order === undefined) return hole(spanOf(node, site.file), site.file, 'a condition');
      const less = testValue('less', order.operands, node, site);
      return order.denied ? testValue('not', [less], node, site) : less;
    }
  }
}

export function negation(node: SyntaxNode, site: Site): Value {
  const [operand] = parts(node, site);
  return operand === undefined ? opaque(node, site, 'a condition') : testValue('not', [expression(operand, site)], node, site);
}
