import type { Piece, Segment } from '../request/request';
import { RETRIEVED_TEXT } from '../source/variable-names';
import { type Estimate, sum } from './basis';
import type { SegmentCounter } from './segment-counter';

type HolePiece = Extract<Piece, { kind: 'hole' }>;

/** What of a segment was looked up for the call, and the rest of it: together they are the whole. */
export interface RetrievedPart {
  readonly tokens: Estimate;
  readonly rest: Estimate;
}

/** Undefined: nothing of the segment is retrieved, as far as names tell. */
export function retrievedPart(segment: Segment, counter: SegmentCounter): RetrievedPart | undefined {
  if (segment.repeats || segment.optional) return undefined;
  const found = segment.pieces.filter(isRetrieved);
  if (found.length === 0) return undefined;
  const rest = segment.pieces.map(piece => (isRetrieved(piece) ? { ...piece, empty: true as const } : piece));
  return {
    tokens: sum(found.map(piece => counter.pieces([piece]))),
    rest: counter.segment({ ...segment, pieces: rest }),
  };
}

/** By its name, as it is everywhere: what a program looks up has no mark of its own. */
function isRetrieved(piece: Piece): piece is HolePiece {
  return (
    piece.kind === 'hole' &&
    piece.empty !== true &&
    (piece.reason.includes(`named like ${RETRIEVED_TEXT}`) || /\bretrieved\b/i.test(piece.label))
  );
}
