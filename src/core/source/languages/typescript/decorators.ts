import type { SyntaxNode } from '../../syntax';
import type { Value } from '../../values';
import { lowerValue } from './expressions';
import type { Frame } from './frame';
import { hole } from './holes';

export function decoratorOf(frame: Frame, node: SyntaxNode): Value {
  const inner = node.firstNamedChild;
  return inner === null ? hole(frame, node, 'it could not be parsed') : lowerValue(frame, inner);
}
