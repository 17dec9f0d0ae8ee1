import type { SyntaxNode } from '../../syntax';
import type { Hole, ValueOf } from '../../values';
import { type Frame, spanOf } from './frame';

const longestLabel = 40;

/** A part that the source doesn't tell; `reason` is one clause. */
export function hole(frame: Frame, node: SyntaxNode, reason: string): Hole {
  return {
    kind: 'hole',
    at: spanOf(frame, node),
    label: labelOf(frame, node),
    volatility: 'unknown',
    growth: 'replace',
    proven: false,
    reason,
  };
}

/** A node's source in one line. */
function labelOf(frame: Frame, node: SyntaxNode): string {
  // Only the head is looked at: a node can be a whole file.
  const head = frame.file.text.slice(node.startIndex, Math.min(node.endIndex, node.startIndex + 4 * longestLabel));
  const line = head.replace(/\s+/g, ' ').trim();
  return line.length <= longestLabel ? line : `${line.slice(0, longestLabel - 1)}…`;
}

export function scalar(frame: Frame, node: SyntaxNode, value: number | boolean | null): ValueOf<'scalar'> {
  return { kind: 'scalar', at: spanOf(frame, node), value };
}

export function nameValue(frame: Frame, node: SyntaxNode, name: string): ValueOf<'name'> {
  return { kind: 'name', at: spanOf(frame, node), name, scope: frame.names };
}
