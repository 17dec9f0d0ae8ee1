import type { Piece, Request } from '../request/request';

/** The name by which the workspace file means all messages that repeat. */
export const HISTORY = 'history';

/** Names of what is sent and has no known size, each once, in request order. */
export function holesOf({ segments }: Request): readonly string[] {
  const within = (piece: Piece): readonly string[] => {
    if (piece.kind === 'choice') return piece.options.flatMap(option => option.flatMap(within));
    return piece.kind === 'hole' && piece.statedTokens === undefined && piece.empty !== true ? [piece.label] : [];
  };
  const names = segments.flatMap(segment => {
    if (segment.repeats) return segment.statedTokens === undefined ? [HISTORY] : [];
    return segment.pieces.flatMap(within);
  });
  return [...new Set(names)];
}
