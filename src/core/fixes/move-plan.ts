import type { CallSite } from '../request/call-site';
import type { Piece } from '../request/request';
import type { Edit, Refusal } from '../source/edit';
import type { Span } from '../source/span';
import type { Immovable } from './movable-unit';

/** A change of order: what the request would then be, and the edits that make it so. */
export interface MovePlan {
  readonly site: CallSite;
  /** Where the moved text goes, for titles. */
  readonly target: string;
  /** What moves: the values asked for, and what shares their lines or sentences. */
  readonly taken: readonly Piece[];
  /** What moves, in the source. */
  readonly at: Span;
  readonly edits: readonly Edit[];
}

/** A printer's refusal as a clause. */
export function refusal({ refused }: Refusal): Immovable {
  return { because: refused.charAt(0).toLowerCase() + refused.slice(1).replace(/\.$/, '') };
}
