import type { Span } from '../source/span';
import type { Hole } from '../source/values';
import type { Segment } from './request';

/** What is sent, and charged, besides what is passed, while a request is answered: behind all of it, where what brings it ends. */
export function addedBehind({ uri, end }: Span, label: string, { growth, reason }: Pick<Hole, 'growth' | 'reason'>): Segment {
  const at: Span = { uri, start: end, end };
  const hole: Hole = { kind: 'hole', at, label, volatility: 'call', growth, proven: true, reason };
  return { kind: 'message', role: 'tool', pieces: [hole], startsMessage: false, repeats: false, optional: false, at };
}

/** Whether a segment is such a one: nothing of it is written anywhere. */
export function isAddedBehind({ role, at }: Segment): boolean {
  return role === 'tool' && at.start === at.end;
}
