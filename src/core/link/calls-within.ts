import type { Span } from '../source/span';
import type { CallPlace, CodeSummary } from '../source/summary';

/** The calls that stand within a stretch of their file. */
export function callsWithin({ calls }: CodeSummary, { start, end }: Pick<Span, 'start' | 'end'>): readonly CallPlace[] {
  // They are in source order.
  let [low, high] = [0, calls.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((calls[middle]?.call.at.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const within: CallPlace[] = [];
  for (let place = calls[low]; place !== undefined && place.call.at.start < end; place = calls[++low])
    if (place.call.at.end <= end) within.push(place);
  return within;
}

/** The call that is written at a place. */
export function callAt(summary: CodeSummary, at: Span): CallPlace | undefined {
  return callsWithin(summary, at).find(({ call }) => call.at.start === at.start && call.at.end === at.end);
}
