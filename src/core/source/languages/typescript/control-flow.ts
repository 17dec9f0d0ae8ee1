import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { bindPattern } from './bindings';
import { hoistDeclared } from './declarations';
import { lowerValue, visit } from './expressions';
import { type BlockShape, type Frame, inBlock, sourceOf, spanOf } from './frame';
import { hole } from './holes';
import { lowerStatement, lowerStatements } from './statements';
import { lowerCondition, testValue } from './tests';

/** Reads a block or a lone statement inside a frame that already stands for it. */
function lowerInner(frame: Frame, body: SyntaxNode | null): void {
  if (body === null) return;
  if (body.type === 'statement_block') lowerStatements(frame, body);
  else lowerStatement(frame, body);
}

function visitField(frame: Frame, node: SyntaxNode, field: string): void {
  const child = node.childForFieldName(field);
  if (child !== null) visit(frame, child);
}

/** A chain of `else if` is one statement of blocks that exclude each other. */
export function lowerIf(frame: Frame, node: SyntaxNode): void {
  const branches: SyntaxNode[] = [];
  let rest: SyntaxNode | null = node;
  while (rest?.type === 'if_statement') {
    branches.push(rest);
    rest = rest.childForFieldName('alternative')?.namedChildren.find(child => child !== null && child.type !== 'comment') ?? null;
  }
  const shape = { group: frame.scope.groups++, exhaustive: rest !== null };
  for (const branch of branches) {
    const test = branch.childForFieldName('condition');
    const condition = test === null ? undefined : lowerCondition(frame, test);
    const body = branch.childForFieldName('consequence');
    if (body !== null) lowerInner(inBlock(frame, body, { ...shape, kind: 'then', condition }), body);
  }
  if (rest !== null) lowerInner(inBlock(frame, rest, { ...shape, kind: 'else' }), rest);
}

const leaving: ReadonlySet<string> = new Set(['break_statement', 'return_statement', 'throw_statement', 'continue_statement']);

export function lowerSwitch(frame: Frame, node: SyntaxNode): void {
  const subjectNode = node.childForFieldName('value');
  const subject = subjectNode === null ? undefined : lowerValue(frame, subjectNode);
  const cases = (node.childForFieldName('body')?.namedChildren ?? []).filter(
    child => child?.type === 'switch_case' || child?.type === 'switch_default',
  );
  // A case without a body shares that of the next one.
  const bodies = cases.map(each => (each?.childrenForFieldName('body') ?? []).filter(child => child?.isNamed && child.type !== 'comment'));
  const filled = bodies.filter(body => body.length > 0);
  const fallsThrough = filled.slice(0, -1).some(body => !leaves(body.at(-1) ?? null));
  const exhaustive = cases.some(each => each?.type === 'switch_default') && !fallsThrough;
  const group = frame.scope.groups++;
  let values: Value[] = [];
  let isDefault = false;
  cases.forEach((each, index) => {
    if (each === null) return;
    const valueNode = each.childForFieldName('value');
    if (valueNode !== null) values.push(lowerValue(frame, valueNode));
    isDefault ||= each.type === 'switch_default';
    const body = bodies[index] ?? [];
    if (body.length === 0) return;
    const condition = isDefault || subject === undefined ? undefined : anyEqual(frame, each, subject, values);
    const shape: BlockShape = fallsThrough ? { kind: 'case', exhaustive: false } : { kind: 'case', group, exhaustive, condition };
    values = [];
    isDefault = false;
    const inner = inBlock(frame, each, shape);
    for (const statement of body) if (statement !== null) lowerInner(inner, statement);
  });
}

/** Cases without a body share that of the next one. */
function anyEqual(frame: Frame, node: SyntaxNode, subject: Value, values: readonly Value[]): Value {
  const tests = values.map(value => testValue(frame, node, 'equal', [subject, value]));
  return testValue(frame, node, 'or', tests);
}

function leaves(last: SyntaxNode | null): boolean {
  if (last === null) return false;
  if (last.type === 'statement_block') return leaves(last.namedChildren.at(-1) ?? null);
  return leaving.has(last.type);
}

export function lowerTry(frame: Frame, node: SyntaxNode): void {
  const body = node.childForFieldName('body');
  if (body !== null) lowerInner(inBlock(frame, body, { kind: 'try', exhaustive: true }), body);
  const handler = node.childForFieldName('handler');
  if (handler !== null) lowerCatch(inBlock(frame, handler, { kind: 'catch', exhaustive: false }), handler);
  const last = node.childForFieldName('finalizer')?.childForFieldName('body') ?? null;
  if (last !== null) lowerInner(inBlock(frame, last, { kind: 'plain', exhaustive: true }), last);
}

function lowerCatch(frame: Frame, handler: SyntaxNode): void {
  const parameter = handler.childForFieldName('parameter');
  if (parameter !== null)
    bindPattern(frame, parameter, hole(frame, parameter, 'it is what was thrown'), { at: spanOf(frame, parameter), declares: true });
  lowerInner(frame, handler.childForFieldName('body'));
}

function inLoop(frame: Frame, node: SyntaxNode): Frame {
  const body = node.childForFieldName('body');
  const loop = body === null ? undefined : { at: spanOf(frame, node), body: spanOf(frame, body) };
  return inBlock(frame, node, { kind: 'loop', exhaustive: false, loop });
}

/** The condition is read in the loop's own block, where it is evaluated again and again. */
function readCondition(frame: Frame, node: SyntaxNode): void {
  const field = node.childForFieldName('condition');
  const condition = field?.type === 'expression_statement' ? (field.namedChildren[0] ?? null) : field;
  if (condition === null || condition.type === 'empty_statement') return;
  const again = lowerCondition(frame, condition);
  const block = frame.scope.blocks[frame.block];
  if (block?.loop !== undefined) frame.scope.blocks[frame.block] = { ...block, loop: { ...block.loop, again } };
}

export function lowerFor(frame: Frame, node: SyntaxNode): void {
  visitField(frame, node, 'initializer');
  const inner = inLoop(frame, node);
  readCondition(inner, node);
  lowerInner(inner, node.childForFieldName('body'));
  visitField(inner, node, 'increment');
}

/** `for (const x of list)` and `for (const key in record)`. */
export function lowerForIn(frame: Frame, node: SyntaxNode): void {
  const right = node.childForFieldName('right');
  const over = right === null ? hole(frame, node, 'it could not be parsed') : lowerValue(frame, right);
  const inner = inLoop(frame, node);
  const left = node.childForFieldName('left');
  const kind = node.childForFieldName('kind');
  const { effects } = frame.scope;
  const before = effects.length;
  if (left !== null) {
    const at = spanOf(frame, left);
    const of = node.childForFieldName('operator')?.type === 'in' ? keysOf(over) : over;
    const item: Value = { kind: 'element', at, of, part: [], label: sourceOf(frame, left) };
    bindPattern(inner, left, item, { at, declares: kind !== null });
  }
  if (kind?.type === 'var') hoistDeclared(inner, effects.splice(before));
  lowerInner(inner, node.childForFieldName('body'));
}

/** What `for … in` goes over. */
function keysOf(record: Value): Value {
  const { at } = record;
  const callee: Value = { kind: 'external', at, module: 'global', path: ['Object', 'keys'] };
  return { kind: 'call', at, callee, args: [{ value: record, at }], argsAt: at };
}

export function lowerWhile(frame: Frame, node: SyntaxNode): void {
  const inner = inLoop(frame, node);
  readCondition(inner, node);
  lowerInner(inner, node.childForFieldName('body'));
}

export function lowerDo(frame: Frame, node: SyntaxNode): void {
  const inner = inLoop(frame, node);
  lowerInner(inner, node.childForFieldName('body'));
  readCondition(inner, node);
}
