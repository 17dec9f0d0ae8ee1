import type { CallSite } from '../request/call-site';
import { computed } from '../request/pieces';
import type { Piece, Segment } from '../request/request';
import { sliceText } from '../source/text-map';
import type { TextEdit } from './pass';

/** The site as it would be with these edits of its texts, to be quoted. */
export function rewriteRequest(site: CallSite, edits: ReadonlyMap<Segment, readonly TextEdit[]>): CallSite {
  const segments = site.request.segments.map(segment => {
    const own = edits.get(segment);
    return own === undefined ? segment : { ...segment, pieces: rewritten(segment.pieces, own) };
  });
  return { ...site, request: { ...site.request, segments } };
}

/** Offsets count a piece that is no text as one character. */
function rewritten(pieces: readonly Piece[], edits: readonly TextEdit[]): readonly Piece[] {
  const ordered = [...edits].sort((a, b) => a.from - b.from);
  const result: Piece[] = [];
  let start = 0;
  for (const piece of pieces) {
    const length = piece.kind === 'text' ? piece.text.text.length : 1;
    if (piece.kind !== 'text') result.push(piece);
    else result.push(...cut(piece, start, ordered));
    start += length;
  }
  return result;
}

function cut(piece: Extract<Piece, { kind: 'text' }>, start: number, edits: readonly TextEdit[]): readonly Piece[] {
  const parts: Piece[] = [];
  const end = start + piece.text.text.length;
  let done = start;
  const keep = (to: number) => {
    const text = sliceText(piece.text, done - start, to - start);
    if (text.text !== '') parts.push({ ...piece, text });
  };
  for (const { from, to, insert } of edits) {
    if (to <= start || from >= end) continue;
    keep(Math.max(done, from));
    if (insert !== '' && from >= start) parts.push(computed(insert, { ...piece.at, end: piece.at.start }));
    done = Math.min(end, to);
  }
  keep(end);
  return parts;
}
