import type { SiteContent } from '../request/read-site';
import type { Piece } from '../request/request';

/**
 * Whether the callers decide what a call costs: its model or cap comes from a parameter, or all that it sends does. A call
 * with a prompt of its own into which a caller's question goes is a call site by itself.
 */
export function isWrapper(content: SiteContent): boolean {
  if (content.model.provenance === 'caller' || (content.model.provenance === 'default' && content.model.why !== '')) return true;
  const cap = content.parameters[content.outputCap.parameter]?.value;
  if (cap?.kind === 'param') return true;
  const pieces = content.request.segments.filter(segment => segment.kind !== 'schema').flatMap(segment => segment.pieces);
  return pieces.some(isParameter) && !pieces.some(hasText);
}

function isParameter(piece: Piece): boolean {
  return piece.kind === 'hole' && piece.parameter === true;
}

function hasText(piece: Piece): boolean {
  if (piece.kind === 'text') return piece.text.text.trim() !== '';
  return piece.kind === 'choice' && piece.options.some(option => option.some(hasText));
}
