import type { Span } from './span';
import type { Hole } from './values';

/** What whoever deploys the program sets: a variable of its environment, a setting. */
export function setAtDeployment(at: Span, label: string): Hole {
  return { kind: 'hole', at, label, volatility: 'deploy', growth: 'replace', proven: true, reason: 'set where the program is deployed' };
}
