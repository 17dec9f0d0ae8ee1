import type { Span } from '../../core/source/span';

/** By which a place's lines are found in a result. */
export function placeKey({ uri, start, end }: Span): string {
  return `${uri}#${start}-${end}`;
}
