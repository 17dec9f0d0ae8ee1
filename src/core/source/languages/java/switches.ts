import { madeText } from '../../made-values';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { inner } from './control-flow';
import { expression } from './expressions';
import { type BlockShape, type Frame, hole, inBlock, inBranch, localKind, partsOf, sourceOf, spanOf } from './frame';
import { testValue } from './operators';
import { bindUnknown } from './statements';

interface Case {
  readonly node: SyntaxNode;
  readonly labels: readonly SyntaxNode[];
  readonly body: readonly SyntaxNode[];
}

function casesOf(frame: Frame, node: SyntaxNode): readonly Case[] {
  const body = node.childForFieldName('body');
  if (body === null) return [];
  return partsOf(frame, body).map(each => {
    const parts = partsOf(frame, each);
    return { node: each, labels: parts.filter(isLabel), body: parts.filter(part => !isLabel(part)) };
  });
}

function isLabel({ type }: SyntaxNode): boolean {
  return type === 'switch_label';
}

function isDefault(frame: Frame, { labels }: Case): boolean {
  return labels.some(label => /\bdefault\b/.test(frame.file.text.slice(label.startIndex, label.endIndex)));
}

/** Under what a case is taken; undefined for the default, and for what a pattern decides. */
function conditionOf(frame: Frame, each: Case, subject: Value | undefined): Value | undefined {
  const constants = each.labels.flatMap(label => partsOf(frame, label));
  if (subject === undefined || constants.length === 0 || isDefault(frame, each)) return undefined;
  if (constants.some(({ type }) => type === 'pattern' || type === 'guard' || type === 'record_pattern' || type === 'type_pattern'))
    return undefined;
  const values = constants.map(constant =>
    isEnumConstant(frame, constant) ? madeText(sourceOf(frame, constant), spanOf(frame, constant)) : expression(frame, constant),
  );
  return testValue(
    frame,
    each.node,
    'or',
    values.map(value => testValue(frame, each.node, 'equal', [subject, value])),
  );
}

/** `case LOW`: a bare name that nothing around declares is the name of an enum's constant. */
function isEnumConstant(frame: Frame, { type, startIndex, endIndex }: SyntaxNode): boolean {
  const { file } = frame;
  const name = file.text.slice(startIndex, endIndex);
  if (type !== 'identifier' || name === '' || file.known.has(name) || file.staticClasses.length > 0) return false;
  if (localKind(frame, name) !== undefined) return false;
  for (let around = frame.type; around !== undefined; around = around.outer) if (around.hasBase || around.fields.has(name)) return false;
  return true;
}

function subjectOf(frame: Frame, node: SyntaxNode): Value | undefined {
  const subject = node.childForFieldName('condition');
  return subject === null ? undefined : expression(frame, subject);
}

const LEAVING: ReadonlySet<string> = new Set([
  'break_statement',
  'return_statement',
  'throw_statement',
  'continue_statement',
  'yield_statement',
]);

export function switchStatement(frame: Frame, node: SyntaxNode): void {
  const subject = subjectOf(frame, node);
  const cases = casesOf(frame, node);
  const filled = cases.filter(each => each.body.length > 0);
  const fallsThrough = filled
    .slice(0, -1)
    .some(each => each.node.type === 'switch_block_statement_group' && !leaves(frame, each.body.at(-1)));
  const exhaustive = cases.some(each => isDefault(frame, each)) && !fallsThrough;
  const group = frame.scope.nextGroup++;
  // A case without a body shares that of the next one.
  let labels: readonly SyntaxNode[] = [];
  for (const each of cases) {
    labels = [...labels, ...each.labels];
    if (each.body.length === 0) continue;
    const whole = { ...each, labels };
    labels = [];
    const condition = conditionOf(frame, whole, subject);
    const shape: BlockShape = fallsThrough ? { kind: 'case', exhaustive: false } : { kind: 'case', group, exhaustive, condition };
    const block = inBlock(frame, each.node, shape);
    bindPatterns(block, whole);
    for (const statement of each.body) inner(block, statement);
  }
}

function leaves(frame: Frame, last: SyntaxNode | undefined): boolean {
  if (last === undefined) return false;
  return last.type === 'block' ? leaves(frame, partsOf(frame, last).at(-1)) : LEAVING.has(last.type);
}

/** `case Foo f ->` binds f. */
function bindPatterns(frame: Frame, { labels }: Case): void {
  const open = labels.flatMap(label => partsOf(frame, label));
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const parts = partsOf(frame, next);
    const last = parts.at(-1);
    if ((next.type === 'type_pattern' || next.type === 'record_pattern_component') && last?.type === 'identifier')
      bindUnknown(frame, last, 'a pattern matched it');
    if (next.type !== 'guard') open.push(...parts);
  }
}

/** What a switch gives: the value of the first case that applies. */
export function switchValue(frame: Frame, node: SyntaxNode): Value {
  const subject = subjectOf(frame, node);
  const group = frame.scope.nextGroup++;
  const results = casesOf(frame, node).map(each => {
    const condition = conditionOf(frame, each, subject);
    const shape: BlockShape = { kind: 'case', group, exhaustive: true, condition };
    const value = inBranch(frame, each.node, shape, block => resultOf(block, each));
    return { condition, value };
  });
  const given = results.flatMap(({ condition, value }) => (value === undefined ? [] : [{ condition, value }]));
  const at = spanOf(frame, node);
  const last = given.at(-1);
  if (last === undefined) return hole(frame, node, 'it gives nothing');
  if (given.slice(0, -1).some(({ condition }) => condition === undefined))
    return { kind: 'choice', at, options: given.map(({ value }) => value) };
  return given
    .slice(0, -1)
    .reduceRight<Value>(
      (rest, { condition, value }) => ({ kind: 'choice', at, options: [value, rest], ...(condition && { condition }) }),
      last.value,
    );
}

/** Undefined: it throws. */
function resultOf(frame: Frame, each: Case): Value | undefined {
  bindPatterns(frame, each);
  const [first] = each.body;
  if (each.node.type === 'switch_rule' && first?.type === 'expression_statement') {
    const [only] = partsOf(frame, first);
    return only && expression(frame, only);
  }
  const yields: Value[] = [];
  for (const statement of each.body) inner({ ...frame, yields }, statement);
  const [one] = yields;
  return yields.length > 1 && one !== undefined ? { kind: 'choice', at: spanOf(frame, each.node), options: yields } : one;
}
