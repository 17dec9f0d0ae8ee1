import type { CallSite } from '../request/call-site';
import type { Piece } from '../request/request';
import type { Uri } from '../source/span';

const LONGEST_LABEL = 40;

/** Calls holes by the words of their source (`new Date().toISOString()`), where these are short. */
export function asWritten(site: CallSite, textOf: (uri: Uri) => string | undefined): CallSite {
  const label = (piece: Piece): Piece => {
    if (piece.kind === 'choice') return { ...piece, options: piece.options.map(option => option.map(label)) };
    if (piece.kind !== 'hole') return piece;
    const source = textOf(piece.at.uri)?.slice(piece.at.start, piece.at.end);
    const readable =
      source !== undefined && source !== '' && source.length <= LONGEST_LABEL && /^[\p{L}_$]/u.test(source) && !source.includes('\n');
    return readable ? { ...piece, label: source } : piece;
  };
  const segments = site.request.segments.map(segment => ({ ...segment, pieces: segment.pieces.map(label) }));
  return { ...site, request: { ...site.request, segments } };
}
