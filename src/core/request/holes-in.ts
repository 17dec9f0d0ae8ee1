import type { Hole } from '../source/values';
import type { Piece } from './request';

/** What can't be known of a piece, in whichever of its texts. */
export function holesIn(piece: Piece): readonly Hole[] {
  if (piece.kind === 'choice') return piece.options.flat().flatMap(holesIn);
  return piece.kind === 'hole' ? [piece] : [];
}
