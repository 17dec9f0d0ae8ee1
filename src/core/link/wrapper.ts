import type { SiteContent } from '../request/read-site';
import type { Piece } from '../request/request';
import type { CallShape } from '../sdks/sdk';
import type { Value } from '../source/values';
import { isFromCaller } from './volatility';

/**
 * Whether the callers decide what a call costs: its model or cap comes from a parameter, or all that it sends does. A call
 * with a prompt of its own into which a caller's question goes is a call site by itself.
 */
export function dependsOnCaller(content: SiteContent, shape: CallShape): boolean {
  if ([...shape.model, ...shape.cap].some(name => callerDecides(content.parameters[name]?.value))) return true;
  const pieces = content.request.segments.filter(segment => segment.kind !== 'schema').flatMap(segment => segment.pieces);
  return pieces.some(isParameter) && !pieces.some(hasText);
}

function callerDecides(value: Value | undefined): boolean {
  if (value?.kind === 'choice') return value.options.some(callerDecides);
  if (value?.kind === 'operation') return callerDecides(value.left) || callerDecides(value.right);
  return value !== undefined && isFromCaller(value);
}

function isParameter(piece: Piece): boolean {
  if (piece.kind === 'choice') return piece.options.some(option => option.some(isParameter));
  return piece.kind === 'hole' && piece.parameter === true;
}

function hasText(piece: Piece): boolean {
  if (piece.kind === 'text') return piece.text.text.trim() !== '';
  // A prompt that a package brings along.
  if (piece.kind === 'hole') return piece.proven && piece.volatility === 'static';
  return piece.options.some(option => option.some(hasText));
}
