import { ordering } from '../../ordering';
import type { SyntaxNode } from '../../syntax';
import type { Value, ValueOf } from '../../values';
import { expression, visit } from './expressions';
import { DEEPEST, type Frame, hole, inBranch, partsOf, scalar, sourceOf, spanOf } from './frame';
import { classValue } from './types';

type Operator = ValueOf<'operation'>['operator'];

const OPERATORS: Readonly<Record<string, Operator>> = { '-': '-', '*': '*', '/': '/', '%': '%' };

export function binary(frame: Frame, node: SyntaxNode): Value {
  const [left, operator, right] = operandsOf(frame, node);
  if (left === null || right === null) return hole(frame, node, 'it could not be parsed');
  if (operator === '+') return sum(frame, node);
  if (/^(?:&&|\|\||[=!]=)$/.test(operator)) return condition(frame, node);
  const known = OPERATORS[operator];
  if (known !== undefined)
    return { kind: 'operation', at: spanOf(frame, node), operator: known, left: expression(frame, left), right: expression(frame, right) };
  visit(frame, left);
  visit(frame, right);
  return hole(frame, node, `the result of ${operator || 'an operator'} is not read`);
}

function operandsOf(frame: Frame, node: SyntaxNode): readonly [SyntaxNode | null, string, SyntaxNode | null] {
  const operator = node.childForFieldName('operator');
  return [node.childForFieldName('left'), operator === null ? '' : sourceOf(frame, operator), node.childForFieldName('right')];
}

/** `a + b + c`: from the first operand that surely is text, everything is joined as text. */
function sum(frame: Frame, node: SyntaxNode): Value {
  const terms = termsOf(frame, node).map(term => expression(frame, term));
  const text = terms.findIndex(term => term.kind === 'text' || term.kind === 'template');
  const from = Math.max(1, text === -1 ? terms.length : text);
  const head = terms.slice(0, from).reduce((left, right) => ({
    ...{ kind: 'operation', operator: '+', left, right },
    at: { uri: left.at.uri, start: left.at.start, end: Math.max(left.at.end, right.at.end) },
  }));
  const parts = [head, ...terms.slice(from)];
  return parts.length === 1 ? head : { kind: 'template', at: spanOf(frame, node), parts, literal: false };
}

/** The operands of a left-leaning chain of `+`, read in a loop, as a chain can be thousands long. */
function termsOf(frame: Frame, node: SyntaxNode): readonly SyntaxNode[] {
  const reversed: SyntaxNode[] = [];
  let rest = node;
  for (;;) {
    const [left, operator, right] = rest.type === 'binary_expression' ? operandsOf(frame, rest) : [null, '', null];
    if (operator !== '+' || left === null || right === null) break;
    reversed.push(right);
    rest = left;
  }
  return [rest, ...reversed.reverse()];
}

export function unary(frame: Frame, node: SyntaxNode): Value {
  const operand = node.childForFieldName('operand');
  if (operand === null) return hole(frame, node, 'it could not be parsed');
  if (sourceOf(frame, node).startsWith('!')) return condition(frame, node);
  const value = expression(frame, operand);
  if (value.kind !== 'scalar' || typeof value.value !== 'number') return hole(frame, node, 'the result of an operator is not read');
  return scalar(frame, node, sourceOf(frame, node).startsWith('-') ? -value.value : value.value);
}

export function ternary(frame: Frame, node: SyntaxNode): Value {
  const test = node.childForFieldName('condition');
  const consequence = node.childForFieldName('consequence');
  const alternative = node.childForFieldName('alternative');
  const under = test === null ? undefined : condition(frame, test);
  if (consequence === null || alternative === null) return hole(frame, node, 'it could not be parsed');
  const group = frame.scope.nextGroup++;
  const branch = (kind: 'then' | 'else', part: SyntaxNode): Value =>
    inBranch(frame, part, { kind, group, exhaustive: true, condition: kind === 'then' ? under : undefined }, inner =>
      expression(inner, part),
    );
  const options = [branch('then', consequence), branch('else', alternative)];
  return { kind: 'choice', at: spanOf(frame, node), options, ...(under && { condition: under }) };
}

/** What stands in brackets behind `if`, before `?` and before `&&`. */
export function condition(frame: Frame, node: SyntaxNode): Value {
  const { file } = frame;
  if (file.depth >= DEEPEST) return hole(frame, node, 'a condition');
  file.depth++;
  const value = test(frame, node);
  file.depth--;
  return value;
}

function test(frame: Frame, node: SyntaxNode): Value {
  const [first] = partsOf(frame, node);
  if (node.type === 'parenthesized_expression') return first === undefined ? hole(frame, node, 'a condition') : condition(frame, first);
  if (node.type === 'unary_expression' && sourceOf(frame, node).startsWith('!')) {
    const operand = node.childForFieldName('operand');
    return operand === null ? hole(frame, node, 'a condition') : testValue(frame, node, 'not', [condition(frame, operand)]);
  }
  if (node.type === 'instanceof_expression') return instanceTest(frame, node);
  if (node.type === 'method_invocation') return equalsTest(frame, node) ?? expression(frame, node);
  const [left, operator, right] = node.type === 'binary_expression' ? operandsOf(frame, node) : [null, '', null];
  if (left === null || right === null) return expression(frame, node);
  if (operator === '&&' || operator === '||')
    return testValue(frame, node, operator === '&&' ? 'and' : 'or', [condition(frame, left), condition(frame, right)]);
  const [one, other] = [expression(frame, left), expression(frame, right)];
  if (operator !== '==' && operator !== '!=') {
    const order = ordering(operator, one, other);
    if (order === undefined) return hole(frame, node, 'a condition');
    const less = testValue(frame, node, 'less', order.operands);
    return order.denied ? testValue(frame, node, 'not', [less]) : less;
  }
  const equal = testValue(frame, node, 'equal', [one, other]);
  return operator === '==' ? equal : testValue(frame, node, 'not', [equal]);
}

export function testValue(frame: Frame, node: SyntaxNode, kind: ValueOf<'test'>['test'], operands: readonly Value[]): Value {
  return { kind: 'test', at: spanOf(frame, node), test: kind, operands, label: hole(frame, node, 'a condition').label };
}

function instanceTest(frame: Frame, node: SyntaxNode): Value {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const object = left === null ? undefined : expression(frame, left);
  const type = right === null ? undefined : classValue(frame, right);
  const name = node.childForFieldName('name');
  if (object !== undefined && name !== null) {
    const target = { root: { name: sourceOf(frame, name) }, path: [] };
    frame.locals.names.set(sourceOf(frame, name), 'other');
    frame.scope.effects.push({ kind: 'assign', at: spanOf(frame, name), block: frame.block, target, value: object, declares: true });
  }
  return object === undefined || type === undefined ? hole(frame, node, 'a condition') : testValue(frame, node, 'instance', [object, type]);
}

/** `a.equals(b)`, `Objects.equals(a, b)`. */
function equalsTest(frame: Frame, node: SyntaxNode): Value | undefined {
  const object = node.childForFieldName('object');
  const name = node.childForFieldName('name');
  const args = node.childForFieldName('arguments');
  if (object === null || name === null || args === null || !/^equals(?:IgnoreCase)?$/.test(sourceOf(frame, name))) return undefined;
  const given = partsOf(frame, args).map(each => expression(frame, each));
  const operands = sourceOf(frame, object) === 'Objects' ? given : [expression(frame, object), ...given];
  return operands.length === 2 ? testValue(frame, node, 'equal', operands) : undefined;
}
