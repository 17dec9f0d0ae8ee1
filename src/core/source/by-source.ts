import type { CallPlace } from './summary';

/** Source order; of calls that start together, the outermost comes first. */
export function bySource({ call: a }: CallPlace, { call: b }: CallPlace): number {
  return a.at.start - b.at.start || b.at.end - a.at.end;
}
