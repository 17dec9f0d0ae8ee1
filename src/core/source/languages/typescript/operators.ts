import { contains } from '../../span';
import type { SyntaxNode } from '../../syntax';
import { NOT_HELD, type Value, type ValueOf } from '../../values';
import { isCutCast } from './cut-types';
import { lowerValue, visit } from './expressions';
import { type Frame, inBranch, sourceOf, spanOf } from './frame';
import { hole, scalar } from './holes';
import { lowerCondition } from './tests';

type Operator = ValueOf<'operation'>['operator'];

const operators: Readonly<Record<string, Operator>> = { '+': '+', '-': '-', '*': '*', '/': '/', '%': '%', '||': 'or', '??': '??' };

export function lowerBinary(frame: Frame, node: SyntaxNode): Value {
  const [left, operator, right] = operandsOf(frame, node);
  if (left === null || right === null) return hole(frame, node, 'it could not be parsed');
  if ((operator === '|' || operator === '&') && isCutCast(left)) return lowerValue(frame, left);
  if (operator === '+') return lowerSum(frame, node);
  if (operator === '&&') return lowerAnd(frame, node, left, right);
  if (/^[!=]==?$/.test(operator)) return lowerCondition(frame, node);
  const known = operators[operator];
  if (known === undefined) {
    visit(frame, left);
    visit(frame, right);
    return hole(frame, node, `the result of ${operator || 'an operator'} is not read`);
  }
  const leftValue = lowerValue(frame, left);
  const rightValue = known === 'or' || known === '??' ? lowerSometimes(frame, right) : lowerValue(frame, right);
  return { kind: 'operation', at: spanOf(frame, node), operator: known, left: leftValue, right: rightValue };
}

function operandsOf(frame: Frame, node: SyntaxNode): readonly [SyntaxNode | null, string, SyntaxNode | null] {
  const operator = node.childForFieldName('operator');
  return [node.childForFieldName('left'), operator === null ? '' : sourceOf(frame, operator), node.childForFieldName('right')];
}

function lowerSometimes(frame: Frame, node: SyntaxNode): Value {
  return inBranch(frame, node, { kind: 'then', exhaustive: false }, inner => lowerValue(inner, node));
}

/** `a && b` is b, or what a is when it doesn't hold. */
function lowerAnd(frame: Frame, node: SyntaxNode, left: SyntaxNode, right: SyntaxNode): Value {
  const condition = lowerCondition(frame, left);
  const otherwise = hole(frame, left, NOT_HELD);
  return { kind: 'choice', at: spanOf(frame, node), options: [lowerSometimes(frame, right), otherwise], condition };
}

export function lowerTernary(frame: Frame, node: SyntaxNode): Value {
  const condition = node.childForFieldName('condition');
  const consequence = node.childForFieldName('consequence');
  const alternative = node.childForFieldName('alternative');
  const test = condition === null ? undefined : lowerCondition(frame, condition);
  if (consequence === null || alternative === null) return hole(frame, node, 'it could not be parsed');
  const group = frame.scope.groups++;
  const branch = (kind: 'then' | 'else', part: SyntaxNode): Value =>
    inBranch(frame, part, { kind, group, exhaustive: true, condition: kind === 'then' ? test : undefined }, inner =>
      lowerValue(inner, part),
    );
  const options = [branch('then', consequence), branch('else', alternative)];
  return { kind: 'choice', at: spanOf(frame, node), options, ...(test === undefined ? {} : { condition: test }) };
}

/**
 * `a + b + c`. From the first operand that surely is text, everything is joined as text, so the chain becomes one flat
 * template: long prompts are written as sums of many lines. Operands before it may still be numbers: they stay a sum.
 */
function lowerSum(frame: Frame, node: SyntaxNode): Value {
  const terms = termsOf(frame, node).map(term => lowerValue(frame, term));
  const text = terms.findIndex(isText);
  const from = Math.max(1, text === -1 ? terms.length : text);
  const head = terms.slice(0, from).reduce((left, right) => ({ kind: 'operation', at: around(left, right), operator: '+', left, right }));
  const parts = [head, ...terms.slice(from)];
  return parts.length === 1 ? head : { kind: 'template', at: spanOf(frame, node), parts, literal: false };
}

function isText(value: Value): boolean {
  return value.kind === 'text' || value.kind === 'template';
}

function around(left: Value, right: Value): Value['at'] {
  return contains(left.at, right.at) ? left.at : { uri: left.at.uri, start: left.at.start, end: right.at.end };
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
  reversed.push(rest);
  return reversed.reverse();
}

export function lowerUnary(frame: Frame, node: SyntaxNode): Value {
  const argument = node.childForFieldName('argument');
  if (argument === null) return hole(frame, node, 'it could not be parsed');
  const value = lowerValue(frame, argument);
  const source = sourceOf(frame, node);
  if (source.startsWith('void')) return scalar(frame, node, null);
  if (value.kind === 'scalar' && typeof value.value === 'number') {
    if (source.startsWith('-')) return scalar(frame, node, -value.value);
    if (source.startsWith('+')) return scalar(frame, node, value.value);
  }
  if (value.kind === 'scalar' && source.startsWith('!')) return scalar(frame, node, !value.value);
  if (source.startsWith('+')) return asNumber(frame, node, value);
  return hole(frame, node, 'the result of an operator is not read');
}

/** `+text` is `Number(text)`. */
function asNumber(frame: Frame, node: SyntaxNode, value: Value): Value {
  const at = spanOf(frame, node);
  return {
    kind: 'call',
    at,
    callee: { kind: 'external', at, module: 'global', path: ['Number'] },
    args: [{ value, at: value.at }],
    argsAt: value.at,
  };
}
