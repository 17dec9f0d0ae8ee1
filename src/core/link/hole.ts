import type { Span } from '../source/span';
import type { Hole } from '../source/values';

/** What can't be known. `label`: what windows call it, cut to 40 characters; `reason`: a clause that says why ("comes from a value that could not be read"). */
export function hole(at: Span, label: string, reason: string, more: Partial<Hole> = {}): Hole {
  return { kind: 'hole', at, label: shorten(label), volatility: 'unknown', growth: 'replace', proven: false, reason, ...more };
}

function shorten(label: string): string {
  const line = label.replace(/\s+/g, ' ');
  return line.length <= 40 ? line : `${line.slice(0, 39)}…`;
}
