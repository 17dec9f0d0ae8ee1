import { placeOf } from '../../place-of';
import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { expression } from './expressions';
import { type Frame, hole, sourceOf, spanOf } from './frame';

/** `x = v`, `this.x = v`, `x += v`; its value is v. */
export function assignment(frame: Frame, node: SyntaxNode): Value {
  const left = node.childForFieldName('left');
  const right = node.childForFieldName('right');
  const operator = node.childForFieldName('operator');
  if (left === null || right === null) return hole(frame, node, 'it could not be parsed');
  const value = expression(frame, right);
  const target = expression(frame, left);
  const found = placeOf(target);
  const written = operator === null ? '=' : sourceOf(frame, operator);
  const base = { at: spanOf(frame, node), block: frame.block };
  if (found !== undefined) {
    const { place, exact } = found;
    if (!exact) frame.scope.effects.push({ ...base, kind: 'disturb', target: place, how: 'one of its items is set' });
    else if (written === '=') frame.scope.effects.push({ ...base, kind: 'assign', target: place, value, declares: false });
    else if (written === '+=') frame.scope.effects.push({ ...base, kind: 'update', target: place, operator: '+', value });
    else frame.scope.effects.push({ ...base, kind: 'disturb', target: place, how: written });
  }
  if (written === '=') return value;
  return written === '+='
    ? { kind: 'operation', at: base.at, operator: '+', left: target, right: value }
    : hole(frame, node, 'it is computed');
}

/** `i++`. */
export function increment(frame: Frame, node: SyntaxNode): Value {
  const operand = node.namedChildren.find(child => child !== null) ?? null;
  const found = operand === null ? undefined : placeOf(expression(frame, operand));
  if (found !== undefined) {
    const how = sourceOf(frame, node).includes('++') ? '++' : '--';
    frame.scope.effects.push({ kind: 'disturb', at: spanOf(frame, node), block: frame.block, target: found.place, how });
  }
  return hole(frame, node, 'counted while the program runs');
}
