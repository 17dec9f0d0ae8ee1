import type { CallSite } from '../request/call-site';
import type { Piece, Segment } from '../request/request';

/** A request with its holes empty: differences between two quotes of it are finite, and at least as large in truth. */
export function withoutHoles(site: CallSite): CallSite {
  const empty = (piece: Piece): Piece => {
    if (piece.kind === 'choice') return { ...piece, options: piece.options.map(option => option.map(empty)) };
    return piece.kind === 'hole' ? { ...piece, empty: true } : piece;
  };
  return {
    ...site,
    request: {
      ...site.request,
      segments: site.request.segments.map(segment =>
        segment.repeats ? history(segment) : { ...segment, pieces: segment.pieces.map(empty) },
      ),
    },
  };
}

/** A history still ends what all calls share, whatever its length. */
function history(segment: Segment): Segment {
  const hole = {
    kind: 'hole',
    at: segment.at,
    label: 'history',
    volatility: 'turn',
    growth: 'append',
    proven: true,
    reason: 'grows',
    empty: true,
  } as const;
  return { ...segment, repeats: false, pieces: [hole] };
}
