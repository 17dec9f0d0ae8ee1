import { placeOf } from '../../place-of';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { bindPattern } from './bindings';
import { exportAssigned } from './commonjs';
import { lowerValue } from './expressions';
import { type Frame, inBranch, sourceOf, spanOf } from './frame';
import { hole } from './holes';

/** `x = v`, `x.a = v`, `[a, b] = v`; its value is v. */
export function lowerAssignment(frame: Frame, node: SyntaxNode): Value {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  if (left === null || right === null) return hole(frame, node, 'it could not be parsed');
  const value = lowerValue(frame, right, assignedName(frame, left));
  // The grammar reads `using x = v` as an assignment.
  const declares = left.startIndex > node.startIndex;
  if (!exportAssigned(frame, node, left, value)) bindPattern(frame, left, value, { at: spanOf(frame, node), declares });
  return value;
}

/** What a function is called after when it is assigned: `x.run = () => …` is run. */
function assignedName(frame: Frame, left: SyntaxNode): string {
  const name = left.type === 'member_expression' ? left.childForFieldName('property') : left.type === 'identifier' ? left : null;
  const written = name === null ? '' : sourceOf(frame, name);
  return written === 'exports' ? '' : written;
}

const updates: Readonly<Record<string, '+' | 'or' | '??'>> = { '+=': '+', '||=': 'or', '??=': '??' };

/** `x += v`; its value is that of `x + v`. */
export function lowerAugmented(frame: Frame, node: SyntaxNode): Value {
  const leftNode = node.childForFieldName('left');
  const rightNode = node.childForFieldName('right');
  const operatorNode = node.childForFieldName('operator');
  if (leftNode === null || rightNode === null || operatorNode === null) return hole(frame, node, 'it could not be parsed');
  const written = sourceOf(frame, operatorNode);
  const left = lowerValue(frame, leftNode);
  const found = placeOf(left);
  const sometimes = written === '||=' || written === '&&=' || written === '??=';
  const read = (inner: Frame): Value => lowerValue(inner, rightNode, assignedName(frame, leftNode));
  const right = sometimes ? inBranch(frame, rightNode, { kind: 'then', exhaustive: false }, read) : read(frame);
  const operator = updates[written];
  const at = spanOf(frame, node);
  if (found !== undefined) {
    const base = { at, block: frame.block, target: found.place };
    if (operator !== undefined && found.exact) frame.scope.effects.push({ ...base, kind: 'update', operator, value: right });
    else frame.scope.effects.push({ ...base, kind: 'disturb', how: written });
  }
  return operator === undefined
    ? hole(frame, node, `what ${written} leaves is not read`)
    : { kind: 'operation', at, operator, left, right };
}

/** `x++`. */
export function lowerUpdate(frame: Frame, node: SyntaxNode): Value {
  const source = sourceOf(frame, node);
  return disturbed(frame, node, source.includes('++') ? '++' : '--');
}

export function lowerDelete(frame: Frame, node: SyntaxNode): Value {
  return disturbed(frame, node, 'delete');
}

function disturbed(frame: Frame, node: SyntaxNode, how: string): Value {
  const argument = node.childForFieldName('argument');
  const found = argument === null ? undefined : placeOf(lowerValue(frame, argument));
  if (found !== undefined)
    frame.scope.effects.push({ kind: 'disturb', at: spanOf(frame, node), block: frame.block, target: found.place, how });
  return hole(frame, node, 'the result of an operator is not read');
}
