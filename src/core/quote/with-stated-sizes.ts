import type { CallSite } from '../request/call-site';
import type { Piece, StatedTokens } from '../request/request';
import { endsOf, type SaidOfCall } from '../workspace-file/stated';
import { HISTORY } from './holes';

/** Gives holes the sizes that the workspace file states, by their labels. */
export function withStatedSizes(site: CallSite, { holes }: SaidOfCall): CallSite {
  if (holes === undefined) return site;
  const sizeOf = (label: string): StatedTokens | undefined => {
    const amount = Object.hasOwn(holes, label) ? holes[label] : undefined;
    if (amount === undefined) return undefined;
    const [low, high] = endsOf(amount);
    return { low, high };
  };
  const sized = (piece: Piece): Piece => {
    if (piece.kind === 'choice') return { ...piece, options: piece.options.map(option => option.map(sized)) };
    if (piece.kind !== 'hole') return piece;
    const statedTokens = sizeOf(piece.label);
    return statedTokens === undefined ? piece : { ...piece, statedTokens };
  };
  const history = sizeOf(HISTORY);
  const segments = site.request.segments.map(segment => {
    const pieces = segment.pieces.map(sized);
    return segment.repeats && history !== undefined ? { ...segment, pieces, statedTokens: history } : { ...segment, pieces };
  });
  return { ...site, request: { ...site.request, segments } };
}
