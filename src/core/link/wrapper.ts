import type { SiteContent } from '../request/read-site';
import type { Piece } from '../request/request';
import type { CallShape } from '../sdks/sdk';
import type { Argument, Value } from '../source/values';
import { isFromCaller } from './volatility';

/**
 * Whether the callers decide what a call costs: its model or cap comes from a parameter, or all that it sends does. A call
 * with a prompt of its own into which a caller's question goes is a call site by itself.
 */
export function dependsOnCaller(content: SiteContent, shape: CallShape, args: readonly Argument[]): boolean {
  if ([...shape.model, ...shape.cap].some(name => callerDecides(content.parameters[name]?.value))) return true;
  const pieces = content.request.segments.filter(segment => segment.kind !== 'schema').flatMap(segment => segment.pieces);
  return (pieces.some(isParameter) || args.some(isSpreadFromCaller)) && !pieces.some(hasText);
}

/** `run(*args, **kwargs)`: what is passed on hides what is sent, also together with more. */
function isSpreadFromCaller({ value }: Pick<Argument, 'value'>): boolean {
  if (value.kind !== 'spread') return false;
  const { value: inner } = value;
  if (inner.kind === 'list') return inner.items.some(item => isSpreadFromCaller({ value: item }));
  if (inner.kind === 'record') return inner.entries.some(isSpreadFromCaller);
  return isFromCaller(inner);
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
