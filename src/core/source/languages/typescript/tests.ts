import { ordering } from '../../ordering';
import type { SyntaxNode } from '../../syntax';
import type { Value, ValueOf } from '../../values';
import { lowerValue } from './expressions';
import { deepest, type Frame, sourceOf, spanOf } from './frame';
import { hole } from './holes';

export function testValue(frame: Frame, node: SyntaxNode, test: ValueOf<'test'>['test'], operands: readonly Value[]): Value {
  return { kind: 'test', at: spanOf(frame, node), test, operands, label: hole(frame, node, 'a condition').label };
}

const combining: Readonly<Record<string, ValueOf<'test'>['test']>> = { '&&': 'and', '||': 'or' };

/** What stands in brackets behind `if`, before `?` and before `&&`. */
export function lowerCondition(frame: Frame, node: SyntaxNode): Value {
  const { file } = frame;
  if (file.depth >= deepest) return lowerValue(frame, node);
  file.depth++;
  const value = lowerTest(frame, node);
  file.depth--;
  return value;
}

function lowerTest(frame: Frame, node: SyntaxNode): Value {
  if (node.type === 'parenthesized_expression') {
    const inner = node.namedChildren.find(child => child !== null && child.type !== 'comment');
    return inner ? lowerCondition(frame, inner) : hole(frame, node, 'nothing stands here');
  }
  if (node.type === 'unary_expression' && frame.file.text[node.startIndex] === '!') {
    const argument = node.childForFieldName('argument');
    return argument === null
      ? hole(frame, node, 'it could not be parsed')
      : testValue(frame, node, 'not', [lowerCondition(frame, argument)]);
  }
  if (node.type !== 'binary_expression') return lowerValue(frame, node);
  const [left, operator, right] = [node.childForFieldName('left'), node.childForFieldName('operator'), node.childForFieldName('right')];
  if (left === null || operator === null || right === null) return lowerValue(frame, node);
  const sign = sourceOf(frame, operator);
  const combined = combining[sign];
  if (combined !== undefined) return testValue(frame, node, combined, [lowerCondition(frame, left), lowerCondition(frame, right)]);
  if (!/^(?:[!=]==?|[<>]=?)$/.test(sign)) return lowerValue(frame, node);
  const [first, second] = [lowerValue(frame, typeAsked(frame, left, right) ?? left), lowerValue(frame, right)];
  if (/^[<>]/.test(sign)) {
    const order = ordering(sign, first, second);
    if (order === undefined) return hole(frame, node, 'a condition');
    const less = testValue(frame, node, 'less', order.operands);
    return order.denied ? testValue(frame, node, 'not', [less]) : less;
  }
  const equal =
    typeAsked(frame, left, right) === undefined
      ? testValue(frame, node, 'equal', [first, second])
      : testValue(frame, node, 'instance', [first, { kind: 'external', at: second.at, module: 'global', path: [typeNamed(frame, right)] }]);
  return sign.startsWith('!') ? testValue(frame, node, 'not', [equal]) : equal;
}

/** What is asked for its type in `typeof prompt === 'string'`. */
function typeAsked(frame: Frame, left: SyntaxNode, right: SyntaxNode): SyntaxNode | undefined {
  const isType = left.type === 'unary_expression' && frame.file.text.startsWith('typeof', left.startIndex);
  return isType && TYPE.test(sourceOf(frame, right)) ? (left.childForFieldName('argument') ?? undefined) : undefined;
}

const TYPE = /^['"](?:string|number|boolean|object|function|undefined)['"]$/;

/** A text is one in all languages; what else `typeof` tells is JavaScript's own. */
function typeNamed(frame: Frame, right: SyntaxNode): string {
  const name = sourceOf(frame, right).slice(1, -1);
  return name === 'string' ? 'str' : `typeof ${name}`;
}
